// Phrases of word lists as patterns. A phrase is in the matching form of `normalise`; its notation:
// phrases.md.

/** A pattern that finds any of these phrases; where several begin at one place, the first of the list. */
export function phrasePattern(phrases: readonly string[], flags = ''): RegExp {
  return new RegExp(phrases.map(sourceOf).join('|'), flags);
}

/**
 * Signs of the notation: a set of characters, an opening bracket that excludes, a digit, a gap, single
 * signs.
 */
const SIGN = /\[[^[\]]*\]|\(not |\\d| … |[()|?*^~]|./gu;
const SOURCES: Record<string, string> = {
  '(': '(?:',
  '*': '\\w+',
  '~': '',
  ' … ': ' .{0,80}\\b',
};

/** Signs and blanks may follow. */
const TEXT_END = '(?=[\\s?!.。~]*$)';

function sourceOf(phrase: string): string {
  const signs = phrase.match(SIGN) ?? [];
  const source = signs.map((sign, i) => {
    if (sign === '$' && i === signs.length - 1) return TEXT_END;
    if (sign === '(not ') return i === 0 ? '(?<!' : '(?!';
    return SOURCES[sign] ?? (/^[.+$/{}\\]$/.test(sign) ? `\\${sign}` : sign);
  });
  const words = signs.filter((sign) => !/^(?:\(not |\\d)$/.test(sign)).join('');
  const latin = /[a-z]/.test(words) && !/[\u3400-\u9fff]/.test(words);
  const edge = (sign: string | undefined) => (latin && sign !== '~' ? '\\b' : '');
  return edge(signs[0]) + source.join('') + edge(signs.at(-1));
}
