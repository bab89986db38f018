// News: what came, what changed, and what it is about.
import { beforeAll, describe, expect, it } from 'vitest';
import { identityOf, type KnownReport } from '../../src/digests/index.ts';
import { newsFor, reportsByFingerprint } from '../../src/digests/news.ts';
import { mainPoints } from '../../src/digests/points.ts';
import type { Report, ReportFile } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex, unfaithful } from '../answer/sample.ts';
import { longBody, sentence } from '../fixtures/prose.ts';
import { readText } from '../reports/reading.ts';
import { readAll } from '../search/corpus.ts';

const report = (agency: string, from: number) =>
  `${agency}2023年工作总结\n\n一、主要工作\n${longBody(from)}\n二、下一步打算\n${sentence(from)}`;

/** The reports of some texts by their fingerprints, and as a history notes them. */
function library(texts: Record<string, string>) {
  const files = readAll(texts);
  const reports = files.flatMap((file) => file.reports);
  const fileOf = ({ file }: Report) => files.find(({ name }) => name === file) as ReportFile;
  const byFingerprint = reportsByFingerprint({ reports, fileOf });
  const known = (firstSeen: number): KnownReport[] =>
    [...byFingerprint].map(([fingerprint, each]) => ({ fingerprint, identity: identityOf(each), firstSeen }));
  return { byFingerprint, known };
}
const told = ({ byFingerprint }: ReturnType<typeof library>, since: number, known: KnownReport[]) =>
  newsFor(since, known, byFingerprint).map((news) => `${news.report.agency} ${news.change}`);

describe('the news', () => {
  const before = library({ 'a.txt': report('甲县测绘局', 0), 'b.txt': report('乙县档案局', 3) });
  const known = before.known(100);

  it('are what was first seen after a time, not at it', () => {
    expect(told(before, 99, known)).toHaveLength(2);
    expect(told(before, 100, known)).toEqual([]);
  });

  it('are the newest first', () => {
    const later = known.map((each, i) => ({ ...each, firstSeen: 100 + i }));
    const [first, second] = told(before, 0, later);
    expect(told(before, 100, later)).toEqual([first]);
    expect(second).not.toBe(first);
  });

  it('leave out what the library does not hold any more, and what its history does not know', () => {
    const now = library({ 'a.txt': report('甲县测绘局', 0), 'c.txt': report('丙县民政局', 6) });
    expect(told(now, 99, known)).toEqual(['甲县测绘局 added']);
  });

  it('call a report changed that replaces one of the same identity', () => {
    const now = library({ 'a.txt': report('甲县测绘局', 1), 'b.txt': report('乙县档案局', 3) });
    const fresh = now
      .known(200)
      .filter(({ fingerprint }) => !known.some((each) => each.fingerprint === fingerprint));
    expect(told(now, 100, [...known, ...fresh])).toEqual(['甲县测绘局 changed']);
  });

  it('call a report added beside another of the same identity', () => {
    const now = library({ 'a.txt': report('甲县测绘局', 0), 'b.txt': report('甲县测绘局', 5) });
    const fresh = now
      .known(200)
      .filter(({ fingerprint }) => !known.some((each) => each.fingerprint === fingerprint));
    expect(told(now, 100, [...known, ...fresh])).toEqual(['甲县测绘局 added']);
  });
});

describe('the main points of a report', () => {
  let sample: PassageIndex;
  beforeAll(async () => {
    sample = await sampleIndex();
  });
  const pointsIn = (title: string) => {
    const found = sample.reports.find((each) => each.title === title);
    if (!found) throw new Error(`no report ${title}`);
    return mainPoints(found, sample, 5).map(({ text }) => text.trim());
  };

  it('are the headings of its plans, where it has them', () => {
    expect(pointsIn('林业局2023年上半年工作总结').slice(0, 2)).toEqual([
      '1、对照任务补进度。',
      '2、严阵以待抓防火。',
    ]);
  });

  it('are what its plans count, where they have no headings', () => {
    expect(pointsIn('柳汀街道2023年工作总结')[0]).toContain('继续改造老旧小区9个');
  });

  it('are short, verbatim, in order and of the one report, for every report', () => {
    for (const each of sample.reports) {
      const points = mainPoints(each, sample, 5);
      expect(points.length).toBeGreaterThan(2);
      expect(points.length).toBeLessThanOrEqual(5);
      expect(unfaithful(sample, points)).toEqual([]);
      expect(points.map(({ start }) => start)).toEqual(
        points.map(({ start }) => start).sort((a, b) => a - b),
      );
      for (const { text, reportId } of points) {
        expect(reportId).toBe(each.id);
        expect(text.length).toBeLessThan(121);
      }
    }
  });

  it('are what was done where nothing is planned, and the first sentences where nothing is headed', () => {
    const pointsOf = (body: string, most: number) => {
      const file = readText(`甲县测绘局2023年工作总结\n\n${body}`);
      return mainPoints(file.reports[0], { fileOf: () => file }, most).map(({ text }) => text);
    };
    const headed = `一、主要工作\n（一）测量山路。${longBody(0)}\n（二）绘制地图。${longBody(5)}`;
    expect(pointsOf(headed, 5)).toEqual(['（一）测量山路。', '（二）绘制地图。']);
    expect(pointsOf(longBody(0), 2)[0]).toBe(sentence(0));
  });
});
