// Writes a text line by line and keeps where its headings stand. The text that comes out is the source of all quotes.
import type { DeclaredHeading } from './reader.ts';

/** A text with its headings. */
export interface Written {
  text: string;
  headings: DeclaredHeading[];
}

export class LineWriter {
  private readonly lines: { words: string; level?: number }[] = [];
  private words = '';
  private level: number | undefined;

  /** Adds words to the line at hand; line ends in them begin new lines. */
  add(words: string): void {
    words.split('\n').forEach((part, i) => {
      if (i > 0) this.endLine();
      this.words += part;
    });
  }

  /** The end of the line at hand, for deciding what may follow it. */
  get tail(): string {
    return this.words.slice(-1);
  }

  /** What comes next stands in a line of its own. */
  endLine(): void {
    const words = this.words.trim();
    if (words !== '') this.lines.push({ words, ...(this.level === undefined ? {} : { level: this.level }) });
    this.words = '';
  }

  /** Blank lines before what comes next; none at the beginning of the text. */
  blankLines(count: number): void {
    this.endLine();
    if (this.lines.length === 0) return;
    for (let i = 0; i < count; i++) this.lines.push({ words: '' });
  }

  /** The lines up to `endHeading` are headings of this level. */
  startHeading(level: number): void {
    this.endLine();
    this.level = level;
  }

  endHeading(): void {
    this.endLine();
    this.level = undefined;
  }

  /** The whole text, lines parted by `\n`. */
  finish(): Written {
    this.endLine();
    const headings: DeclaredHeading[] = [];
    let start = 0;
    for (const { words, level } of this.lines) {
      if (level !== undefined) headings.push({ start, end: start + words.length, level });
      start += words.length + 1;
    }
    return { text: this.lines.map(({ words }) => words).join('\n'), headings: settled(headings) };
  }
}

const DEEPEST_LEVEL = 6;

/**
 * Level 1 names a report. Where several headings have it and the text begins with another line, that line is the title and they
 * are its parts: all levels go down by one.
 */
function settled(headings: DeclaredHeading[]): DeclaredHeading[] {
  const highest = headings.filter(({ level }) => level === 1);
  if (highest.length < 2 || headings[0].start === 0) return headings;
  return headings.map((heading) => ({ ...heading, level: Math.min(heading.level + 1, DEEPEST_LEVEL) }));
}
