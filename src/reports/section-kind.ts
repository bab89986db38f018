// The kinds of a section. What the text of a section is about is told in section-kinds/.

export type SectionKind = 'achievements' | 'problems' | 'plans' | 'highlights' | 'suggestions' | 'none';
