// Where a text may be cut in two, best places first. Knows nothing of blocks or of the limits of messages.
import { sentenceEnds } from '../language/index.ts';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How far to look past the last possible place, in UTF-16 units: a sentence ends after its closing marks. */
const LOOKAHEAD = 32;

type Ends = (text: string) => number[];

const endsOf =
  (pattern: RegExp): Ends =>
  (text) =>
    [...text.matchAll(pattern)].map((match) => match.index + match[0].length);

const endsOfClauses =
  (clause: boolean): Ends =>
  (text) =>
    sentenceEnds(text).flatMap((found) => (found.clause === clause ? [found.end] : []));

/** Best first. The comma of 3,500 and the colon of 10:30 are no ends. */
const NATURAL_ENDS: Ends[] = [
  endsOfClauses(false),
  endsOf(/\n/g),
  endsOfClauses(true),
  endsOf(/(?:[，、]|,(?!\w))[”’"'）)」』》】\]]*/g),
  endsOf(/：|:(?![\w/])/g),
  endsOf(/\s/g),
];

/**
 * Ends of sentences, lines, clauses and words, best first; of each kind the last one within reach. White
 * space after an end belongs to what precedes it. Never inside a grapheme; there are words on both sides.
 * @param reach the last possible place
 * @returns offsets above 0 and up to `reach`
 */
export function* naturalCuts(text: string, reach: number): Generator<number> {
  const view = text.slice(0, reach + LOOKAHEAD);
  const first = view.search(/\S/);
  const last = Math.min(reach, text.trimEnd().length - 1);
  const start = graphemeStarts(view);
  const possible = (end: number) => end > first && end <= last && start(end) === end;
  for (const endsIn of NATURAL_ENDS) {
    const end = endsIn(view).findLast(possible);
    if (end !== undefined) yield start(Math.min(last, end + leadingSpace(view.slice(end))));
  }
}

/**
 * Places where `naturalCuts` has none: between graphemes, then inside a grapheme between code points.
 * @returns offsets above 0 and up to `reach`
 */
export function* anyCuts(text: string, reach: number): Generator<number> {
  const view = text.slice(0, reach + LOOKAHEAD);
  const start = graphemeStarts(view);
  const places = [
    start(Math.min(reach, text.trimEnd().length - 1)), // a rest of white space would be an empty message
    codePointStart(view, reach),
  ];
  yield* places.filter((place) => place > 0);
}

/** Maps an offset to the start of its grapheme; an offset between two graphemes to itself. */
function graphemeStarts(text: string): (at: number) => number {
  const graphemes = GRAPHEMES.segment(text);
  return (at) => graphemes.containing(at)?.index ?? at;
}

/** The offset, or the one before it where it is inside a surrogate pair. */
function codePointStart(text: string, at: number): number {
  const isInside = /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
  return isInside ? at - 1 : at;
}

const leadingSpace = (text: string) => text.length - text.trimStart().length;
