// Counts the numbers that a word processor makes for lists and headings of an OpenDocument text.
import { formatNumber } from '../word/number-format.ts';
import type { Numbering, NumberLevel } from './styles.ts';

/** Word's names of the formats. Those that list their signs begin with these. */
const FORMATS: [beginning: string, format: string][] = [
  ['一, 二', 'chineseCountingThousand'],
  ['壹, ', 'chineseLegalSimplified'],
  ['①', 'decimalEnclosedCircle'],
  ['甲, 乙', 'ideographTraditional'],
  ['子, 丑', 'ideographZodiac'],
  ['１', 'decimalFullWidth'],
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
];

/** The counts of one list, by level. */
export class ListNumbers {
  private readonly numbering: Numbering;
  private readonly counts: number[] = [];

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  /**
   * The number of the next item of a level, from 1 on; empty where it has none, undefined where it cannot be
   * written.
   * @param start where the item itself says its count
   */
  next(level: number, start?: number): string | undefined {
    const own = this.numbering.get(level);
    const before = this.counts[level];
    this.counts[level] = start ?? (before === undefined ? (own?.start ?? 1) : before + 1);
    this.counts.length = level + 1; // levels below begin anew
    if (!own || own.format === '') return own ? `${own.prefix}${own.suffix}`.trim() : '';
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
      const number = this.written(at, this.numbering.get(at));
      if (number === undefined) return undefined;
      if (number !== '') numbers.push(number);
    }
    return `${own.prefix}${numbers.join('.')}${own.suffix}`;
  }

  private written(level: number, style: NumberLevel | undefined): string | undefined {
    if (!style || style.format === '') return '';
    const format = FORMATS.find(([beginning]) => style.format.startsWith(beginning))?.[1];
    const count = this.counts[level] ?? style.start;
    return format === undefined ? undefined : formatNumber(count, format);
  }
}
