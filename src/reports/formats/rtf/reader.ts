// .rtf: paragraphs with their numbers, headings, tables and properties, in any code page; notes, running heads,
// pictures and hidden text are left out. Read with the project's own reader: libraries for RTF are no longer kept,
// and give no tables or no code pages of Chinese.
import type { Warning } from '../../warning.ts';
import { documentProperties } from '../document-properties.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { CHARACTERS, DESTINATIONS, READ_THOUGH_STARRED } from './destinations.ts';
import { decoded, encodingOfPage, encodingOfSet } from './encodings.ts';
import { BEGINNING, PLAIN_PARAGRAPH, type State } from './state.ts';
import { BODY_TEXT, type RtfStyle, styleNamed } from './style-sheet.ts';
import { TextBlocks } from './text-blocks.ts';
import { type RtfToken, tokensOf } from './tokens.ts';

export const rtf = {
  read(bytes: Uint8Array): ReadResult {
    return new RtfReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).read();
  },
} satisfies ReportReader;

/** Deeper groups are damage or an attack. */
const MAX_DEPTH = 10_000;
const MAX_FALLBACK = 8;
/** After such a sign no space follows a number. */
const WIDE_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;

class RtfReader {
  private readonly bytes: Buffer;
  private readonly text = new TextBlocks();
  private readonly stack: State[] = [];
  private state: State = { ...BEGINNING };
  private codePage = encodingOfPage(1252);
  private readonly fonts = new Map<number, string | undefined>();
  private font = 0;
  private readonly styles = new Map<number, RtfStyle>();
  private style: { number: number; outlineLevel: number | undefined; name: string } | undefined;
  private readonly stated = { title: '', author: '' };
  private readonly created = { yr: 0, mo: 0, dy: 0 };
  private readonly leftOut = { notes: 0, pictures: 0, hidden: 0 };
  /** Bytes that are not decoded yet: a character may take several of them. */
  private pending: number[] = [];
  /** Characters to be passed over after \u. */
  private passOver = 0;
  /** The next control word follows \*. */
  private isStarred = false;
  private isHeadRow = false;
  private number = '';

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  read(): ReadResult {
    for (const token of tokensOf(this.bytes)) this.take(token);
    this.flush();
    const read = this.text.finish().read();
    const { yr, mo, dy } = this.created;
    const twoDigits = (number: number) => String(number).padStart(2, '0');
    const date = yr > 0 ? [yr, mo, dy].map(twoDigits).join('-') : undefined;
    return {
      ok: true,
      ...read,
      ...documentProperties({ ...this.stated, date }),
      warnings: [...read.warnings, ...this.warnings()],
    };
  }

  private warnings(): Warning[] {
    const { notes, pictures, hidden } = this.leftOut;
    const counts = [
      { kind: 'notes', count: notes },
      { kind: 'pictures', count: pictures },
      { kind: 'hidden-text', count: hidden },
    ] as const;
    return counts.filter(({ count }) => count > 0);
  }

  private take(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        this.flush();
        this.openGroup();
        return;
      case 'close':
        this.flush();
        this.closeGroup();
        return;
      case 'control':
        this.takeControl(token.word, token.value);
        return;
      case 'byte':
        this.addBytes([token.byte]);
        return;
      case 'text':
        this.addBytes(this.bytes.subarray(token.start, token.end));
        return;
      default:
        token satisfies never;
    }
  }

  private openGroup(): void {
    if (this.stack.length >= MAX_DEPTH) throw new Error('its groups are nested too deep');
    this.stack.push(this.state);
    this.state = { ...this.state };
    this.passOver = 0;
    this.isStarred = false;
    if (this.state.destination === 'styles') this.style = { number: 0, outlineLevel: undefined, name: '' };
  }

  private closeGroup(): void {
    const closed = this.state;
    this.state = this.stack.pop() ?? { ...BEGINNING };
    this.passOver = 0;
    if (closed.destination === 'styles' && this.style) {
      const { number, outlineLevel, name } = this.style;
      this.styles.set(number, styleNamed(name.replace(/;$/, '').trim(), outlineLevel));
      this.style = undefined;
    }
    if (closed.destination === 'number' && this.state.destination !== 'number') this.addNumber();
  }

  /** Bullets are no numbers. */
  private addNumber(): void {
    const number = this.number.trim();
    this.number = '';
    if (!/[\p{L}\p{N}]/u.test(number)) return;
    this.addWords(WIDE_END.test(number) ? number : `${number} `);
  }

  private addBytes(bytes: Uint8Array | number[]): void {
    if (this.state.destination === 'skip') return;
    for (const byte of bytes)
      if (this.passOver > 0) this.passOver--;
      else this.pending.push(byte);
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    const words = decoded(Uint8Array.from(this.pending), this.state.encoding ?? this.codePage);
    this.pending = [];
    this.addWords(words);
  }

  private addWords(words: string): void {
    switch (this.state.destination) {
      case 'body':
        if (!this.state.isHidden) this.text.add(words);
        else if (words.trim() !== '') this.leftOut.hidden++;
        return;
      case 'number':
        this.number += words;
        return;
      case 'styles':
        if (this.style) this.style.name += words;
        return;
      case 'title':
      case 'author':
        this.stated[this.state.destination] += words;
        return;
      default:
    }
  }

  private takeControl(word: string, value: number | undefined): void {
    if (word === '*') {
      this.isStarred = true;
      return;
    }
    const isStarred = this.isStarred;
    this.isStarred = false;
    const character = word === 'u' ? unicode(value) : CHARACTERS.get(word);
    if (character !== undefined) {
      this.addCharacter(character, word === 'u');
      return;
    }
    this.flush();
    if (this.beginsDestination(word, isStarred)) return;
    if (this.state.destination === 'fonts') this.takeFont(word, value);
    else if (this.state.destination === 'styles') this.takeStyle(word, value);
    else if (this.state.destination === 'created') this.takeDate(word, value);
    if (this.state.destination === 'body' || this.state.destination === 'number') this.actions[word]?.(value);
    else if (word === 'f') this.setFont(value);
  }

  private addCharacter(character: string, hasFallback: boolean): void {
    if (this.passOver > 0) {
      this.passOver--;
      return;
    }
    this.flush();
    this.addWords(character);
    if (hasFallback) this.passOver = this.state.fallback;
  }

  private beginsDestination(word: string, isStarred: boolean): boolean {
    if (word === 'footnote' && this.state.destination === 'body') this.leftOut.notes++;
    if (word === 'pict' && this.state.destination === 'body') this.leftOut.pictures++;
    const named = DESTINATIONS.get(word);
    const isUnknown = isStarred && named === undefined && !READ_THOUGH_STARRED.has(word);
    const destination = isUnknown ? 'skip' : named;
    if (destination === undefined) return false;
    if (this.state.destination !== 'skip') this.state.destination = destination;
    return true;
  }

  private takeFont(word: string, value = 0): void {
    if (word === 'f') this.font = value;
    else if (word === 'fcharset') this.fonts.set(this.font, encodingOfSet(value));
    else if (word === 'cpg') this.fonts.set(this.font, encodingOfPage(value));
  }

  private takeStyle(word: string, value = 0): void {
    if (!this.style) return;
    if (word === 's') this.style.number = value;
    else if (word === 'outlinelevel') this.style.outlineLevel = value;
  }

  private takeDate(word: string, value = 0): void {
    if (word === 'yr' || word === 'mo' || word === 'dy') this.created[word] = value;
  }

  private setFont(value = 0): void {
    this.state.encoding = this.fonts.get(value);
  }

  private readonly actions: Partial<Record<string, (value: number | undefined) => void>> = {
    ansicpg: (value = 1252) => {
      this.codePage = encodingOfPage(value);
    },
    mac: () => {
      this.codePage = encodingOfPage(10000);
    },
    uc: (value = 1) => {
      this.state.fallback = Math.min(MAX_FALLBACK, Math.max(0, value));
    },
    f: (value) => this.setFont(value),
    v: (value) => this.hide(value !== 0),
    deleted: (value) => this.hide(value !== 0),
    plain: () => this.hide(false),
    pard: () => Object.assign(this.state, PLAIN_PARAGRAPH),
    intbl: () => {
      this.state.inTable = true;
    },
    s: (value) => {
      this.state.style = value;
    },
    outlinelevel: (value) => {
      this.state.outlineLevel = value;
    },
    par: () => this.endParagraph(),
    sect: () => this.beginPage(),
    sbknone: () => this.text.setNewPage(false),
    page: () => {
      if (!this.state.inTable) this.beginPage();
    },
    trowd: () => {
      this.isHeadRow = false;
    },
    trhdr: () => {
      this.isHeadRow = true;
    },
    cell: () => this.text.endCell(),
    row: () => this.text.endRow(this.isHeadRow),
  };

  private hide(isHidden: boolean): void {
    this.state.isHidden = isHidden;
  }

  private beginPage(): void {
    if (this.text.hasWords) this.endParagraph();
    this.text.setNewPage(true);
  }

  private endParagraph(): void {
    const { inTable, style, outlineLevel } = this.state;
    const { level, ofContents = false } = this.styles.get(style ?? 0) ?? {};
    const own = outlineLevel === undefined || outlineLevel >= BODY_TEXT ? undefined : outlineLevel + 1;
    this.text.endParagraph({ inTable, level: level ?? own, ofContents });
  }
}

/** A character of UTF-16; numbers are signed. */
const unicode = (value = 0): string => String.fromCharCode(value & 0xffff);
