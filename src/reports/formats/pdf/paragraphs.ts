// Lines to paragraphs, pages to one text. Promise: a paragraph that goes over the end of a page stays whole; what stands in the
// pages' margins is set below it, in lines of its own.
import type { PageStart } from '../../pages.ts';
import type { Dropped, DropReason } from '../../span.ts';
import { isWide } from './characters.ts';
import { furnitureOf, type Page } from './furniture.ts';
import type { Line } from './lines.ts';
import { Setting } from './setting.ts';

/** The text of a document, with what is not of the report and where the pages begin. */
export interface Assembled {
  text: string;
  furniture: Dropped[];
  pages: PageStart[];
}

/** Puts the pages of a document together. */
export function assemble(pages: Page[]): Assembled {
  const furniture = furnitureOf(pages);
  const body = pages.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const assembly = new Assembly(new Setting(pages, body));
  for (const { lines } of pages)
    for (const line of lines) {
      const reason = furniture.get(line);
      if (reason) assembly.setAside(line, reason);
      else assembly.add(line);
    }
  return assembly.finish();
}

class Assembly {
  private readonly setting: Setting;
  /** In pieces, because looking at the end of a long text costs its length. */
  private readonly pieces: string[] = [];
  private length = 0;
  private first: Line | undefined;
  private last: Line | undefined;
  private aside: { line: Line; reason: DropReason }[] = [];
  private readonly furniture: Dropped[] = [];
  private readonly pages: PageStart[] = [];

  constructor(setting: Setting) {
    this.setting = setting;
  }

  /** Keeps a line of furniture until the paragraph at hand ends. */
  setAside(line: Line, reason: DropReason): void {
    this.aside.push({ line, reason });
  }

  add(line: Line): void {
    const { first, last } = this;
    if (first && last && this.setting.goesOn(first, last, line)) this.joinTo(line.text);
    else {
      this.endParagraph();
      if (last && this.setting.isApart(last, line)) this.write('\n');
      this.first = line;
    }
    if (this.pages.at(-1)?.page !== line.page) this.pages.push({ start: this.length, page: line.page });
    this.write(line.text);
    this.last = line;
  }

  finish(): Assembled {
    this.endParagraph();
    return { text: this.pieces.join('').replace(/\n$/, ''), furniture: this.furniture, pages: this.pages };
  }

  /** Writes the paragraph at hand, and below it what was set aside. */
  private endParagraph(): void {
    if (this.last) this.write('\n');
    for (const { line, reason } of this.aside) {
      this.furniture.push({ start: this.length, end: this.length + line.text.length, reason });
      this.write(`${line.text}\n`);
    }
    this.aside = [];
  }

  /** Makes the line at hand ready for the next one of its paragraph: a hyphen goes, Latin words get their space. */
  private joinTo(next: string): void {
    const text = this.pieces.at(-1) ?? '';
    if (/\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) {
      this.pieces[this.pieces.length - 1] = text.slice(0, -1);
      this.length--;
    } else if (!isWide(text.at(-1)) && !isWide(next[0]) && !isBrokenNumber(text, next)) this.write(' ');
  }

  private write(words: string): void {
    this.pieces.push(words);
    this.length += words.length;
  }
}

const CHINESE_NEARBY = 20;

/** Chinese lines are broken wherever they are full, within a number too. */
const isBrokenNumber = (text: string, next: string): boolean =>
  /\d$/.test(text) && /^\d/.test(next) && [...text.slice(-CHINESE_NEARBY)].some(isWide);
