// Telling quotes: three sentences by which one knows a report.
import fs from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { highlightQuotes } from '../../src/digests/highlights.ts';
import type { Report } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { SHARED_INDEX_FOLDER, sampleIndex, unfaithful } from '../answer/sample.ts';
import { longBody } from '../fixtures/prose.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { readText } from '../reports/reading.ts';

const REAL = new URL('../../../shared/reports', import.meta.url).pathname;

/** What is wrong with the quotes of a report, one word each. */
function faultsOf(report: Report, index: PassageIndex): string[] {
  const quotes = highlightQuotes(report, index);
  const faults = quotes.flatMap(({ text }) => [
    ...(/^\s*(?:其中|同时|此外|另外|该|上述)/.test(text) ? ['leans'] : []),
    ...(/[：:]\s*$/.test(text) ? ['announces'] : []),
    ...(/各位代表|高度重视|重要讲话/.test(text) ? ['slogan'] : []),
    ...(text.length > 140 ? ['long'] : []),
  ]);
  if (quotes.length !== 3) faults.push(`${quotes.length} quotes`);
  if (unfaithful(index, quotes).length > 0) faults.push('unfaithful');
  return faults;
}

describe('the highlights', () => {
  let sample: PassageIndex;
  beforeAll(async () => {
    sample = await sampleIndex();
  });

  it('are three good sentences for every sample report', () => {
    for (const report of sample.reports)
      expect([report.title, faultsOf(report, sample)]).toEqual([report.title, []]);
  });

  it('come from what was done, what is wrong and what is planned, and give figures or names', () => {
    for (const report of sample.reports) {
      const quotes = highlightQuotes(report, sample);
      const kinds = quotes.map(
        ({ start }) =>
          report.sections.findLast((section) => section.start <= start && section.end > start)?.kind,
      );
      expect(kinds).toEqual(['achievements', 'problems', 'plans']);
      for (const { text } of quotes) expect(text).toMatch(/\d|“/);
    }
  });

  it('are for almost every real report good sentences too', async ({ skip }) => {
    skip(!fs.existsSync(REAL), 'no real reports lie in ../shared/reports');
    const opened = await openIndex(REAL, SHARED_INDEX_FOLDER);
    if (!opened.ok) throw new Error(opened.reason);
    const faulty = opened.index.reports.filter((report) => faultsOf(report, opened.index).length > 0);
    expect(faulty.length).toBeLessThanOrEqual(1);
    const masked = opened.index.reports.filter((report) =>
      highlightQuotes(report, opened.index).some(({ text }) => /[xX]{2}[\d.]*[万亿%个亩]/.test(text)),
    );
    expect(masked.length).toBeLessThanOrEqual(2);
  });
});

describe('of a poor report', () => {
  const quotesOf = (done: string) => {
    const file = readText(`甲县测绘局2023年工作总结\n\n一、主要工作\n${done}`);
    return highlightQuotes(file.reports[0], { fileOf: () => file }).map(({ text }) => text);
  };

  it('prefer a figure to a slogan, an announcement and a masked figure', () => {
    const quotes = quotesOf(
      `我们高度重视并认真贯彻落实上级精神。现将140个数字、62个项目和300次培训报告如下。测绘山路XX公里62条，绘制地图xx幅140张，培训xxx人次300批。测绘山路62公里，绘制地图140幅，培训人员300人次。\n${longBody(0)}`,
    );
    expect(quotes).toContain('测绘山路62公里，绘制地图140幅，培训人员300人次。');
    expect(quotes.join('')).not.toMatch(/高度重视|XX|如下/);
  });

  it('are as many as it has sentences', () => {
    expect(quotesOf('测绘山路62公里，绘制地图140幅。')).toHaveLength(1);
  });
});
