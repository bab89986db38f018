// Finds the keys of places in a text that was copied from a message, with the marks that a chat adds to it.

/** A place's key: platform, kind and number. */
const PLACE_KEY = /^[a-z]{2,20}:[a-z]{1,10}:-?\d{1,20}$/;
/** A refusal names at most a server, a channel and a thread. */
const MAX_KEYS = 3;

/** The refusal's own words before a key. */
const LABEL = /^(?:place|位置编号|位置編號|位置) ?:/i;
/** Escapes and other marks of Markdown, quotation marks, brackets, ends of a sentence. */
const DECORATION = /[\\`*_~|"'“”‘’„‟‹›«»「」『』〈〉《》()[\]{}<>。.,;、]/g;
const COLONS = /[：﹕∶꞉ː︓]/g;
const HYPHENS = /[‐‑‒–—−﹣－]/g;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}]/gu;

/** The keys in a text, in their order; undefined where it holds none or anything else. */
export function placeKeysIn(text: string): string[] | undefined {
  const plain = text
    .replace(/\s/g, ' ')
    .replace(INVISIBLE, '')
    .replace(COLONS, ':')
    .replace(HYPHENS, '-')
    .normalize('NFKC')
    .replace(DECORATION, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(/(?<! ) *: */g, ':')
    .replace(/: *- */g, ':-');
  const keys = plain.split(' ').filter(Boolean);
  const isAll = keys.length > 0 && keys.length <= MAX_KEYS && keys.every((key) => PLACE_KEY.test(key));
  return isAll ? [...new Set(keys)] : undefined;
}
