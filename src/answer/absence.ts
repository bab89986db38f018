// Which words of a question no report holds. It is said of whole words that name a thing, after a look at all
// texts as they were written; where there is any doubt, nothing is said.
import path from 'node:path';
import {
  beginningsOf,
  cachedDictionary,
  familyKey,
  headwordsOf,
  isHeadword,
  isStopWord,
  normalise,
  readWordLists,
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
/** A shorter English word may be an abbreviation, and many others begin with it. */
const MIN_LETTERS = 3;
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
  if (!isEnglish(label)) return certain === true && !NO_THING.has(label);
  const words = label.split(' ');
  return words.every(
    (word) =>
      /^[a-z]+$/.test(word) && word.length >= MIN_LETTERS && !isStopWord(word) && !NO_THING.has(keyOf(word)),
  );
}

const isAbsent = (concept: Concept, index: PassageIndex): boolean =>
  isEnglish(concept.label) ? isEnglishAbsent(concept, index) : isChineseAbsent(concept, index);

/** Chinese terms that say the same are looked for too; English ones must be known where reports are English. */
function isChineseAbsent({ label, variants }: Concept, index: PassageIndex): boolean {
  const dictionary = cachedDictionary();
  const isTranslatable = dictionary !== undefined && isHeadword(label, dictionary);
  if (hasEnglish(index) && !isTranslatable) return false;
  return !occursAnywhere([label, ...variants.flatMap(({ text }) => termsOf(text))], index);
}

/** A phrase is absent where one of its words is, in English and in every Chinese term for it. */
function isEnglishAbsent({ label, variants, certain }: Concept, index: PassageIndex): boolean {
  const dictionary = cachedDictionary();
  const meanings = dictionary && headwordsOf(label, dictionary);
  if (!certain && meanings === undefined) return false; // a name, or misspelled
  const chinese = [
    ...variants.map(({ text }) => text).filter((text) => !isEnglish(text)),
    ...(meanings ?? []),
  ];
  if (hasChinese(index) && (chinese.length === 0 || occursAnywhere(chinese, index))) return false;
  return label.split(' ').some((word) => !occursAnywhere(beginningsOf(word), index));
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
  return /^[a-z]/.test(text);
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
