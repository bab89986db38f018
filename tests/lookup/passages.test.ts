// Passages for some words: best first, within the filters, with the words emphasised.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { segment } from '../../src/language/index.ts';
import { citedById, type PassageQuery, searchPassages } from '../../src/lookup/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const LIMIT = 60;
const find = (words: string, more: Partial<PassageQuery> = {}) =>
  searchPassages({ words, limit: LIMIT, ...more }, index);
const marked = ({ quotes }: ReturnType<typeof find>) =>
  quotes.flatMap(({ text, emphasis }) => emphasis.map(({ start, end }) => text.slice(start, end)));
const allPassages = () =>
  index.reports.flatMap((report) =>
    report.passages.map(({ start, end }) => ({
      key: `${report.id} ${end}`,
      text: index.fileOf(report).text.slice(start, end),
    })),
  );

describe('a search', () => {
  it('finds every passage that holds a word, up to its limit', () => {
    const passages = allPassages();
    const words = [...new Set(passages.flatMap(({ text }) => segment(text)))].filter((word) =>
      /^[\u4e00-\u9fff]{2,5}$/.test(word),
    );
    for (const word of words.filter((_, i) => i % 10 === 0)) {
      const found = new Set(find(word).quotes.map(({ reportId, end }) => `${reportId} ${end}`));
      if (found.size === LIMIT) continue;
      const missed = passages.filter(({ key, text }) => text.includes(word) && !found.has(key));
      expect({ word, missed }).toEqual({ word, missed: [] });
    }
  });

  it('puts passages with all the words first', () => {
    const [first] = find('老年食堂 互助灶').quotes;
    expect(first.text).toContain('老年食堂');
    expect(first.text).toContain('互助灶');
  });

  it.each([
    ['路灯', '路灯'],
    ['執法', '执法'],
    ['林业局', '林业局'],
    ['资金', '资金'],
    ['street lights', '路灯'],
    ['2023年', '2023年'],
  ])('marks what was looked for, be it rare or common: %s', (words, inSource) => {
    const found = find(words);
    for (const { text, emphasis } of found.quotes)
      if (text.includes(inSource)) expect(emphasis.length).toBeGreaterThan(0);
    expect(marked(found).join(' ')).toContain(inSource.slice(0, 2));
  });

  it.each(['2023', '四季度', '今年', '我们'])('finds words that only frame a question, too: %s', (words) => {
    const { quotes } = find(words);
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes[0].text).toContain(words);
  });

  it.each(['', ' ', '？', '😀', 'football', '磁悬浮', '\ud83d'])('finds nothing for %j', (words) => {
    expect(find(words)).toEqual({ quotes: [], words: [] });
  });

  it('gives no more than its limit', () => {
    expect(find('工作', { limit: 3 }).quotes).toHaveLength(3);
  });

  it('stays within the reports that it is given', () => {
    for (const { reportId } of find('路灯', { reports: [3, 5] }).quotes)
      expect([index.reports[3].id, index.reports[5].id]).toContain(reportId);
    expect(find('路灯', { reports: [] }).quotes).toEqual([]);
  });

  it.each(['achievements', 'problems', 'plans', 'suggestions'] as const)(
    'stays within the section kind: %s',
    (part) => {
      const { quotes } = find('资金', { sectionKind: part });
      for (const { reportId, start } of quotes) {
        const report = index.reports.find(({ id }) => id === reportId);
        const passage = report?.passages.find((each) => each.start === start);
        expect(report?.sections[passage?.section ?? 0].kind).toBe(part);
      }
    },
  );

  it('gives each passage once, as the source has it, for any words', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('工作', '问题 资金', '执法')),
        (words) => {
          const { quotes } = find(words);
          expect(new Set(quotes.map(({ id }) => id)).size).toBe(quotes.length);
          for (const { reportId, start, end, text } of quotes) {
            const report = index.reports.find(({ id }) => id === reportId);
            expect(report && index.fileOf(report).text.slice(start, end)).toBe(text);
          }
        },
      ),
    );
  });
});

describe('quotes by their ids', () => {
  it('are the same as when they were found, in the given order, with the same words emphasised', () => {
    for (const words of ['路灯', '老年食堂 收费', '执法人员']) {
      const found = find(words, { limit: 10 });
      const again = citedById(
        found.quotes.map(({ id }) => id),
        found.words,
        index,
      );
      expect(again.map(({ id, path }) => ({ id, path }))).toEqual(
        found.quotes.map(({ id, path }) => ({ id, path })),
      );
      again.forEach(({ emphasis }, i) => {
        if (found.quotes[i].emphasis.length > 0) expect(emphasis.length).toBeGreaterThan(0);
      });
    }
  });

  it('leave out those that name no quote', () => {
    const [{ id }] = find('路灯').quotes;
    const given = ['', 'x', 'zzzzzzzz-0-0-5', id, '__proto__', `${id}zzz`];
    expect(citedById(given, [], index).map((quote) => quote.id)).toEqual([id]);
  });
});
