// Patterns that took more than linear time were replaced: what they found is found as before. The old ones stand here only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleLineEnds, struck } from '../../adapters/discord/rendering/markdown.ts';
import {
  enclosedIn,
  type MarkPair,
  parseLexicon,
  trimEndOf,
  withoutEnclosed,
} from '../../src/language/index.ts';
import { declaredEncoding } from '../../src/reports/formats/declared-encoding.ts';
import { labelOf, runInLength } from '../../src/reports/headings.ts';
import { agencyInTitle, subjectOfTitle } from '../../src/reports/metadata/agency.ts';
import { patternsOfSources } from './sources.ts';

/** Texts of a few characters, so that runs of them and odd neighbours are common. */
const textOf = (...units: string[]) =>
  fc.array(fc.constantFrom(...units), { maxLength: 16 }).map((all) => all.join(''));

const same = <T>(texts: fc.Arbitrary<string>, now: (text: string) => T, before: (text: string) => T) =>
  fc.assert(
    fc.property(texts, (text) => {
      expect(now(text)).toEqual(before(text));
    }),
    { numRuns: 1000 },
  );

const found = (pattern: RegExp) => (text: string) => [...text.matchAll(pattern)].map((match) => [...match]);

const all = patternsOfSources();
const patterns = new Map(all.map((pattern) => [pattern.name, pattern]));

/** What a constant of the sources finds. */
function nowFound(name: string): (text: string) => string[][] {
  const pattern = patterns.get(name);
  if (!pattern) throw new Error(`there is no pattern ${name}`);
  return found(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`));
}

describe('the marks at the end of a text', () => {
  const sets: [RegExp, RegExp][] = [
    [/[\s.…·]/, /[\s.…·]+$/],
    [/[\s\u200b\ufeff]/, /[\s\u200b\ufeff]+$/],
    [/[。：:！!\s]/, /[。：:！!\s]+$/],
    [/[\s.]/, /[\s.]+$/],
  ];
  it.each(sets)('%s go as before', (set, before) => {
    const texts = textOf(' ', '\n', '\u3000', '\u200b', '.', '…', '。', ':', 'a', '字');
    same(
      texts,
      (text) => trimEndOf(text, set),
      (text) => text.replace(before, ''),
    );
  });
  it('go from a label', () => {
    same(textOf(' ', '。', '：', '字'), labelOf, (text) => text.replace(/[。：:！!\s]+$/, '').trim());
  });
});

describe('what brackets enclose', () => {
  it('is found as before', () => {
    const pairs: MarkPair[] = [
      ['(', ')'],
      ['[', ']'],
      ['“', '”'],
    ];
    const before = /\([^)]*\)|\[[^\]]*\]|“[^”]*”/g;
    const texts = textOf('(', ')', '[', ']', '“', '”', 'a');
    same(
      texts,
      (text) => enclosedIn(text, pairs).map(({ start, end }) => [text.slice(start, end)]),
      found(before),
    );
    same(
      texts,
      (text) => withoutEnclosed(text, pairs, '-'),
      (text) => text.replace(before, '-'),
    );
  });
  it('goes from a title, whichever brackets close it', () => {
    const texts = textOf('（', '）', '(', ')', '县林业局', '关于', '2023年', '工作', '“', '”', '的');
    same(texts, agencyInTitle, (text) => agencyInTitle(text.replace(/[（(][^）)]*[）)]/g, '')));
    same(texts, subjectOfTitle, (text) =>
      text
        .replace(agencyInTitle(text) ?? '', '')
        .replace(/20\d\d年/g, '')
        .replace(/工作|的|（[^）]*）|\([^)]*\)|“[^”]*”/g, ''),
    );
  });
  it('states no figure', () => {
    const before = (text: string) =>
      /\d/.test(text.replace(/(?:19|20)\d\d(?:[—-]20\d\d)?年?|“[^”]*”/g, '')) || text === '。';
    const texts = textOf('20', '23', '年', '“', '”', '—', '3', '字');
    same(
      texts,
      (text) => runInLength(`${text}。后文`, 99) === 0,
      (text) => before(`${text}。`),
    );
  });
});

describe('a pattern that was replaced finds the same', () => {
  const replaced: [name: string, before: RegExp, texts: fc.Arbitrary<string>][] = [
    [
      'src/digests/highlights.ts FIGURES',
      /\d[\d.,]*\s*(?![\d年月日]|20\d\d)(?:[%％]|[\u4e00-\u9fff])/g,
      textOf('1', '20', '.', ',', ' ', '%', '年', '字', 'a'),
    ],
    ['src/reports/marker.ts MARKER', /#{2,}[A-Za-z][A-Za-z0-9_-]*#{2,}/g, textOf('#', '##', 'a', '-', ' ')],
    [
      'src/reports/formats/pdf/furniture.ts PAGE_NUMBER',
      /^[-—–―‐·•\s]*(?:第|page|p\.)?\s*(\d{1,4})\s*(?:页)?(?:\s*(?:\/|of|共|，共|,共)\s*(?:共)?\s*\d{1,4}\s*页?)?[-—–―‐·•\s]*$/gi,
      textOf('-', ' ', '第', 'Page', '12', '页', '/', '，', '共'),
    ],
    [
      'src/reports/formats/pdf/joints.ts HYPHENATED_END',
      /(\p{L}+)[-\u2010]$/gu,
      textOf('a', 'é', '𝒜', '-', '\u2010', ' '),
    ],
    [
      'src/reports/split-reports.ts BARE_PART_HEADING',
      /^(?:20\d\d年|[xX]{4}年|今年)?(?:度)?(?:全年|上半年|下半年|[一二三四]季度|第[一二三四]季度|下一?步|下一?阶段)?(?:以来)?(?:的)?(?:主要|重点|政府|存在|总体|各项)?(?:的)?(?:工作|问题|任务|目标)*(?:回顾|总结|计划|安排|打算|思路|重点|任务|举措|要点|情况|困难|问题|不足|建议)+$/g,
      textOf('上半年', '的', '重点', '工作', '目标', '问题', '任务', '总结', '计划'),
    ],
    [
      'src/reports/formats/recognise.ts HTML_START',
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/gi,
      textOf('<!--', '-->', ' ', '<html', '<?xml', '>', 'a', '<p'),
    ],
    [
      'src/question/author-description.ts ENGLISH_AFTER',
      /\b(?:town|township|subdistrict|bureau|county|district|office)\s+(?:with|that|which|where|whose|doing|pushing|running|holding|in|of)\s+(?:the\s+)?(.+?)(?=\s+(?:got|did|do|does|plan|planned|bring|brought|use|used|report|reported|say|said|admit|list|face|have|has|had|is|was)\b|[,?.!]|$)/g,
      textOf('town ', 'town', ' with ', 'the ', ' ', ' did', 'bay', ',', 'said ', '?'),
    ],
  ];
  it.each(replaced)('%s', (name, before, texts) => same(texts, nowFound(name), found(before)));

  it('in one of several: dots that lead to a page, and numbers of lists', () => {
    const pieces: [now: RegExp, before: RegExp, texts: fc.Arbitrary<string>][] = [
      [
        /(?<![.…·．] ?)(?:[.…·．] ?){4,}\s*\d{1,4}$/,
        /(?:[.…·．] ?){4,}\s*\d{1,4}$/,
        textOf('.', '. ', '…', ' ', '1'),
      ],
      [/\.(?<=(?<!\S)\d+\.)(?= )/, /(?<=(?<!\S)\d+)\.(?= )/, textOf('1', '.', ' ', '. ', 'a')],
    ];
    const known = all.map(({ source }) => source);
    for (const [now, before, texts] of pieces) {
      expect(known.some((source) => source.includes(now.source))).toBe(true);
      same(
        texts,
        (text) => now.exec(text)?.index !== undefined,
        (text) => before.test(text),
      );
    }
  });
});

describe('code in the place of a pattern', () => {
  it('finds the encoding that a page declares', () => {
    const texts = textOf('<meta', ' ', '>', 'charset', '=', '"', 'gbk', 'utf-8', "'");
    same(
      texts,
      (text) => declaredEncoding(Buffer.from(text)),
      (text) => /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1],
    );
  });

  it('strikes words out on Discord, but for tildes at their end', () => {
    const before = (markdown: string) => {
      const tildes = /(?:\\~)*$/.exec(markdown)?.[0] ?? '';
      const words = markdown.slice(0, markdown.length - tildes.length);
      return words === '' ? tildes : `~~${words}~~${tildes}`;
    };
    same(textOf('~', '\\', 'a', ' '), struck, before);
  });

  it('leaves one line end where there are several', () => {
    same(textOf(' ', '\n', '\r', '\t', 'a'), singleLineEnds, (text) => text.replace(/\s*[\r\n]\s*/g, '\n'));
  });

  it('drops the comments of a lexicon', () => {
    same(
      textOf('#', 'a', '=', '林', ' '),
      (line) => parseLexicon([line]),
      (line) => parseLexicon([line.replace(/#.*$/, '')]),
    );
  });
});
