// English names of offices: a head such as bureau with the words that belong to it.
import {
  ENGLISH_BODIES,
  ENGLISH_BUILT,
  ENGLISH_OFFICES,
  ENGLISH_PLACES,
  ENGLISH_WORKS,
  LEVEL_PREFIXES,
} from './name-lists.ts';
import { isPlaceName } from './names-english-places.ts';
import type { EnglishWord } from './names-english-words.ts';

const MAX_MODIFIERS = 6;
const MAX_LOWER_MODIFIERS = 3;

export function agencySpan(
  words: readonly EnglishWord[],
  i: number,
  isBarrier: (word: EnglishWord) => boolean,
): [number, number] | undefined {
  const head = words[i];
  if (
    !(ENGLISH_OFFICES.has(head.text) || ENGLISH_BODIES.has(head.text)) ||
    (ENGLISH_OFFICES.has(words[i + 1]?.text ?? '') && !words[i + 1].breaks)
  )
    return undefined;
  if (ENGLISH_WORKS.has(words[i + 1]?.text ?? '') && !words[i + 1].breaks && !head.isCapital)
    return undefined;
  if (ENGLISH_BUILT.has(`${words[i - 1]?.text} ${head.text}`) && !head.isCapital) return undefined;
  const first = firstModifier(words, i, isBarrier);
  if (isBuilt(words, first)) return undefined;
  if (first < i) return [first, i];
  if (words[i + 1]?.text === 'of' && words[i + 2] && !isBarrier(words[i + 2]))
    return [i, lastOfGenitive(words, i + 2, isBarrier)];
  if (words[i + 1]?.text === 'no' && /^\d+$/.test(words[i + 2]?.text ?? '')) return [i, i + 2];
  return ENGLISH_BODIES.has(head.text) ? [i, i] : undefined;
}

/** A new hospital, which school, every bureau: a kind, no name. */
const isBuilt = (words: readonly EnglishWord[], first: number): boolean => {
  const before = words[first].breaks ? '' : (words[first - 1]?.text ?? '');
  return (
    /^(?:new|old|a|an|another|which|what|every|each|any|all|many|more|most|some|these|those|few|per|no|build|built|building|open|opened|build|renovated|repair|repaired|renovate|second|third)$/.test(
      before,
    ) || /^(?:new|another|second|third|many)$/.test(words[first].text)
  );
};

function firstModifier(
  words: readonly EnglishWord[],
  head: number,
  isBarrier: (word: EnglishWord) => boolean,
): number {
  let first = head;
  const limit = words[head].isCapital ? MAX_MODIFIERS : MAX_LOWER_MODIFIERS;
  while (first > 0 && head - first < limit && !words[first].breaks) {
    const before = words[first - 1];
    if (/^\d+$/.test(before.text) && words[first - 2]?.text === 'no') first -= 2;
    else if (before.text === 'and' && first < head && joinsAcrossAnd(words, first, isBarrier)) first -= 2;
    else if (isModifier(words, first - 1, isBarrier)) first--;
    else break;
  }
  return first;
}

/** Women's Federation: the possessive belongs to the name. */
const MEMBERS =
  /^(?:women|children|people|peoples|workers|veterans|farmers|youth|writers|journalists|citizens|teachers)$/;

function isModifier(
  words: readonly EnglishWord[],
  at: number,
  isBarrier: (word: EnglishWord) => boolean,
): boolean {
  const word = words[at];
  if (word.isPossessive && MEMBERS.test(word.text)) return true;
  if (isBarrier(word) || word.isPossessive || LEVEL_PREFIXES.has(word.text) || /^\d/.test(word.text))
    return false;
  if (ENGLISH_PLACES.has(word.text) || ENGLISH_OFFICES.has(word.text))
    return (
      ENGLISH_BODIES.has(word.text) || word.text === 'state' || word.text === 'school' || word.text === 'bank'
    );
  return !isPlaceName(word) || !ENGLISH_PLACES.has(words[at + 1]?.text ?? '');
}

const joinsAcrossAnd = (
  words: readonly EnglishWord[],
  first: number,
  isBarrier: (word: EnglishWord) => boolean,
): boolean => {
  const left = words[first - 2];
  return (
    left !== undefined &&
    !words[first - 1].breaks &&
    !isBarrier(left) &&
    !left.isPossessive &&
    !ENGLISH_OFFICES.has(left.text) &&
    !ENGLISH_PLACES.has(left.text) &&
    !isPlaceName(left) &&
    words[first - 3]?.text !== 'between'
  );
};

/** Bureau of Housing and Construction. */
function lastOfGenitive(
  words: readonly EnglishWord[],
  from: number,
  isBarrier: (word: EnglishWord) => boolean,
): number {
  let last = from;
  for (let i = from + 1; i < words.length && i - from < MAX_MODIFIERS && !words[i].breaks; i++) {
    const { text, isCapital } = words[i];
    if (text === 'and' && words[i + 1]?.isCapital && !ENGLISH_OFFICES.has(words[i + 1].text)) continue;
    if (
      isBarrier(words[i]) ||
      (words[from].isCapital && !isCapital) ||
      (!words[from].isCapital && words[i - 1].text !== 'and')
    )
      break;
    last = i;
  }
  return last;
}
