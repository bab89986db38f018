// Chinese words. The only importer of jieba; its dictionary is loaded on first use.
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

function loaded(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** The library takes 200 bytes for each character that it is given at once, outside the memory that is watched. */
const AT_ONCE = 10_000;

/** The words of a normalised text in order; joined they give the text back. */
export function segment(text: string): string[] {
  if (text.length <= AT_ONCE) return loaded().cut(text, true);
  const words: string[] = [];
  for (let at = 0; at < text.length; at += AT_ONCE)
    for (const word of loaded().cut(text.slice(at, at + AT_ONCE), true)) words.push(word);
  return words;
}

/** A word with its part of speech (jieba's tag set: ns place, nr person, nt organisation …). */
export interface TaggedWord {
  word: string;
  tag: string;
}

/** Words with parts of speech, in order; joined they give the text back. */
export function tagWords(text: string): TaggedWord[] {
  return loaded().tag(text, true);
}

/** True for a word that the dictionary has, not one guessed from its characters. */
export function isKnownWord(word: string): boolean {
  return loaded().cut(word, false).length === 1;
}
