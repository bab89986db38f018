// How well what was typed names a suggestible: in which way, from the surest to the loosest.
import type { Query, TypedWord } from './suggest-query.ts';
import { type Spelling, spellingOf } from './suggest-spelling.ts';
import type { Suggestible } from './suggest-table.ts';

/** Ways in which a word may name a suggestible; smaller is better. */
const WAY = {
  exact: 0,
  prefix: 1,
  infix: 2,
  /** In order with gaps (林局), or an abbreviation (发改委). */
  inOrder: 3,
  syllablesFirst: 4,
  syllables: 5,
  initialsFirst: 6,
  initials: 7,
  /** English, or another name of an office. */
  translated: 8,
  /** The sounds of an abbreviation: fgw. */
  abbreviatedSounds: 9,
  /** English that is still being typed: fore. */
  translatedBeginning: 10,
} as const;

/** More than the sum of the ways of all words of a query. */
const WORST = 1000;

/** How well a query names a suggestible: by its worst word, then by the sum; smaller is better. */
export function scoreOf(suggestible: Suggestible, query: Query): number | undefined {
  let best: number | undefined;
  for (const words of query) {
    const score = scoreOfWords(suggestible, words);
    if (score !== undefined && (best === undefined || score < best)) best = score;
  }
  return best;
}

/** True for a score that rests on English that is still being typed. */
export const isTentative = (score: number): boolean => wayOfScore(score) === WAY.translatedBeginning;

/** True for a score that rests on whole words or syllables. */
export function isSure(score: number): boolean {
  const way = wayOfScore(score);
  return way <= WAY.syllables || way === WAY.translated;
}

const wayOfScore = (score: number) => Math.floor(score / WORST);

function scoreOfWords(suggestible: Suggestible, words: TypedWord[]): number | undefined {
  let worst = 0;
  let all = 0;
  for (const word of words) {
    const way = wayOf(suggestible, word) ?? (word.optional ? WAY.translated : undefined);
    if (way === undefined) return undefined;
    worst = Math.max(worst, way);
    all += way;
  }
  return worst * WORST + all;
}

function wayOf(suggestible: Suggestible, word: TypedWord): number | undefined {
  return (
    wayByText(suggestible, word) ??
    wayBySound(suggestible, word) ??
    wayByTranslation(suggestible, word) ??
    wayByBeginning(suggestible, word)
  );
}

/** The first name is the one that is shown; by the others a suggestible is only found. */
function wayByText(
  { names, author }: Suggestible,
  { text, pieces, abbreviates }: TypedWord,
): number | undefined {
  const [shown] = names;
  if (shown.text === text) return WAY.exact;
  if (shown.text.startsWith(text)) return WAY.prefix;
  if (names.some((name) => name.text.includes(text))) return WAY.infix;
  const inOrder = pieces.length > 1 && names.some((name) => holdsInOrder(name.text, pieces));
  return inOrder || (author !== undefined && abbreviates(author)) ? WAY.inOrder : undefined;
}

function holdsInOrder(text: string, pieces: string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    from = endOf(piece, text, from);
    if (from < 0) return false;
  }
  return true;
}

/** The end of a piece at or after an offset, or -1; a number must end there: 23 in 2023, not 2 in 2024. */
function endOf(piece: string, text: string, from: number): number {
  const isNumber = isDigit(piece.charCodeAt(0));
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    if (!isNumber || !isDigit(text.charCodeAt(end))) return end;
  }
  return -1;
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

function wayBySound({ names }: Suggestible, { text, isSound }: TypedWord): number | undefined {
  if (!isSound) return undefined;
  const ways = names.flatMap(({ sounds }) => wayOfSpelling(spellingOf(sounds, text)) ?? []);
  return ways.length > 0 ? Math.min(...ways) : undefined;
}

function wayOfSpelling(spelling: Spelling | undefined): number | undefined {
  if (!spelling) return undefined;
  if (spelling.syllables) return spelling.begins ? WAY.syllablesFirst : WAY.syllables;
  return spelling.begins ? WAY.initialsFirst : WAY.initials;
}

function wayByTranslation(
  { names, author, periodWords, initials }: Suggestible,
  word: TypedWord,
): number | undefined {
  const { text, translation, translates, spellsInitials } = word;
  if (periodWords.includes(text) || holdsOneOf(names, translation.whole)) return WAY.translated;
  if (author !== undefined && translates.whole(author)) return WAY.translated;
  return initials && spellsInitials(initials) ? WAY.abbreviatedSounds : undefined;
}

function wayByBeginning({ names, author, periodWords }: Suggestible, word: TypedWord): number | undefined {
  const begun =
    periodWords.some((each) => each.startsWith(word.text)) ||
    holdsOneOf(names, word.translation.beginning) ||
    (author !== undefined && word.translates.beginning(author));
  return begun ? WAY.translatedBeginning : undefined;
}

const holdsOneOf = (names: Suggestible['names'], terms: string[]) =>
  terms.some((term) => names.some(({ text }) => text.includes(term)));
