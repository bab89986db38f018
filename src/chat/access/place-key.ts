// Keys of places as people copy them out of a message: with what a chat puts around and into them.

/** A place's key: platform, kind and number. */
const PLACE_KEY = /^[a-z]{2,20}:[a-z]{1,10}:-?\d{1,20}$/;
/** Where only some are closed, a refusal names a server and a channel of it. */
const MAX_KEYS = 3;

/** What the refusal itself puts before a key. */
const LABEL = /^(?:place|位置编号|位置編號|位置) ?:/i;
/** Escapes and other marks of Markdown, quotation marks, brackets, ends of a sentence. */
const AROUND = /[\\`*_~|"'“”‘’„‟‹›«»「」『』〈〉《》()[\]{}<>。.,;、]/g;
const COLONS = /[：﹕∶꞉ː︓]/g;
const HYPHENS = /[‐‑‒–—−﹣－]/g;
/** What nobody sees. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Mn}]/gu;

/** The keys in a text that holds nothing else, in their order; undefined where it holds something else, or none. */
export function placeKeysIn(text: string): string[] | undefined {
  const plain = text
    .replace(/\s/g, ' ')
    .replace(UNSEEN, '')
    .replace(COLONS, ':')
    .replace(HYPHENS, '-')
    .normalize('NFKC')
    .replace(AROUND, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(/(?<! ) *: */g, ':')
    .replace(/: *- */g, ':-');
  const keys = plain.split(' ').filter(Boolean);
  const isAll = keys.length > 0 && keys.length <= MAX_KEYS && keys.every((key) => PLACE_KEY.test(key));
  return isAll ? [...new Set(keys)] : undefined;
}
