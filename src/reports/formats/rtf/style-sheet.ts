// The styles of an RTF document, as far as they tell headings, the title and tables of contents.

export interface RtfStyle {
  /** Of a heading, from 1 on; 0 for the title. */
  level?: number;
  ofContents?: boolean;
}

const HEADING = /^(?:heading|标题|標題) ?([1-9])$/i;
const TITLE = /^(?:title|标题|標題)$/i;
const CONTENTS = /^(?:toc|目录|目錄) ?(?:\d|heading)/i;

/** @param outlineLevel from 0 on, where the style has one */
export function styleNamed(name: string, outlineLevel: number | undefined): RtfStyle {
  const heading = HEADING.exec(name);
  if (heading) return { level: Number(heading[1]) };
  if (TITLE.test(name)) return { level: 0 };
  if (CONTENTS.test(name)) return { ofContents: true };
  return outlineLevel === undefined || outlineLevel >= BODY_TEXT ? {} : { level: outlineLevel + 1 };
}

/** The outline level of what is no heading. */
export const BODY_TEXT = 9;
