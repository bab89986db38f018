// Filters: which reports are meant by a title, an agency, a period, a kind.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Filters, narrow, suggest } from '../../src/lookup/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

function filesFor(filters: Filters): string[] {
  const found = narrow(filters, index);
  if (!found.ok) throw new Error(`none for ${found.filter} ${found.text}`);
  return [...new Set(found.reports.map((number) => index.reports[number].file))].sort();
}
function refused(filters: Filters) {
  const found = narrow(filters, index);
  if (found.ok) throw new Error('reports were found');
  return { filter: found.filter, text: found.text, nearest: found.nearest.map(({ label }) => label) };
}

const FORESTRY = ['forestry-2023-h1.txt', 'forestry-2023.txt', 'forestry-2024-h1.txt'];
const HEALTH = ['health-2023-h1.txt', 'health-2023.txt', 'health-2024-h1.txt'];
const FIRST_HALF_2024 = [
  'agriculture-2024-h1.txt',
  'forestry-2024-h1.txt',
  'health-2024-h1.txt',
  'qilu-town-2024-h1.md',
];
const ANNUAL_2023 = [
  'agriculture-2023.txt',
  'compilation-2023.txt',
  'forestry-2023.txt',
  'health-2023.txt',
  'qilu-town-2023.txt',
];

describe('no filter', () => {
  it.each<Filters>([{}, { report: '' }, { agency: ' ', period: '\t' }])(
    'leaves all reports: %j',
    (filters) => {
      expect(narrow(filters, index)).toEqual({ ok: true, reports: [...index.reports.keys()] });
    },
  );
});

describe('an agency', () => {
  it.each<[agency: string, files: string[]]>([
    ['林业局', FORESTRY],
    ['林业', FORESTRY],
    ['县林业局', FORESTRY],
    ['林業局', FORESTRY],
    ['linyeju', FORESTRY],
    ['forestry bureau', FORESTRY],
    ['卫健委', HEALTH],
    ['卫生健康委员会', HEALTH],
    ['农业农村局', ['agriculture-2023-h1.txt', 'agriculture-2023.txt', 'agriculture-2024-h1.txt']],
    ['栖鹭镇人民政府', ['qilu-town-2023-h1.txt', 'qilu-town-2023.txt', 'qilu-town-2024-h1.md']],
  ])('means all of its reports, under whichever of its names: %s', (agency, files) => {
    expect(filesFor({ agency })).toEqual(files);
  });

  it('with its county means the reports that name the county', () => {
    expect(filesFor({ agency: '澜棠县林业局' })).toEqual(['forestry-2023.txt', 'forestry-2024-h1.txt']);
  });
});

describe('a period', () => {
  it.each<[period: string, files: string[]]>([
    ['2024年上半年', FIRST_HALF_2024],
    ['2024 H1', FIRST_HALF_2024],
    ['2024H1', FIRST_HALF_2024],
    ['h1 2024', FIRST_HALF_2024],
    ['first half of 2024', FIRST_HALF_2024],
    ['2024年下半年', FIRST_HALF_2024], // they plan for it
    ['2023年全年', ANNUAL_2023],
  ])('means the reports that cover or plan for it: %s', (period, files) => {
    expect(filesFor({ period })).toEqual(files);
  });

  it('of a year means the reports that cover a period in it or plan for it, with or without 年', () => {
    expect(filesFor({ period: '2024' })).toEqual([...ANNUAL_2023, ...FIRST_HALF_2024].sort());
    expect(filesFor({ period: '2024年' })).toEqual(filesFor({ period: '2024' }));
    expect(filesFor({ period: '2023年' })).toEqual(filesFor({ period: '2023' }));
    expect(filesFor({ period: '2023年' })).toContain('forestry-2023-h1.txt');
  });

  it('without a year means that period of every year', () => {
    expect(filesFor({ period: '上半年' })).toHaveLength(8);
  });
});

describe('a report', () => {
  it('by its id or its whole title is that one', () => {
    index.reports.forEach(({ id, title }, number) => {
      expect(narrow({ report: id }, index)).toEqual({ ok: true, reports: [number] });
      expect(narrow({ report: title }, index)).toEqual({ ok: true, reports: [number] });
    });
  });

  it('by a part of its title is every report with that part', () => {
    expect(filesFor({ report: '林业局' })).toEqual(FORESTRY);
    expect(filesFor({ report: '林业局2023年' })).toEqual(['forestry-2023-h1.txt', 'forestry-2023.txt']);
  });
});

describe('several filters', () => {
  it('leave the reports that fit all of them', () => {
    expect(filesFor({ agency: '林业局', period: '2023' })).toEqual([
      'forestry-2023-h1.txt',
      'forestry-2023.txt',
    ]);
    expect(filesFor({ report: '工作报告', period: '2024年上半年', kind: 'government-work-report' })).toEqual([
      'qilu-town-2024-h1.md',
    ]);
  });

  it('give the reports in the order of the index', () => {
    const found = narrow({ agency: '局' }, index);
    if (!found.ok) throw new Error('none');
    expect(found.reports).toEqual([...found.reports].sort((a, b) => a - b));
  });
});

describe('a filter that fits no report', () => {
  it('is named, with what the filters before it leave', () => {
    expect(refused({ agency: '审计局' })).toMatchObject({ filter: 'agency', text: '审计局' });
    expect(refused({ agency: '审计局' }).nearest).toContain('交通运输局');
    expect(refused({ period: '2019' }).nearest).toEqual(['2023年上半年', '2023年', '2024年上半年']);
    expect(refused({ report: '审计局2023年工作总结' }).nearest).toHaveLength(16);
    expect(refused({ agency: '柳汀街道', period: '2024年上半年' })).toEqual({
      filter: 'period',
      text: '2024年上半年',
      nearest: ['2023年'],
    });
    expect(refused({ agency: '林业局', kind: 'plan' })).toEqual({
      filter: 'kind',
      text: 'plan',
      nearest: ['agency-summary'],
    });
  });
});

describe('any text', () => {
  it('means some reports or none, without an error', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('\ud83d', '局'.repeat(500), '2023年'.repeat(80), '__proto__', '（', '[a-z]+('),
    );
    fc.assert(
      fc.property(
        fc.record({ report: text, agency: text, period: text }, { requiredKeys: [] }),
        (filters) => {
          const found = narrow(filters, index);
          if (found.ok) expect(found.reports.length).toBeGreaterThan(0);
          else expect(found.text).toBe(filters[found.filter as 'report']?.trim());
        },
      ),
    );
  });

  it('that was suggested means some reports', () => {
    for (const kind of ['report', 'agency', 'period'] as const)
      for (const { value } of suggest(kind, '', index, 25))
        expect(narrow({ [kind]: value }, index).ok).toBe(true);
  });
});
