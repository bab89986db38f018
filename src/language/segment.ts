// Chinese words. The only importer of jieba; its dictionary is loaded on first use.
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** The library takes 200 bytes for each character of a run that it is given, outside the memory that is watched. */
const MAX_CHUNK_LENGTH = 10_000;
/** Its words never reach over one of these. */
const BETWEEN_WORDS = /[^\p{Script=Han}\p{L}\p{N}+#&._%-]/gu;

/** A long text in pieces; no word of it reaches over two of them unless there is nothing but words for thousands of characters. */
function* chunksOf(text: string): Generator<string> {
  let at = 0;
  while (text.length - at > MAX_CHUNK_LENGTH) {
    const chunk = text.slice(at, at + MAX_CHUNK_LENGTH).replace(/[\ud800-\udbff]$/, ''); // half a character belongs to the next
    const last = [...chunk.matchAll(BETWEEN_WORDS)].at(-1);
    const length = last ? last.index + last[0].length : chunk.length;
    yield text.slice(at, at + length);
    at += length;
  }
  if (at < text.length || text === '') yield text.slice(at);
}

/** The words of a normalised text in order; joined they give the text back. */
export function segment(text: string): string[] {
  if (text.length <= MAX_CHUNK_LENGTH) return segmenter().cut(text, true);
  const words: string[] = [];
  for (const chunk of chunksOf(text)) for (const word of segmenter().cut(chunk, true)) words.push(word);
  return words;
}

/** A word with its part of speech (jieba's tag set: ns place, nr person, nt organisation …). */
export interface TaggedWord {
  word: string;
  tag: string;
}

/** Words with parts of speech, in order; joined they give the text back. */
export function tagWords(text: string): TaggedWord[] {
  return segmenter().tag(text, true);
}

/** The same for a text of any length: its words are never in memory together. */
export function* tagLongText(text: string): Generator<TaggedWord> {
  for (const chunk of chunksOf(text)) yield* segmenter().tag(chunk, true);
}

/** True for a word that the dictionary has, not one guessed from its characters. */
export function isKnownWord(word: string): boolean {
  return segmenter().cut(word, false).length === 1;
}
