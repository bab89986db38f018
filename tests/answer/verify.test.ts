import { beforeAll, describe, expect, it } from 'vitest';
import { citationOf, contextOf, type Verification, verify } from '../../src/answer/index.ts';
import { readReports } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { indexOver } from '../fixtures/read-reports.ts';

const TITLE = '云杉县林业局2023年工作总结';
const TEXT = `${TITLE}

一、工作开展情况
（一）护林队伍更加稳定。全年为三百一十二名护林员配备定位终端，巡山轨迹“看得见、查得到”，漏巡次数比上年下降四成。各乡镇按月公布巡护排名，连续两月垫底的由分管负责人说明原因。
（二）林下经济稳步壮大。新增黄精种植基地六百亩，带动九十户农户入社，户均增收四千余元，合作社与两家药企签订了三年保底收购协议。
二、存在的问题
一是防火物资储备不足，偏远林区的水源点间隔过大；二是年轻技术人员引进困难，现有人员平均年龄接近五十岁。
`;

let index: PassageIndex;
beforeAll(() => {
  index = indexOver([readReports('forestry.txt', { text: TEXT, markup: [], headings: [], warnings: [] })]);
});

const quotesOf = (found: Verification) => (found.kind === 'verbatim' ? found.quotes : []);

describe('verify', () => {
  it('finds a sentence that a report has word for word, with its location', () => {
    const [quote] = quotesOf(verify('漏巡次数比上年下降四成', index));
    expect(quote.text).toBe('漏巡次数比上年下降四成');
    expect(TEXT.slice(quote.start, quote.end)).toBe(quote.text);
    expect(quote.report).toBe(TITLE);
    expect(quote.path).toEqual(['一、工作开展情况', '（一）护林队伍更加稳定']);
  });

  it.each([
    ['white space', '新增黄精 种植基地\n六百亩'],
    ['width', '新增黄精种植基地六百亩,带动九十户农户入社'],
    ['traditional characters', '新增黃精種植基地六百畝，帶動九十戶農戶入社'],
    ['the form of quotation marks', '巡山轨迹"看得见、查得到"'],
  ])('sets %s aside', (_, text) => {
    const [quote] = quotesOf(verify(text, index));
    expect(quote).toBeDefined();
    expect(TEXT.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it.each([
    '“漏巡次数比上年下降四成”',
    '「全年为三百一十二名护林员配备定位终端」',
    '"巡山轨迹“看得见、查得到”，漏巡次数比上年下降四成。"',
  ])('finds what was put into quotation marks by whoever quotes it: %s', (text) => {
    const [quote] = quotesOf(verify(text, index));
    expect(quote).toBeDefined();
    expect(TEXT.slice(quote.start, quote.end)).toBe(quote.text);
    expect(quotesOf(verify(text.replace('四成', '五成').replace('三百', '四百'), index))).toEqual([]);
  });

  it('shows the nearest passage and the differing words where a figure was changed', () => {
    const found = verify('新增黄精种植基地八百亩，带动九十户农户入社', index);
    if (found.kind !== 'different') throw new Error(`it is ${found.kind}`);
    const only = (type: string) =>
      found.differences
        .filter((part) => part.type === type)
        .map(({ text }) => text)
        .join('|');
    expect(only('only-given')).toContain('八');
    expect(only('only-source')).toContain('六');
    const source = found.differences
      .filter(({ type }) => type !== 'only-given')
      .map(({ text }) => text)
      .join('');
    expect(found.nearest.text.replace(/\s+/g, '')).toContain(source);
  });

  it('counts no difference before and after the given text', () => {
    const found = verify('新增黄精种植基地八百亩', index);
    if (found.kind !== 'different') throw new Error(`it is ${found.kind}`);
    expect(found.differences.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'same 新增黄精种植基地',
      'only-source 六',
      'only-given 八',
      'same 百亩',
    ]);
  });

  it('shows no normalised character: the differences are the words as both sides wrote them', () => {
    const found = verify('新增黃精種植基地八百畝，帶動九十戶農戶入社', index);
    if (found.kind !== 'different') throw new Error(`it is ${found.kind}`);
    const given = found.differences
      .filter(({ type }) => type === 'only-given')
      .map(({ text }) => text)
      .join('');
    expect('新增黃精種植基地八百畝，帶動九十戶農戶入社').toContain(given);
  });

  it.each(['今天下午的电影票已经卖完了', '', '好', '🎉🎉🎉🎉🎉'])('finds nothing for %j', (text) => {
    expect(verify(text, index).kind).toBe('not-found');
  });
});

describe('a quote id', () => {
  const idOf = (text: string) => quotesOf(verify(text, index))[0].id;

  it('gives the passages before and after, as many as there are', () => {
    const around = contextOf(idOf('新增黄精种植基地六百亩'), 3, index);
    expect(around?.before.at(-1)?.text).toMatch(/说明原因。$/);
    expect(around?.after[0].text).toMatch(/^一是防火物资储备不足/);
    for (const quote of [...(around?.before ?? []), ...(around?.after ?? [])])
      expect(TEXT.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('gives no neighbours for zero steps', () => {
    const around = contextOf(idOf('户均增收四千余元'), 0, index);
    expect([around?.before, around?.after]).toEqual([[], []]);
  });

  it('is cited in the form of GB/T 7714 and as Markdown', () => {
    const citation = citationOf(idOf('户均增收四千余元'), index);
    expect(citation?.gbt7714).toBe(
      `云杉县林业局. ${TITLE}[R]. 2023: 一、工作开展情况 › （二）林下经济稳步壮大.`,
    );
    expect(citation?.markdown).toMatch(/^> 户均增收四千余元\n>\n> — 《云杉县林业局2023年工作总结》/);
  });

  it('of a file with pages is cited with its pages', () => {
    const turn = TEXT.indexOf('带动九十户');
    const pages = [
      { start: 0, page: 1 },
      { start: turn, page: 3 },
    ];
    const paged = readReports('forestry.pdf', { text: TEXT, markup: [], headings: [], warnings: [], pages });
    const own = indexOver([paged]);
    const cited = (words: string) => {
      const [quote] = quotesOf(verify(words, own));
      return { pages: quote.pages, ...citationOf(quote.id, own) };
    };
    const place = '一、工作开展情况 › （二）林下经济稳步壮大';
    expect(cited('户均增收四千余元')).toMatchObject({
      pages: { first: 3, last: 3 },
      gbt7714: `云杉县林业局. ${TITLE}[R]. 2023: 3, ${place}.`,
      markdown: expect.stringContaining('，第3页'),
    });
    expect(cited('种植基地六百亩，带动九十户')).toMatchObject({
      pages: { first: 1, last: 3 },
      gbt7714: `云杉县林业局. ${TITLE}[R]. 2023: 1-3, ${place}.`,
    });
  });

  it.each(['nonsense', 'aaaaaaaa-0-0-5', '', '../../etc'])('that names nothing (%j) gives nothing', (id) => {
    expect(contextOf(id, 1, index)).toBeUndefined();
    expect(citationOf(id, index)).toBeUndefined();
  });
});

describe('text that is recognised in pictures', () => {
  const PLAIN = { name: 'plain.txt', pages: undefined, recognised: undefined };
  /** A scan whose second page is recognised. */
  const half = TEXT.indexOf('二、存在的问题');
  const SCAN = {
    name: 'scan.pdf',
    pages: [
      { start: 0, page: 1 },
      { start: half, page: 2 },
    ],
    recognised: [{ first: 2, last: 2 }],
  };
  const over = (...files: (typeof PLAIN | typeof SCAN)[]) =>
    indexOver(
      files.map(({ name, pages, recognised }) =>
        readReports(name, {
          text: TEXT,
          markup: [],
          headings: [],
          warnings: [],
          ...(pages ? { pages, recognised } : {}),
        }),
      ),
    );
  const SENTENCE = '现有人员平均年龄接近五十岁';

  it('is never said to be word for word; its quote says what it is', () => {
    const found = verify(SENTENCE, over(SCAN));
    expect(found).toMatchObject({
      kind: 'as-recognised',
      quotes: [{ recognised: true, pages: { first: 2 } }],
    });
  });

  it('is word for word on pages that are not recognised', () => {
    const found = verify('漏巡次数比上年下降四成', over(SCAN));
    expect(found.kind).toBe('verbatim');
    expect(quotesOf(found)[0]).not.toHaveProperty('recognised');
  });

  it('does not stand beside a file that has it as text', () => {
    const found = verify(SENTENCE, over(SCAN, PLAIN));
    expect(quotesOf(found).map(({ file }) => file)).toEqual(['plain.txt']);
  });

  it('is cited with that remark', () => {
    const found = verify(SENTENCE, over(SCAN));
    if (found.kind !== 'as-recognised') throw new Error(found.kind);
    const citation = citationOf(found.quotes[0].id, over(SCAN));
    expect(citation?.gbt7714).toMatch(/: 2, .+（识别文字，请与原件核对）$/);
    expect(citation?.markdown).toContain('第2页（识别文字，请与原件核对）');
  });
});
