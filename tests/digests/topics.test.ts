// Topics: everything that the reports say on them, and nothing that they do not.
import { beforeAll, describe, expect, it } from 'vitest';
import { type TopicQuery, topicHits, topicQuotes } from '../../src/digests/topics.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex, unfaithful } from '../answer/sample.ts';
import { longBody, sentence } from '../fixtures/prose.ts';
import { indexOf } from '../search/corpus.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});
const topic = (text: string, more: Partial<TopicQuery> = {}): TopicQuery => ({ text, earlier: [], ...more });
const quotesOn = (text: string, more: Partial<TopicQuery> = {}) =>
  topicQuotes(topic(text, more), index).quotes;
const reportOf = (id: string) => index.reports.find((report) => report.id === id);
const numbers = (agency: string) =>
  new Set([...index.reports.keys()].filter((number) => index.reports[number].agency === agency));

describe('a topic in words', () => {
  it.each(['路灯', '老年食堂', '松材线虫病', '高标准农田'])(
    'has passages that say it, all of them: %s',
    (words) => {
      const quotes = quotesOn(words);
      expect(quotes.length).toBeGreaterThan(2);
      for (const { text } of quotes) expect(text).toContain(words.slice(0, 4));
    },
  );

  it('has every passage that says it, in any report', () => {
    const saying = index.passages.filter(({ file, passage }) =>
      file.text.slice(passage.start, passage.end).includes('路灯'),
    );
    const found = quotesOn('路灯');
    const missed = saying.filter(
      ({ report, passage }) =>
        !found.some(
          (each) => each.reportId === report.id && each.start < passage.end && each.end > passage.start,
        ),
    );
    expect(missed).toHaveLength(0);
  });

  it('begins with the best: what a question for it would be answered with', () => {
    expect(quotesOn('“鹭里通”平台')[0].text).toContain('鹭里通');
  });

  it.each(['大熊猫', '磁悬浮列车', '工作', '', '？'])(
    'has none where the reports do not have it: %s',
    (words) => {
      expect(topicQuotes(topic(words), index)).toEqual({ quotes: [], words: [] });
    },
  );

  it('gives no passage that only shares a common word with it', () => {
    const texts = {
      'a.txt': `甲县测绘局2023年工作总结\n\n一、主要工作\n${longBody(0)}新建高标准农田三千亩，灌溉水渠全部通水。`,
      'b.txt': `乙县档案局2023年工作总结\n\n一、主要工作\n${longBody(5)}按照高标准建设档案馆，农田边也能查档。`,
    };
    const made = indexOf(texts);
    const { quotes } = topicQuotes(topic('高标准农田'), made);
    expect(quotes.map(({ file }) => file)).toEqual(['a.txt']);
  });

  it('comes verbatim, without overlaps, with words to emphasise', () => {
    const { quotes, words } = topicQuotes(topic('资金'), index);
    expect(unfaithful(index, quotes)).toEqual([]);
    expect(words).toContain('资金');
    for (const [i, a] of quotes.entries())
      for (const b of quotes.slice(0, i))
        expect(a.reportId === b.reportId && a.start < b.end && b.start < a.end).toBe(false);
  });
});

describe('an agency and a section kind', () => {
  it('confine a topic', () => {
    const quotes = quotesOn('老年食堂', { agency: '栖鹭镇' });
    expect(quotes.length).toBeGreaterThan(2);
    for (const { reportId } of quotes) expect(reportOf(reportId)?.agency).toBe('栖鹭镇');
    for (const { reportId, start } of quotesOn('资金', { part: 'problems' })) {
      const sections = reportOf(reportId)?.sections ?? [];
      expect(sections.findLast((section) => section.start <= start && section.end > start)?.kind).toBe(
        'problems',
      );
    }
  });

  it('give nothing where they name nothing (any more)', () => {
    expect(quotesOn('资金', { agency: '民族宗教局' })).toEqual([]);
    expect(quotesOn('资金', { part: 'gone' })).toEqual([]);
  });

  it('give nothing where just those reports do not speak of it', () => {
    expect(quotesOn('医共体', { agency: '林业局' })).toEqual([]);
  });
});

describe('a question', () => {
  it('for a section kind of an agency gives its points, the newest report first', () => {
    const quotes = quotesOn('林业局存在哪些问题？');
    expect(reportOf(quotes[0].reportId)?.period?.label).toBe('2024年上半年');
    expect(new Set(quotes.map(({ reportId }) => reportId)).size).toBe(3);
  });

  it('that names a time stays with it', () => {
    const quotes = quotesOn('林业局2024年上半年存在哪些问题？');
    expect(new Set(quotes.map(({ reportId }) => reportOf(reportId)?.title))).toEqual(
      new Set(['澜棠县林业局2024年上半年工作总结和下半年工作打算']),
    );
  });

  it('that names a time of which nobody reports has no quotes', () => {
    expect(quotesOn('林业局2019年存在哪些问题？')).toEqual([]);
  });

  it('about an agency that wrote none of the reports has no quotes', () => {
    expect(quotesOn('民政局有什么打算？')).toEqual([]);
  });

  it('goes on with the questions before it', () => {
    const quotes = quotesOn('那交通运输局呢？', { earlier: ['林业局存在哪些问题？'] });
    expect(quotes.length).toBeGreaterThan(0);
    for (const { reportId } of quotes) expect(reportOf(reportId)?.agency).toBe('交通运输局');
  });

  it('in English finds what the reports say in Chinese', () => {
    expect(quotesOn('street lights')[0].text).toContain('路灯');
  });

  it('of just an agency gives the points of its reports', () => {
    expect(new Set(quotesOn('栖鹭镇').map(({ reportId }) => reportOf(reportId)?.agency))).toEqual(
      new Set(['栖鹭镇']),
    );
  });
});

describe('hits in some reports', () => {
  it('are the quotes that stand there', () => {
    const town = numbers('栖鹭镇');
    const { quotes } = topicHits(topic('老年食堂'), town, index);
    expect(quotes.length).toBeGreaterThan(3);
    for (const { reportId } of quotes) expect(reportOf(reportId)?.agency).toBe('栖鹭镇');
  });

  it('are none where other reports alone speak of it, or it is asked of others', () => {
    expect(topicHits(topic('医共体'), numbers('交通运输局'), index).quotes).toEqual([]);
    expect(topicHits(topic('林业局存在哪些问题？'), numbers('交通运输局'), index).quotes).toEqual([]);
  });

  it('leave out what is poor beside what the library has', () => {
    const speaks = '全县松材线虫病防治全面铺开，松材线虫病枯死木清理完毕，松材线虫病监测点建成二十个。';
    const texts = {
      'a.txt': `甲县林业局2023年工作总结\n\n一、松材线虫病防治情况\n${speaks}\n${longBody(0)}`,
      'b.txt': `乙县档案局2023年工作总结\n\n一、主要工作\n${longBody(5)}${sentence(4)}档案里有松木和病历的照片。`,
    };
    expect(topicHits(topic('松材线虫病'), new Set([1]), indexOf(texts)).quotes).toEqual([]);
    expect(topicHits(topic('松材线虫病'), new Set([0]), indexOf(texts)).quotes).not.toEqual([]);
  });
});
