// English names: offices, places, and both typed in pinyin.
import type { MentionedName, NameSource } from './mentioned-name.ts';
import { ENGLISH_NO_NAME, ENGLISH_PLACES, LEVEL_PREFIXES } from './name-lists.ts';
import { agencySpan } from './names-english-offices.ts';
import { isLexiconWord, isPlaceName, placeSpan } from './names-english-places.ts';
import { type EnglishWord, wordsOf } from './names-english-words.ts';
import { isPinyinName } from './pinyin-name.ts';

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
    if (kind && !isLexiconWord(word)) add(kind, i, i);
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
