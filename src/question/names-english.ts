// English names: a head such as bureau or County with the words that belong to it, and places told by their spelling.
import { lexicon, stem } from '../language/index.ts';
import type { MentionedName, NameSource } from './mentioned-name.ts';
import {
  ENGLISH_BODIES,
  ENGLISH_BUILT,
  ENGLISH_LOOKALIKES,
  ENGLISH_NO_NAME,
  ENGLISH_OFFICES,
  ENGLISH_PLACES,
  ENGLISH_WORKS,
  KNOWN_PLACES,
  LEVEL_PREFIXES,
} from './name-lists.ts';
import { isPinyinName } from './pinyin-name.ts';

interface EnglishWord {
  text: string;
  start: number;
  end: number;
  isCapital: boolean;
  /** Of another clause than the word before. */
  breaks: boolean;
  isPossessive: boolean;
}

const WORD = /[a-z]+(?:[-’'.][a-z]+)*|\d+/g;
const MAX_MODIFIERS = 6;
const MAX_LOWER_MODIFIERS = 3;

function wordsOf({ text, normalised }: NameSource): EnglishWord[] {
  let before = 0;
  return [...normalised.matchAll(WORD)].map(({ index, 0: word }) => {
    const plain = word.replace(/[’']s?$/, '');
    const end = index + plain.length;
    const gap = normalised.slice(before, index);
    before = index + word.length;
    return {
      text: plain,
      start: index,
      end,
      isCapital: /[A-Z]/.test(text[index] ?? ''),
      breaks: !/^[ .’'&-]*$/.test(gap) || /\. $/.test(gap),
      isPossessive: plain !== word || /^[’']/.test(normalised.slice(end)),
    };
  });
}

export function englishNames(source: NameSource): MentionedName[] {
  if (!/[a-z]{2}/.test(source.normalised)) return [];
  const words = wordsOf(source);
  const taken = new Set<number>();
  const names: MentionedName[] = [];
  const isBarrier = barrierOf(source);
  const add = (kind: 'agency' | 'place', first: number, last: number) => {
    for (let i = first; i <= last; i++) if (taken.has(i)) return;
    for (let i = first; i <= last; i++) taken.add(i);
    names.push({ kind, start: words[first].start, end: words[last].end, ...levelBefore(words, first) });
  };
  words.forEach((_, i) => {
    const span = agencySpan(words, i, isBarrier);
    if (span) add('agency', ...span);
  });
  words.forEach(({ text: word }, i) => {
    const kind = pinyinKind(word);
    if (kind && !known(word)) add(kind, i, i);
  });
  words.forEach((_, i) => {
    const span = placeSpan(words, i);
    if (span && !taken.has(i)) add('place', ...span);
  });
  return names;
}

const PINYIN_OFFICE = /(?:ju|weiyuanhui|gongsi|yiyuan|xuexiao|fayuan|jianchayuan)$/;
const PINYIN_PLACE = /(?:zhen|xian|jiedao|shequ)$/;
const SHORTEST_TYPED = 7;

/** jiaoyuju, baishazhen: typed without characters. */
function pinyinKind(word: string): 'agency' | 'place' | undefined {
  if (word.length < SHORTEST_TYPED || !isPinyinName(word)) return undefined;
  return PINYIN_OFFICE.test(word) ? 'agency' : PINYIN_PLACE.test(word) ? 'place' : undefined;
}

const FILLING = new Set([
  'term',
  'light noun',
  'light verb',
  'report',
  'authors',
  'city',
  'county',
  'province',
  'township',
  'national',
  'subdistrict',
  'degree',
  'function word',
  'function',
]);

/** Words that ask or tell something end a name. */
function barrierOf({ phrases }: NameSource): (word: EnglishWord) => boolean {
  const barriers = phrases.filter(({ group }) => !FILLING.has(group));
  return (word) =>
    ENGLISH_NO_NAME.has(word.text) ||
    (!word.isCapital && barriers.some(({ start, end }) => start <= word.start && end >= word.end));
}

function levelBefore(words: readonly EnglishWord[], first: number): Pick<MentionedName, 'level'> {
  const before = words[first - 1];
  const level =
    before && !before.isPossessive && !words[first].breaks ? LEVEL_PREFIXES.get(before.text) : undefined;
  const isOfName = first > 1 && ENGLISH_PLACES.has(before?.text ?? '') && isPlaceName(words[first - 2]);
  return level && !isOfName ? { level } : {};
}

function agencySpan(
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

function englishWordsKnown(): Set<string> {
  const words = new Set<string>();
  for (const phrase of lexicon().english.keys()) for (const word of phrase.split(' ')) words.add(word);
  return words;
}

let englishStems: Set<string> | undefined;

/** Whether a word is one of the phrases of the lexicon: no name of a place, however it is spelt. */
function known(word: string): boolean {
  englishStems ??= new Set([...englishWordsKnown()].map(stem));
  return englishStems.has(stem(word));
}

/** A word that is spelt like the name of a Chinese place, or a known one. */
const isPlaceName = (word: EnglishWord | undefined): boolean =>
  word !== undefined &&
  (KNOWN_PLACES.has(word.text) ||
    (!ENGLISH_NO_NAME.has(word.text) &&
      !ENGLISH_LOOKALIKES.has(word.text) &&
      isPinyinName(word.text) &&
      !known(word.text)));

function placeSpan(words: readonly EnglishWord[], i: number): [number, number] | undefined {
  const word = words[i];
  const before = words[i - 1];
  if (ENGLISH_PLACES.has(word.text) && before && !word.breaks && !before.isPossessive) {
    if (!isNamed(words, i - 1)) return undefined;
    const first =
      words[i - 2] && !before.breaks && isNamed(words, i - 2) && words[i - 2].isCapital && i > 2
        ? i - 2
        : i - 1;
    return [first, i];
  }
  if (ENGLISH_PLACES.has(words[i + 1]?.text ?? '') && !words[i + 1].breaks) return undefined;
  if (!isPlaceName(word) || (!word.isCapital && !standsAsPlace(words, i))) return undefined;
  const next = words[i + 1];
  if (
    next &&
    !next.breaks &&
    !word.isPossessive &&
    (ENGLISH_WORKS.has(next.text) || (next.isCapital && !isPlaceName(next)))
  )
    return undefined;
  return [i, i];
}

const isNamed = (words: readonly EnglishWord[], at: number): boolean => {
  const word = words[at];
  if (ENGLISH_NO_NAME.has(word.text) || LEVEL_PREFIXES.has(word.text) || ENGLISH_OFFICES.has(word.text))
    return false;
  return isPlaceName(word) || (word.isCapital && (at > 0 || !known(word.text)));
};

/** All in lower case: a place only where one stands. */
const standsAsPlace = (words: readonly EnglishWord[], i: number): boolean =>
  words[i].isPossessive ||
  /^(?:in|of|from|for|at|to|did|does|is|was|between|versus|vs|and|or|than)$/.test(words[i - 1]?.text ?? '');
