// The form of a question in which phrases of asking are matched: English words by their stems, contractions written out,
// with a map back to the question. Chinese stays as it is.
import { stem } from '../language/index.ts';

export interface AskingForm {
  text: string;
  /** For each unit of `text`, and for its end, the offset in the question. */
  offsets: number[];
}

/** In the order of trial: the first that fits a word is written out. */
const CONTRACTIONS: [RegExp, string][] = [
  [/^can[’']t$/, 'can not'],
  [/^won[’']t$/, 'will not'],
  [/n[’']t$/, ' not'],
  [/[’']ll$/, ' will'],
  [/[’']re$/, ' are'],
  [/[’']ve$/, ' have'],
  [/[’']m$/, ' am'],
];
/** 's is a verb after these; elsewhere it is a possessive. */
const WITH_IS = /^(?:what|where|who|how|when|why|that|there|here|it|he|she|let|whats|wheres|whos|hows)[’']s$/;
const WORD = /[a-z]+(?:[’'][a-z]+)?/g;

/** @param question normalised */
export function askingForm(question: string): AskingForm {
  const form: AskingForm = { text: '', offsets: [] };
  let at = 0;
  const add = (text: string, offset: number, moves: boolean) => {
    for (let i = 0; i < text.length; i++) form.offsets.push(moves ? offset + i : offset);
    form.text += text;
  };
  for (const match of question.matchAll(WORD)) {
    add(question.slice(at, match.index).replace(/[-–—_/]/g, ' '), at, true);
    add(askingWords(match[0]), match.index, false);
    at = match.index + match[0].length;
  }
  add(question.slice(at).replace(/[-–—_/]/g, ' '), at, true);
  form.offsets.push(question.length);
  return form;
}

const askingWords = (word: string): string => written(word).split(' ').map(stem).join(' ');

function written(word: string): string {
  if (WITH_IS.test(word)) return `${word.slice(0, -2)} is`;
  for (const [ending, words] of CONTRACTIONS) if (ending.test(word)) return word.replace(ending, words);
  return word.replace(/[’']s?$/, '').replace(/[’'].*$/, '');
}

/** A phrase of a list in the same form: its English words by their stems. */
export const askingPhrase = (phrase: string): string =>
  phrase.replace(/[a-z]+(?:[’'][a-z]+)?(?![a-z*]|\]|[^[\]]*\](?![^[\]]*\[))/g, askingWords);
