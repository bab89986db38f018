// The detector itself: it knows patterns that are bad, and leaves alone those that look like them and are
// not.
import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import { patternsIn } from './sources.ts';

const BAD = [
  // what is at an end is looked for from every start
  /\s+$/,
  /[\s…]+$/,
  /[ \t]+$/gm,
  /^\s+|\s+$/g,
  /(?:\\~)*$/,
  /[^\n]*\d$/,
  // what encloses never closes
  /“[^”]*”/g,
  /\([^)]*\)|\[[^\]]*\]/g,
  /<!--[\s\S]*?-->/g,
  /<script[^>]*>.*?<\/script>/gis,
  /a|be|sea|（[^）]*）|dee/g,
  // one stretch of a line after another
  /"[^"]*\s+x/,
  /\bit\b.*\bwin\b/,
  /.*foo/,
  /x.*?y.*?z/s,
  /^(#{1,6}[ \t]+)(.+?)([ \t]+#+)?[ \t]*$/,
  /CHAT_(?:WRITE_FORBIDDEN|RESTRICTED|SEND_\w+_FORBIDDEN)/i,
  // loops within loops
  /^(a+)+$/,
  /^(\s*\n)+x/,
  /^(?:<!--[\s\S]*?-->\s*)*<html/i,
  /^([a-z]|[a-z]{2})*[0-9]/,
  /^(?:\d+,?)+;/,
  // neighbours that may both read the same
  /^\s*\n+\s*x/,
  /^\s*a?\s*b/,
  /^(?:问题|工作)*(?:问题|总结)+$/,
  /\d+(,\d{3})*%/,
  /\d[\d.,]*\s*(?:%|元)/,
  /^[-\s]*(?:第)?\s*(\d{1,4})\s*页?[-\s]*$/,
  // what stands before is read backwards from everywhere, or ahead
  /(?<=(?<!\S)\d+)\.(?= )/,
  /(?<=x\s*)y/,
  /(?=\s*x)/g,
  /(20\d\d)\s*(?:年|(?=\s*H[12]))/,
  // Unicode
  /(\p{L}+)[-\u2010]$/u,
  /[\p{P}\p{S}]+$/v,
  /[😀-😎]+!/u,
  // twice the same word
  /(a*)-\1b/,
  // no growth, but hundreds of steps at every character
  /x.{0,90}y.{0,90}z.{0,90}!/,
];

const GOOD = [
  /^\s+/,
  /(?<!\s)\s+$/,
  /\s+/g,
  /[^\r\n]*(?:\r\n|\r|\n|$)/g,
  /“[^”]{0,40}”/g,
  /“[^”]*/g,
  /^(?:<!--[\s\S]*?-->\s*)?<html/i,
  /^(?:工作|问题)*(?:(?<=问题)|总结(?:总结|问题)*)$/,
  /(?<!#)#{2,}[A-Za-z][\w-]*#{2,}/g,
  /\.(?<=(?<!\S)\d+\.)(?= )/,
  /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g,
  /^[a-z]+(?: [a-z]+)*$/,
  /(?<!\p{L})(\p{L}+)[-\u2010]$/u,
  /总结|报告|计划|(?:主要)?问题/g,
  /^([^：]+)：(.*)$/,
  /.{0,30}表$/,
];

describe('the growth of a pattern', () => {
  it.each(BAD)('is seen in %s', (pattern) => {
    expect(growthOf(pattern.source, pattern.flags)).toBeDefined();
  });

  it.each(GOOD)('is not seen in %s', (pattern) => {
    expect(growthOf(pattern.source, pattern.flags)).toBeUndefined();
  });
});

describe('the patterns of a source', () => {
  it('are put together of the phrases of a file too', () => {
    const code = `
      const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/author-descriptions.txt'));
      const POINTING = phrasePattern(PHRASES.words('pointing'));
      const BOTH = new RegExp(\`^(?:\${POINTING.source})\`);
    `;
    expect(patternsIn(code, 'src/question/a.ts').map(({ source }) => source)).toEqual([
      '^(?:那个|这个|那家|这家)',
    ]);
  });

  it('are its literals, and what is put together of constants', () => {
    const code = String.raw`
      const WORD = '[a-z]+';
      const LINE = /^\s*x/m; // and no /comment/ is one
      const BOTH: RegExp = new RegExp(${'`'}^(?:${'$'}{WORD}|${'$'}{LINE.source})${'$'}${'`'} + '\\d', 'g');
      const find = (name: string) => text.replace(/a\/b/g, '/c/').match(RegExp(name + '[/]'));
    `;
    expect(patternsIn(code, 'a.ts')).toEqual([
      { place: 'a.ts:3', name: 'a.ts LINE', source: String.raw`^\s*x`, flags: 'm' },
      { place: 'a.ts:4', name: 'a.ts BOTH', source: String.raw`^(?:[a-z]+|^\s*x)$\d`, flags: 'g' },
      { place: 'a.ts:5', name: undefined, source: String.raw`a\/b`, flags: 'g' },
      { place: 'a.ts:5', name: undefined, source: '某[/]', flags: '' },
    ]);
  });
});
