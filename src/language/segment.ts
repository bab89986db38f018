// Chinese word segmentation. The only importer of jieba; its dictionary is loaded on first use.
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** jieba takes 200 bytes for each character of its input, in memory that the thread limits do not count. */
const MAX_CHUNK_LENGTH = 10_000;
/** No word of jieba's contains one of these characters. */
const BETWEEN_WORDS = /[^\p{Script=Han}\p{L}\p{N}+#&._%-]/gu;

/** A long text in chunks that end between words, unless thousands of characters contain no boundary. */
function* chunksOf(text: string): Generator<string> {
  let at = 0;
  while (text.length - at > MAX_CHUNK_LENGTH) {
    // half of a surrogate pair belongs to the next chunk
    const chunk = text.slice(at, at + MAX_CHUNK_LENGTH).replace(/[\ud800-\udbff]$/, '');
    const last = [...chunk.matchAll(BETWEEN_WORDS)].at(-1);
    const length = last ? last.index + last[0].length : chunk.length;
    yield text.slice(at, at + length);
    at += length;
  }
  if (at < text.length || text === '') yield text.slice(at);
}

/** The words of a normalised text in order; joined they are the text. */
export function segment(text: string): string[] {
  if (text.length <= MAX_CHUNK_LENGTH) return segmenter().cut(text, true);
  const words: string[] = [];
  for (const chunk of chunksOf(text)) for (const word of segmenter().cut(chunk, true)) words.push(word);
  return words;
}

/** A word with its part of speech in jieba's tag set (ns place, nr person, nt organisation). */
interface TaggedWord {
  word: string;
  tag: string;
}

/** Words with parts of speech, in order; joined they are the text. */
export function tagWords(text: string): TaggedWord[] {
  return segmenter().tag(text, true);
}

/** Like `tagWords`, for a text of any length: yields words without holding all of them in memory. */
export function* tagLongText(text: string): Generator<TaggedWord> {
  for (const chunk of chunksOf(text)) yield* segmenter().tag(chunk, true);
}

/** False for a word that is guessed from its characters. */
export function isKnownWord(word: string): boolean {
  return segmenter().cut(word, false).length === 1;
}
