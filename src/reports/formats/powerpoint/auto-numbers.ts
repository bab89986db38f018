// Numbers that PowerPoint generates before paragraphs (ECMA-376 Part 1, 20.1.10.61).
import { formatNumber } from '../word/number-format.ts';

/** The number of a paragraph as the file declares it. */
export interface AutoNumber {
  /** `arabicPeriod`, `ea1ChsPlain`. */
  type: string;
  startAt: number;
}

/** The figures of each type, by their name in Word. */
const FIGURES = new Map([
  ['arabic', 'decimal'],
  ['arabicDb', 'decimalFullWidth'],
  ['alphaLc', 'lowerLetter'],
  ['alphaUc', 'upperLetter'],
  ['romanLc', 'lowerRoman'],
  ['romanUc', 'upperRoman'],
  ['circleNumDb', 'decimalEnclosedCircle'],
  ['ea1Chs', 'chineseCountingThousand'],
  ['ea1Cht', 'taiwaneseCountingThousand'],
]);
const SIGNS: Record<string, (figure: string) => string> = {
  Plain: (figure) => figure,
  Period: (figure) => `${figure}.`,
  ParenR: (figure) => `${figure})`,
  ParenBoth: (figure) => `(${figure})`,
};
const TYPE = /^(\w+?)(Plain|Period|ParenR|ParenBoth)$/;

/** Counts the paragraphs of one shape. */
export class AutoNumbers {
  /** By level; a paragraph ends the counts of its level and those below, unless it counts on. */
  private readonly counts: ({ number: AutoNumber; count: number } | undefined)[] = [];

  /** The number before a paragraph; undefined where it has none, or one of an unknown type. */
  next(level: number, number: AutoNumber | undefined): string | undefined {
    this.counts.length = Math.min(this.counts.length, level + 1);
    const before = this.counts[level];
    if (!number) {
      this.counts[level] = undefined;
      return undefined;
    }
    const countsOn = before?.number.type === number.type && before.number.startAt === number.startAt;
    const count = countsOn ? before.count + 1 : number.startAt;
    this.counts[level] = { number, count };
    return shownNumber(number.type, count);
  }
}

function shownNumber(type: string, count: number): string | undefined {
  const [, figures = '', signs = ''] = TYPE.exec(type) ?? [];
  const figure = formatNumber(count, FIGURES.get(figures) ?? '');
  return figure === undefined ? undefined : SIGNS[signs](figure);
}
