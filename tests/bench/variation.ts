// Multiplies reports by varying real ones: sentences move to other reports, words, numbers and years change.
// The same files, times and seed give the same texts, and the first copy is the original. Words are drawn as
// often as they occur, so that common words stay common and rare ones rare. The texts make no sense.
import { segment } from '../../src/language/index.ts';
import type { Report, ReportFile, Span } from '../../src/reports/index.ts';

/** A span of a file that varies, as words that joined are its text. */
interface Piece extends Span {
  report: Report;
  words: string[];
  /** A whole plain sentence, which one of another report may replace. */
  movable: boolean;
}

/** Shares of what changes in a copy. */
const MOVED_SENTENCES = 0.35;
const CHANGED_WORDS = 0.12;
const CHANGED_NUMBERS = 0.8;

const MIN_MOVABLE_LENGTH = 15;
/** Sentences that open with a number or announce a list stay: the outline is read from them. */
const OPENS_POINT = /^[\s（(【[一二三四五六七八九十\d第①-⑳—-]|^[^，。]{0,20}[：:]/;
const TWO_CHARACTERS = /^(?![一二三四五六七八九十第])[\u4e00-\u9fff]{2}$/;
const NUMBER = /^\d+(?:\.\d+)?$/;
const YEAR = /(?<!\d)20\d\d(?!\d)/g;
/** Copies are spread over this many years. */
const YEARS = 5;

/** A file as it lies in the reports folder. */
interface VariedFile {
  name: string;
  bytes: Uint8Array;
}

/** The files as they are, then `times - 1` varied copies of each, in folders of their own. */
export function* variedFiles(files: ReportFile[], times: number, seed: number): Generator<VariedFile> {
  const pieces = new Map(files.map((file) => [file, piecesOf(file)]));
  const movable = [...pieces.values()].flat().filter((piece) => piece.movable);
  const words = [...pieces.values()].flatMap((list) => list.flatMap((piece) => piece.words));
  const vocabulary = words.filter((word) => TWO_CHARACTERS.test(word));
  for (const file of files) yield variedFile(file.name, file.text);
  for (let copy = 1; copy < times; copy++) {
    const random = randomNumbers(seed + copy);
    const vary = new Variation(random, movable, vocabulary, copy % YEARS);
    const folder = String(copy).padStart(4, '0');
    for (const file of files)
      yield variedFile(`${folder}/${file.name}`, vary.file(file, pieces.get(file) ?? []));
  }
}

const variedFile = (name: string, text: string): VariedFile => ({ name, bytes: Buffer.from(text, 'utf8') });

/**
 * Sentences, and the headings below a report's main sections; titles and main headings stay, so that section
 * kinds are known.
 */
function piecesOf(file: ReportFile): Piece[] {
  const pieces = file.reports.flatMap((report) => {
    const headings = report.sections.flatMap(({ heading, depth }) => (heading && depth > 1 ? [heading] : []));
    const sentences = report.passages.flatMap((passage) => passage.sentences);
    return [
      ...headings.map((span) => pieceOf(file, report, span, false)),
      ...sentences.map((span) => pieceOf(file, report, span, true)),
    ];
  });
  return pieces.sort((a, b) => a.start - b.start);
}

function pieceOf(file: ReportFile, report: Report, { start, end }: Span, sentence: boolean): Piece {
  const text = file.text.slice(start, end);
  const whole = text.endsWith('。') && text.length >= MIN_MOVABLE_LENGTH && !text.includes('\n');
  return { start, end, report, words: segment(text), movable: sentence && whole && !OPENS_POINT.test(text) };
}

/** Varies all files of one copy. */
class Variation {
  private readonly random: () => number;
  private readonly movable: Piece[];
  private readonly vocabulary: string[];
  private readonly yearsBack: number;

  constructor(random: () => number, movable: Piece[], vocabulary: string[], yearsBack: number) {
    this.random = random;
    this.movable = movable;
    this.vocabulary = vocabulary;
    this.yearsBack = yearsBack;
  }

  file(file: ReportFile, pieces: Piece[]): string {
    const out: string[] = [];
    let at = 0;
    for (const piece of pieces) {
      if (piece.start < at) continue;
      out.push(
        file.text.slice(at, piece.start),
        ...this.replacement(piece).words.map((word) => this.word(word)),
      );
      at = piece.end;
    }
    out.push(file.text.slice(at));
    return out.join('').replace(YEAR, (year) => String(Number(year) - this.yearsBack));
  }

  private replacement(piece: Piece): Piece {
    if (!piece.movable || this.random() >= MOVED_SENTENCES) return piece;
    const other = this.one(this.movable);
    return other.report === piece.report ? piece : other;
  }

  private word(word: string): string {
    if (TWO_CHARACTERS.test(word)) return this.random() < CHANGED_WORDS ? this.one(this.vocabulary) : word;
    if (NUMBER.test(word) && word.search(YEAR) < 0)
      return this.random() < CHANGED_NUMBERS ? this.number(word) : word;
    return word;
  }

  /** A random number with as many digits. */
  private number(text: string): string {
    const digit = (min: number) => String(min + Math.floor(this.random() * (10 - min)));
    return text.replace(/\d/g, (_, at: number) => digit(at === 0 ? 1 : 0));
  }

  private one<Item>(items: Item[]): Item {
    return items[Math.floor(this.random() * items.length)];
  }
}

/** Numbers from 0 to 1 that depend only on the seed (mulberry32, Tommy Ettinger, public domain). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
