// Words in both languages: normalising, segmentation, sentences, numerals, dictionaries. Depends on no other
// room.

export {
  adoptDictionary,
  cachedDictionary,
  dictionaryOf,
  headwordsOf,
  meaningsOf,
  readDictionary,
} from './dictionary.ts';
export type { Dictionary } from './dictionary-cache.ts';
export { baseForms, englishWords } from './english.ts';
export { englishSynonyms } from './english-synonyms.ts';
export { adoptLexicon, type Lexicon, lexicon, parseLexicon } from './lexicon.ts';
export { enclosedIn, type MarkPair, trimEndOf, withoutEnclosed } from './marks.ts';
export { isTraditional, normalise, normaliseName, simplified } from './normalise.ts';
export { findNumerals, parseChineseNumeral } from './numerals.ts';
export { monthCount, monthOf, periodLabel } from './period-label.ts';
export { phrasePattern } from './phrases.ts';
export { buildSoundTable, SoundIndex, type SoundTable } from './pinyin.ts';
export { isKnownWord, segment, tagLongText, tagWords } from './segment.ts';
export { endsSentence, sentenceEnds } from './sentences.ts';
export { nearestWords, type SpellingTable, spellingTable } from './spelling.ts';
export { stem } from './stem.ts';
export { isStopWord } from './stopwords.ts';
export { buildThesaurus, type Thesaurus, thesaurusSteps } from './thesaurus.ts';
export { indexOfToken, indexTokens, termTokens } from './tokens.ts';
export { beginningsOf, familyKey, rootKey } from './word-family.ts';
export { escapedPattern, parseWordLists, readWordLists } from './word-lists.ts';
export { writtenForms } from './written-forms.ts';
