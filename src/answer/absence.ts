// Which words of a question no report holds. It is said of whole words that name a thing, after a look at all
// texts as they were written; where there is any doubt, nothing is said.
import path from 'node:path';
import {
  beginningsOf,
  cachedDictionary,
  familyKey,
  headwordsOf,
  isStopWord,
  meaningsOf,
  normalise,
  readWordLists,
  rootKey,
  type Thesaurus,
  tagWords,
} from '../language/index.ts';
import type { ResolvedQuestion } from '../question/index.ts';
import { type Concept, occursAnywhere, type PassageIndex } from '../search/index.ts';

const NO_THING = new Set(
  readWordLists(path.join(import.meta.dirname, 'phrases/absence.txt'))
    .words('no thing')
    .map(keyOf),
);

/** Words that are looked for in all texts; more are no help to the reader. */
const MAX_WORDS = 4;
/** No English text is without this word. */
const SIGN_OF_ENGLISH = 'the';

/** The words of a question that no report of an index holds, as they were asked. */
export function absentWords({ text, topic }: ResolvedQuestion, index: PassageIndex): string[] {
  const candidates = topic.filter((concept) => isUnknown(concept, index) && namesThing(concept));
  return candidates
    .slice(0, MAX_WORDS)
    .filter((concept) => isAbsent(concept, index))
    .map(({ label }) => asWritten(label, text));
}

/** Whether no passage holds any wording of a concept whole; headings and all else are not looked at. */
const isUnknown = ({ weight, hint, variants }: Concept, index: PassageIndex): boolean =>
  weight === 1 &&
  hint !== true &&
  variants.every(({ tokens }) => tokens.some((token) => index.passageFrequency(token.text) === 0));

/** Whether its label is a whole word or phrase that names something a report could hold. */
function namesThing({ label, certain }: Concept): boolean {
  if (!isEnglish(label)) return certain === true && !NO_THING.has(label) && isNoun(label);
  return label
    .split(' ')
    .every((word) => /^[a-z]{3,}$/.test(word) && !isStopWord(word) && !NO_THING.has(keyOf(word)));
}

/** By the tags of jieba: a word that segmentation cut out of a sentence is seldom made of nouns alone. */
const isNoun = (label: string): boolean => tagWords(label).every(({ tag }) => /^(?:n|vn|j)/.test(tag));

const isAbsent = (concept: Concept, index: PassageIndex): boolean =>
  isEnglish(concept.label) ? isEnglishAbsent(concept, index) : isChineseAbsent(concept, index);

/** Where reports are English, its meanings must be known, and none of them may occur. */
function isChineseAbsent({ label, variants }: Concept, index: PassageIndex): boolean {
  const dictionary = cachedDictionary();
  const meanings = hasEnglish(index) ? dictionary && meaningsOf(label, dictionary) : [];
  if (meanings === undefined) return false;
  const texts = [...variants.map(({ text }) => text), ...meanings];
  return !occursAnywhere([label, ...texts.flatMap(termsOf)], index);
}

/** A word with more meanings may stand in the reports by any of them. */
const MAX_MEANINGS = 24;

/** A phrase is absent where one of its words is, in English and in every Chinese term for it. */
function isEnglishAbsent({ label, variants, certain }: Concept, index: PassageIndex): boolean {
  const dictionary = cachedDictionary();
  const words = label.split(' ');
  const meanings = dictionary && headwordsOf(words, dictionary);
  if (!certain && meanings === undefined) return false; // a name, or misspelled
  const terms = [...variants.map(({ text }) => text).filter((text) => !isEnglish(text)), ...(meanings ?? [])];
  if (terms.length > MAX_MEANINGS) return false;
  if (hasChinese(index) && (terms.length === 0 || occursAnywhere(terms, index))) return false;
  return words.some((word) => !isTranslated(word, index) && !occursAnywhere(beginningsOf(word), index));
}

const roots = new WeakMap<Thesaurus, ReadonlySet<string>>();

/** Whether a word that this one is made from, or that is made from it, leads to Chinese words of the reports. */
function isTranslated(word: string, { thesaurus }: PassageIndex): boolean {
  const known = roots.get(thesaurus) ?? new Set([...thesaurus.english.keys()].map(rootKey));
  roots.set(thesaurus, known);
  return known.has(rootKey(word));
}

/** What is looked for in the texts for a variant: for an English phrase its longest word. */
function termsOf(text: string): string[] {
  if (!isEnglish(text)) return [text];
  const [longest] = text.split(' ').toSorted((a, b) => b.length - a.length);
  return beginningsOf(longest);
}

const hasEnglish = (index: PassageIndex): boolean => index.passageFrequency(SIGN_OF_ENGLISH) > 0;

/** The thesaurus leads from English words to Chinese ones that occur. */
const hasChinese = (index: PassageIndex): boolean => index.thesaurus.english.size > 0;

function isEnglish(text: string): boolean {
  return /[a-z]/.test(text);
}

/** Chinese words as they are; English ones by what they are inflections of. */
function keyOf(word: string): string {
  return isEnglish(word) ? familyKey(word) : word;
}

/** A label as the question writes it: in its script and case. */
function asWritten(label: string, question: string): string {
  const at = normalise(question).indexOf(label);
  return at < 0 ? label : question.slice(at, at + label.length);
}
