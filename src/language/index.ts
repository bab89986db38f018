// Words in both languages: forms for matching, segmentation, sentences, numerals. Depends on nothing.
export { normalise } from './normalise.ts';
export { findNumerals, parseChineseNumeral } from './numerals.ts';
export { segment, type TaggedWord, tagWords } from './segment.ts';
export { endsSentence, sentenceEnds } from './sentences.ts';
export { isStopWord } from './stopwords.ts';
export { indexTokens, type QueryToken, queryTokens } from './tokens.ts';
