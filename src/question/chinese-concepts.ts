// Chinese questions to concepts: terms of the lexicon, words, names that segmentation does not know.
import { isKnownWord, isStopWord, tagWords, termTokens } from '../language/index.ts';
import type { Concept, PassageIndex, Variant } from '../search/index.ts';
import { translatedVariants } from './translations.ts';
import { ACROSS_WEIGHT, CERTAINTY, MAX_CHINESE_VARIANTS, variant, variantsOf } from './variant.ts';

/** How much a word says about the topic, by its part of speech (jieba's tags). */
const WORD_WEIGHTS: [RegExp, number][] = [
  [/^(?:m|q|mq)$/, 0.15], // 两个, 几份, 亩: reports seldom count with the same words
  [/^(?:d|r|p|c|u|y|e|o|f|t|h|k)/, 0.15],
  [/^(?:vn|an)$/, 0.9],
  [/^v/, 0.45],
  [/^(?:a|b|z)/, 0.45],
];
const NOUN_WEIGHT = 1;
/** A word of one character is often found by chance. */
const SINGLE_WEIGHT = 0.5;

function wordWeight(word: string, tag: string): number {
  const known = WORD_WEIGHTS.find(([pattern]) => pattern.test(tag))?.[1] ?? NOUN_WEIGHT;
  return word.length === 1 ? known * SINGLE_WEIGHT : known;
}

/** Concepts of a run of Chinese: terms of the lexicon, else words; pairs across words as hints. */
export function chineseConcepts(run: string, index: PassageIndex): Concept[] {
  const concepts: Concept[] = [];
  let previous = '';
  for (const { word, tag } of joinNames(splitTerms(run, index), index)) {
    if (isStopWord(word)) {
      previous = '';
      continue;
    }
    if (previous) {
      const pair = previous.slice(-1) + word[0];
      concepts.push({
        label: pair,
        weight: ACROSS_WEIGHT,
        variants: [
          variant(pair, CERTAINTY.own, true),
          ...(previous.length === 1 && word.length === 1 ? homophones(pair, index) : []),
        ],
        hint: true,
      });
    }
    const weight = wordWeight(word, tag);
    concepts.push({
      label: word,
      weight,
      variants: chineseVariants(word, index),
      certain: weight >= 0.9 && isKnownWord(word),
    });
    previous = word;
  }
  return concepts;
}

/** A pair of characters in more passages than this is chance rather than a name. */
const MAX_NAME_FREQUENCY = 12;

/** Joins two single characters that few passages hold together: a name that segmentation does not know. */
function joinNames(
  words: { word: string; tag: string }[],
  index: PassageIndex,
): { word: string; tag: string }[] {
  const joined: { word: string; tag: string }[] = [];
  for (const each of words) {
    const last = joined.at(-1);
    const single = (word: string) => word.length === 1 && !isStopWord(word);
    const pair = last && single(last.word) && single(each.word) ? last.word + each.word : '';
    const frequency = pair ? index.passageFrequency(pair) : 0;
    if (last && frequency > 0 && frequency <= MAX_NAME_FREQUENCY) {
      last.word = pair;
      last.tag = 'nz';
    } else joined.push({ ...each });
  }
  return joined;
}

/** Cuts a run into terms that the lexicon knows (two characters and more, longest first) and words. */
function splitTerms(run: string, index: PassageIndex): { word: string; tag: string }[] {
  const { synonyms, longestTerm } = index.thesaurus.lexicon;
  const tags = new Map<number, { word: string; tag: string }>();
  let at = 0;
  for (const tagged of tagWords(run)) {
    tags.set(at, tagged);
    at += tagged.word.length;
  }
  const ends = new Set([...tags.keys(), run.length]);
  const terms: { word: string; tag: string }[] = [];
  at = 0;
  while (at < run.length) {
    let length = Math.min(longestTerm, run.length - at);
    while (
      length >= 2 &&
      !(synonyms.has(run.slice(at, at + length)) && (ends.has(at + length) || length >= 3))
    )
      length--;
    const known = length >= 2;
    if (!known) {
      length = 1;
      while (!ends.has(at + length)) length++;
    }
    const word = run.slice(at, at + length);
    terms.push({ word, tag: tags.get(at)?.word === word ? (tags.get(at)?.tag ?? 'n') : known ? 'n' : 'x' });
    at += length;
  }
  return terms;
}

function chineseVariants(word: string, index: PassageIndex): Variant[] {
  const variants = [variant(word, CERTAINTY.own, true)];
  const known = new Set([word]);
  const add = (text: string, weight: number) => {
    if (known.has(text)) return;
    known.add(text);
    variants.push(...variantsOf(text, weight, index));
  };
  for (const term of index.thesaurus.lexicon.synonyms.get(word) ?? []) add(term, CERTAINTY.lexicon);
  if (word.length === 1) for (const term of index.pairsWith(word)) add(term, CERTAINTY.inside);
  if (word.length >= 2) {
    for (const term of index.thesaurus.chinese.get(word)?.split(' ') ?? []) add(term, CERTAINTY.dictionary);
    for (const { text, weight } of homophones(word, index)) add(text, weight);
  }
  return [
    ...variants.slice(0, MAX_CHINESE_VARIANTS),
    ...(word.length > 1 ? translatedVariants(word, index) : []),
  ];
}

/** Words of the reports that sound like this one, where no report holds it. */
function homophones(word: string, index: PassageIndex): Variant[] {
  const occurs =
    index.passageFrequency(word) > 0 || termTokens(word).some(({ text }) => index.passageFrequency(text) > 0);
  return occurs ? [] : index.sounds.homophones(word).map((term) => variant(term, CERTAINTY.sound, false));
}
