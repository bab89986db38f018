// The names of authors and places that a question mentions, whether or not the library holds reports by them.
import path from 'node:path';
import { isStopWord, readWordLists, tagWords } from '../language/index.ts';

export type Level = 'national' | 'province' | 'city' | 'county' | 'township' | 'subdistrict';

/** A name in a question; offsets in the normalised question. */
export interface MentionedName {
  kind: 'agency' | 'place';
  start: number;
  end: number;
}

const LISTS = readWordLists(path.join(import.meta.dirname, 'asking/names.txt'));
const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);
const OFFICE_ENDINGS = byLength(LISTS.words('office ending'));
const PLACE_ENDINGS = byLength(LISTS.words('place ending'));
const NO_OFFICE = new Set(LISTS.words('no office'));
const ENGLISH_OFFICES = new Set(LISTS.words('english office'));
const ENGLISH_PLACES = new Set(LISTS.words('english place'));

/** Parts of speech of which Chinese names are made (jieba): nouns, abbreviations, names, verbal nouns, attributes, numerals. */
const NAME_TAG = /^(?:n|j|vn|b|nz|ns|nr|nt|an|l|i|m|eng|x|v$|a$|f$|s$|zg|g)/;
const MAX_NAME_WORDS = 5;
/** Words that end a name to the left although their part of speech would fit. */
const NO_NAME_WORD = /^(?:请问|麻烦|各|哪|那|这|某|全|每|几|我|你|他|谁|帮|给|对比|比较|看|查|问|说|讲|想|说说|讲讲|介绍|关于|有关|去年|今年|明年|前年|上半年|下半年|今天|是|有|把|向|跟|和|与|同|或|及|对|让|给|被|在|从|据|按|的|了|吗|呢)/;

interface Word {
  text: string;
  tag: string;
  start: number;
  end: number;
}

/** Names in a normalised question, in its order, without overlaps. */
export function namesIn(question: string): MentionedName[] {
  return [...chineseNames(question), ...englishNames(question)].sort((a, b) => a.start - b.start);
}

function chineseNames(question: string): MentionedName[] {
  const words = wordsOf(question);
  const names: MentionedName[] = [];
  words.forEach((word, i) => {
    if (!/[\u3400-\u9fff]/.test(word.text)) return;
    const ending = endingOf(word.text);
    if (!ending) return;
    let first = i;
    while (first > 0 && i - first < MAX_NAME_WORDS && joins(words[first - 1], words[first]) && !endsPlace(words[first - 1]))
      first--;
    const start = words[first].start;
    const text = question.slice(start, word.end);
    if (NO_OFFICE.has(text) || text.length <= ending.text.length) return;
    if (text.length - ending.text.length < 1) return;
    const last = names.at(-1);
    if (last && last.end > start) names.pop();
    names.push({ kind: ending.kind, start, end: word.end });
  });
  return names;
}

const joins = (before: Word, after: Word): boolean =>
  before.end === after.start &&
  /[\u3400-\u9fff\d]/.test(before.text) &&
  NAME_TAG.test(before.tag) &&
  !NO_NAME_WORD.test(before.text) &&
  !isStopWord(before.text);

const endsPlace = ({ text }: Word): boolean => text.length > 1 && PLACE_ENDINGS.some((ending) => text.endsWith(ending));

function endingOf(word: string): { kind: 'agency' | 'place'; text: string } | undefined {
  const office = OFFICE_ENDINGS.find((ending) => word.endsWith(ending));
  const place = PLACE_ENDINGS.find((ending) => word.endsWith(ending));
  if (office && (!place || office.length >= place.length)) return { kind: 'agency', text: office };
  return place ? { kind: 'place', text: place } : undefined;
}

function wordsOf(question: string): Word[] {
  let at = 0;
  return tagWords(question).map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { text: word, tag, start, end: at };
  });
}

const ENGLISH_STOP =
  /^(?:the|a|an|of|and|or|in|on|at|to|for|from|by|with|about|does|do|did|is|are|was|were|has|have|had|will|would|can|could|should|shall|may|might|what|which|who|whose|where|when|why|how|that|this|their|its|his|her|any|all|every|each|both|between|versus|vs|compare|does|say|tell|me|us|please|give|show|so|but|as|than|regional|provincial|municipal|city|county|district|town|township|national|local|our|your|my|according|next|last|year|many|much|did|list|summarize|overview|want|wants|plan|plans|against|like|now|there|more|most|some|other|same|another)$/;

function englishNames(question: string): MentionedName[] {
  const words = [...question.matchAll(/[a-z]+(?:[-’'.][a-z]+)*|\d+/g)].map((match) => ({
    text: match[0].replace(/[’']s$/, ''),
    start: match.index,
    end: match.index + match[0].replace(/[’']s$/, '').length,
  }));
  const names: MentionedName[] = [];
  words.forEach((word, i) => {
    const kind = ENGLISH_OFFICES.has(word.text) ? 'agency' : ENGLISH_PLACES.has(word.text) ? 'place' : undefined;
    if (!kind) return;
    let first = i;
    const gap = (at: number) => question.slice(words[at - 1].end, words[at].start);
    while (first > 0 && i - first < 4 && /^[ ’'-]{1,2}$/.test(gap(first)) && !ENGLISH_STOP.test(words[first - 1].text)) first--;
    if (first > 1 && words[first - 1].text === 'and' && kind === 'agency' && !ENGLISH_STOP.test(words[first - 2].text) && !ENGLISH_OFFICES.has(words[first - 2].text) && i > first - 0)
      first -= 2;
    let end = word.end;
    if (first === i && words[i + 1]?.text === 'of' && words[i + 2] && kind === 'agency') end = words[i + 2].end;
    if (first === i && end === word.end) return;
    const last = names.at(-1);
    if (last && last.end > words[first].start) names.pop();
    names.push({ kind, start: words[first].start, end });
  });
  return names;
}
