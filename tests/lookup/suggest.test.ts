// Suggestions while a person types: which names, in which order, for any text.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SuggestionKind, suggest, suggestFrom } from '../../src/lookup/suggest.ts';
import {
  type Suggestion,
  type SuggestionSource,
  type SuggestionTable,
  tableOf,
} from '../../src/lookup/suggest-table.ts';
import { nextPeriod, type Period, periodOf } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { leastMs } from '../speed.ts';

const LIMIT = 25;
const KINDS: SuggestionKind[] = ['report', 'agency', 'period'];

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const labelsOf = (suggestions: Suggestion[]) => suggestions.map(({ label }) => label);
const suggested = (kind: SuggestionKind, partial: string) => labelsOf(suggest(kind, partial, index, LIMIT));

/** A table of some reports without an index, with the sounds and words of the sample reports. */
function tableFor(reports: Partial<SuggestionSource['reports'][number]>[]): SuggestionTable {
  const { thesaurus, soundTable } = index;
  const whole = reports.map((report, i) => ({ id: `r${i}`, file: `${i}.txt`, title: '工作总结', ...report }));
  return tableOf({ reports: whole, thesaurus, soundTable });
}

const ofAgencies = (...names: string[]) => tableFor(names.map((agency) => ({ agency })));
const suggestedFrom = (table: SuggestionTable, kind: SuggestionKind, partial: string) =>
  labelsOf(suggestFrom(table, kind, partial, LIMIT));

const FORESTRY = ['林业局', '澜棠县林业局'];
const HEALTH = ['澜棠县卫生健康委员会', '卫生健康委员会'];
const AGRICULTURE = ['农业农村局', '县农业农村局', '澜棠县农业农村局'];

describe('agencies', () => {
  it.each<[typed: string, names: string[]]>([
    // Chinese
    ['林业局', FORESTRY],
    ['林業局', FORESTRY],
    ['林业', FORESTRY],
    ['澜棠县林', ['澜棠县林业局']],
    ['農業農村', AGRICULTURE],
    ['县农业', ['县农业农村局', '澜棠县农业农村局']],
    ['石磨', ['石磨岭乡']],
    ['栖鹭', ['栖鹭镇']],
    ['栖鹭镇政府', ['栖鹭镇']],
    ['栖鹭镇人民政府', ['栖鹭镇']],
    ['「林业局」', FORESTRY],
    // in order with gaps, abbreviations, other forms of a name
    ['林局', ['澜棠县林业局', '林业局']],
    ['卫健委', HEALTH],
    ['衛健委', HEALTH],
    ['发改委', ['发展改革局']],
    ['交通局', ['交通运输局']],
    ['县林业局', ['澜棠县林业局', '林业局']],
    // pinyin
    ['linyeju', FORESTRY],
    ['linye', FORESTRY],
    ['liny', FORESTRY],
    ['lín yè', FORESTRY],
    ['Lín Yè Jú', FORESTRY],
    ['lin ye', FORESTRY],
    ["lin'ye", FORESTRY],
    ['lin’ye', FORESTRY],
    ['lyj', FORESTRY],
    ['LYJ', FORESTRY],
    ['linyj', FORESTRY],
    ['林yj', FORESTRY],
    ['shimoling', ['石磨岭乡']],
    ['shml', ['石磨岭乡']],
    ['qiluzhen', ['栖鹭镇']],
    ['fgj', ['发展改革局']],
    ['wjw', HEALTH],
    ['weijianwei', HEALTH],
    // English
    ['forestry', ['澜棠县林业局', '林业局']],
    ['Forestry Bureau', ['澜棠县林业局', '林业局']],
    ['forestry bur', ['澜棠县林业局', '林业局']],
    ['the forestry bureau', ['澜棠县林业局', '林业局']],
    ['fore', ['澜棠县林业局', '林业局']],
    ['health', HEALTH],
    ['health commission', HEALTH],
    ['health com', HEALTH],
    ['transport', ['交通运输局']],
    ['development and reform commission', ['发展改革局']],
    ['qilu town', ['栖鹭镇']],
    ['subdistrict', ['柳汀街道']],
    ['town government', ['栖鹭镇']],
    ['subdistrict office', ['柳汀街道']],
  ])('suggested for %j: %j', (typed, names) => {
    expect(suggested('agency', typed)).toEqual(names);
  });

  it.each(['zzzz', '审计局', '林农', '2023', 'v', '😀', 'ju lin ye xiang', '局业林'])(
    'suggested for %j: none',
    (typed) => {
      expect(suggested('agency', typed)).toEqual([]);
    },
  );

  it('are suggested with most reports first, then by name, where nothing is typed', () => {
    const table = ofAgencies('丙局', '乙局', '甲局', '乙局');
    expect(suggestedFrom(table, 'agency', '')).toEqual(['乙局', '丙局', '甲局']);
    expect(suggestedFrom(table, 'agency', ' \t')).toEqual(['乙局', '丙局', '甲局']);
  });

  it('stand for themselves', () => {
    for (const { label, value } of suggest('agency', '', index, LIMIT)) expect(value).toBe(label);
  });

  it('are ordered from the surest match to the loosest', () => {
    const table = ofAgencies('林学会农业局', '县林业局', '林业局驻县办', '林业局', '县林业局');
    expect(suggestedFrom(table, 'agency', '林业局')).toEqual([
      '林业局',
      '林业局驻县办',
      '县林业局',
      '林学会农业局',
    ]);
  });

  it('match by syllables before initials, from the beginning before inside', () => {
    const table = ofAgencies('县四海局', '四海局', '县水利局', '水利局');
    expect(suggestedFrom(table, 'agency', 'sh')).toEqual(['水利局', '县水利局', '四海局', '县四海局']);
  });

  it('match by pinyin before English', () => {
    const table = ofAgencies('法律援助办', '林安卫局');
    expect(suggestedFrom(table, 'agency', 'law')).toEqual(['林安卫局', '法律援助办']);
  });

  it('are not matched by the beginnings of longer words where the typed word itself has a match', () => {
    const table = ofAgencies('县卫生健康局', '县医疗保障局'); // health, healthcare security
    expect(suggestedFrom(table, 'agency', 'heal')).toEqual(['县医疗保障局', '县卫生健康局']);
    expect(suggestedFrom(table, 'agency', 'health')).toEqual(['县卫生健康局']);
  });

  it('are found by ü as v or u', () => {
    const table = ofAgencies('吕梁市统计局');
    for (const typed of ['lüliang', 'lvliang', 'luliang', 'lǚ liáng', 'lu\u0308l'])
      expect(suggestedFrom(table, 'agency', typed)).toEqual(['吕梁市统计局']);
    expect(suggestedFrom(ofAgencies('路桥镇'), 'agency', 'lv')).toEqual([]);
  });

  it('are found by another name of the same office', () => {
    expect(suggestedFrom(ofAgencies('市生态环境局'), 'agency', '环保局')).toEqual(['市生态环境局']);
  });

  it('too long for a label are not suggested', () => {
    expect(suggestedFrom(ofAgencies('林'.repeat(101)), 'agency', '林')).toEqual([]);
  });
});

describe('periods', () => {
  const ALL = ['2024年下半年', '2024年', '2024年上半年', '2023年下半年', '2023年', '2023年上半年'];
  const of2023 = ALL.slice(3);
  const FIRST_HALVES = ['2024年上半年', '2023年上半年'];
  const SECOND_HALVES = ['2024年下半年', '2023年下半年'];

  it.each<[typed: string, periods: string[]]>([
    ['', ALL],
    ['2023', of2023],
    ['23', of2023],
    ['23年', of2023],
    ['2023年', ['2023年', '2023年下半年', '2023年上半年']],
    ['上半年', FIRST_HALVES],
    ['下半年', SECOND_HALVES],
    ['23上', ['2023年上半年']],
    ['2023 上半年', ['2023年上半年']],
    ['上半年 2023', ['2023年上半年']],
    ['first half', FIRST_HALVES],
    ['first ha', FIRST_HALVES],
    ['second half of 2023', ['2023年下半年']],
    ['H1 2023', ['2023年上半年']],
    ['2023 h2', ['2023年下半年']],
    ['2023H1', ['2023年上半年']],
    ['24h1', ['2024年上半年']],
    ['sbn', FIRST_HALVES],
    ['xiabannian', SECOND_HALVES],
    ['全年', ['2024年', '2023年']],
    ['full year', ['2024年', '2023年']],
    ['2022', []],
    ['Q1', []],
    ['林业', []],
  ])('suggested for %j: %j', (typed, periods) => {
    expect(suggested('period', typed)).toEqual(periods);
  });

  it.each<[typed: string, periods: string[]]>([
    ['Q1', ['2024年第一季度']],
    ['2024 q1', ['2024年第一季度']],
    ['一季度', ['2024年第一季度']],
    ['first quarter', ['2024年第一季度']],
    ['2季度', ['2024年第二季度']],
    ['quarter', ['2024年第二季度', '2024年第一季度']],
  ])('suggested for %j: the quarters %j', (typed, periods) => {
    const period = periodOf(2024, 1);
    const table = tableFor([{ period, plannedFor: nextPeriod(period) }]);
    expect(suggestedFrom(table, 'period', typed)).toEqual(periods);
  });
});

describe('reports', () => {
  const FORESTRY_H1_2023 = '林业局2023年上半年工作总结';
  const FORESTRY_2023 = '澜棠县林业局2023年工作总结及2024年工作计划';
  const FORESTRY_H1_2024 = '澜棠县林业局2024年上半年工作总结和下半年工作打算';
  const HEALTH_2023 = '澜棠县卫生健康委员会2023年工作总结暨2024年工作计划';
  const QILU_H1_2024 = '栖鹭镇人民政府2024年上半年工作报告';
  const QILU_H1_2023 = '栖鹭镇人民政府2023年上半年工作报告';

  it.each<[typed: string, titles: string[]]>([
    ['林业局', [FORESTRY_H1_2023, FORESTRY_H1_2024, FORESTRY_2023]],
    ['林業', [FORESTRY_H1_2023, FORESTRY_H1_2024, FORESTRY_2023]],
    ['林业 2023', [FORESTRY_H1_2023, FORESTRY_2023]],
    ['2023　林业', [FORESTRY_H1_2023, FORESTRY_2023]],
    ['《林业局2023年上半年工作总结》', [FORESTRY_H1_2023]],
    ['linye 2024', [FORESTRY_H1_2024, FORESTRY_2023]],
    ['lin ye 2024', [FORESTRY_H1_2024, FORESTRY_2023]],
    ['forestry 2023', [FORESTRY_2023, FORESTRY_H1_2023]],
    ['forestry H1', [FORESTRY_H1_2024, FORESTRY_H1_2023]],
    ['forestry bureau first half 2024', [FORESTRY_H1_2024]],
    ['health plan', [HEALTH_2023]],
    ['the health plan of 2023', [HEALTH_2023]],
    ['栖鹭 上半年', [QILU_H1_2024, QILU_H1_2023]],
    ['qilu h1', [QILU_H1_2024, QILU_H1_2023]],
    ['卫健委 计划', [HEALTH_2023]],
    ['林业 2022', []],
    ['林业 交通', []],
  ])('suggested for %j: %j', (typed, titles) => {
    expect(suggested('report', typed)).toEqual(titles);
  });

  it('are suggested by newest covered period where nothing is typed', () => {
    const titles = suggested('report', '');
    expect(titles).toHaveLength(index.reports.length);
    expect(titles.slice(0, 2)).toEqual(['县农业农村局2024年上半年工作总结', FORESTRY_H1_2024]);
    expect(titles.at(-1)).toBe(QILU_H1_2023);
  });

  it('stand for their ids', () => {
    const suggestions = suggest('report', '', index, LIMIT);
    const titles = new Map(index.reports.map(({ id, title }) => [id, title]));
    for (const { label, value } of suggestions) expect(titles.get(value)).toBe(label);
  });

  it('are found by their author where the title does not name it', () => {
    const table = tableFor([{ title: '2023年工作总结', agency: '雁汀镇' }, { title: '2023年工作打算' }]);
    for (const typed of ['雁汀', '雁汀镇人民政府', 'yanting', 'ytz'])
      expect(suggestedFrom(table, 'report', typed)).toEqual(['2023年工作总结']);
  });

  it('of the same title are distinguished by author, period, file, and at last by number', () => {
    const title = '工作总结';
    const period = periodOf(2023, 'year');
    const table = tableFor([
      { title, agency: '雁汀镇', period, file: 'a.txt' },
      { title, agency: '雁汀镇', period: periodOf(2022, 'year'), file: 'a.txt' },
      { title, agency: '石梁街道', period, file: 'a.txt' },
      { title, agency: '石梁街道', period, file: 'b.txt' },
      { title, agency: '石梁街道', period, file: 'b.txt' },
    ]);
    expect(suggestedFrom(table, 'report', '').sort()).toEqual([
      '工作总结 · 石梁街道 · a.txt',
      '工作总结 · 石梁街道 · b.txt · #1',
      '工作总结 · 石梁街道 · b.txt · #2',
      '工作总结 · 雁汀镇 · 2022年',
      '工作总结 · 雁汀镇 · 2023年',
    ]);
  });

  it('are found by what distinguishes them', () => {
    const table = tableFor([{ agency: '雁汀镇' }, { agency: '石梁街道' }]);
    expect(suggestedFrom(table, 'report', '总结 石梁')).toEqual(['工作总结 · 石梁街道']);
    expect(suggestedFrom(table, 'report', '1.txt')).toEqual([]);
  });

  it('show their titles with white space folded', () => {
    const table = tableFor([{ title: ' 2023 年\n工作　总结 ' }]);
    expect(suggestedFrom(table, 'report', '2023年工作')).toEqual(['2023 年 工作 总结']);
  });
});

describe('long titles', () => {
  it('lose their middle, never half a character', () => {
    for (const shift of ['', '一']) {
      const table = tableFor([{ title: `${shift}${'𠮷'.repeat(80)}总结` }]);
      const [label] = suggestedFrom(table, 'report', '');
      expect(label.isWellFormed()).toBe(true);
      expect(label.length).toBeGreaterThan(96);
      expect(label.length).toBeLessThanOrEqual(100);
      expect(label).toMatch(/^一?𠮷+…𠮷+总结$/u);
    }
  });

  it('that differ only in the middle keep what distinguishes them', () => {
    const titled = (middle: string, file: string) => ({
      title: `${'前'.repeat(70)}${middle}${'后'.repeat(70)}`,
      file,
    });
    const table = tableFor([titled('甲', 'a.txt'), titled('乙', 'b.txt'), titled('丙', 'b.txt')]);
    const labels = suggestedFrom(table, 'report', '');
    expect(labels.map((label) => label.split(' · ').slice(1))).toEqual([
      ['a.txt'],
      ['b.txt', '#1'],
      ['b.txt', '#2'],
    ]);
    for (const label of labels) expect(label).toHaveLength(100);
  });

  it('are found by the words that are not shown', () => {
    const table = tableFor([{ title: `${'前'.repeat(70)}林业${'后'.repeat(70)}` }]);
    expect(suggestedFrom(table, 'report', '林业')).toHaveLength(1);
  });

  it('with long authors and files still fit, and differ', () => {
    const report = { title: '长'.repeat(300), agency: '甲'.repeat(60), file: 'x'.repeat(200) };
    const table = tableFor([report, report, { ...report, agency: '乙'.repeat(60) }]);
    const labels = suggestedFrom(table, 'report', '');
    expect(new Set(labels).size).toBe(3);
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(100);
  });

  it('differ from a title that looks like a number', () => {
    const labels = suggestedFrom(
      tableFor([{}, {}, { title: '工作总结 · #1' }].map((each) => ({ ...each, file: 'a' }))),
      'report',
      '',
    );
    expect(labels).toEqual(['工作总结 · #2', '工作总结 · #3', '工作总结 · #1']);
  });
});

describe('any text', () => {
  const HOSTILE = [
    ' ',
    '\0',
    '\ud800',
    '林\udfff',
    '林'.repeat(100_000),
    'a'.repeat(100_000),
    'an'.repeat(50),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    '.*+?^$()|[]\\{}',
    '__proto__',
    'constructor',
    '\u0308'.repeat(100),
    'u\u0308\u0301\u0304',
    'ﷺ'.repeat(100),
    '的 了 是',
    'the of and',
  ];
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 120,
    }),
    fc.string({ unit: fc.constantFrom(...'林业局县2023年上半linyej üfo '), maxLength: 20 }),
    fc.constantFrom(...HOSTILE),
  );

  it('has at most as many suggestions as its limit, all different and short enough', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...KINDS), fc.integer({ min: 0, max: 30 }), (text, kind, limit) => {
        const suggestions = suggest(kind, text, index, limit);
        expect(suggestions.length).toBeLessThanOrEqual(limit);
        expect(new Set(suggestions.map(({ value }) => value)).size).toBe(suggestions.length);
        expect(new Set(labelsOf(suggestions)).size).toBe(suggestions.length);
        for (const { label, value } of suggestions) {
          expect(label.trim().length).toBeGreaterThan(0);
          expect(label.length).toBeLessThanOrEqual(100);
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has the same suggestions every time', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...KINDS), (text, kind) => {
        expect(suggest(kind, text, index, LIMIT)).toEqual(suggest(kind, text, index, LIMIT));
      }),
      { numRuns: 100 },
    );
  });

  it('as a title gives labels that are all different and short', () => {
    const part = fc.oneof(
      fc.constantFrom('', '总结', '总'.repeat(150), '总结 · #1'),
      fc.string({ maxLength: 130 }),
    );
    const period = fc.constantFrom<Period | undefined>(undefined, periodOf(2023, 'year'), periodOf(2023, 2));
    const report = fc.record({
      title: part,
      file: fc.constantFrom('a.txt', `${'b'.repeat(150)}.txt`),
      agency: part,
      period,
    });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 12 }), (reports) => {
        const named = reports.map(({ period: covered, ...rest }) => ({
          ...rest,
          ...(covered ? { period: covered } : {}),
        }));
        const labels = suggestedFrom(tableFor(named), 'report', '');
        expect(new Set(labels).size).toBe(reports.length);
        for (const label of labels) expect(label.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 50 },
    );
  });

  it.each([-1, Number.NaN])('has no suggestions with a limit of %d', (limit) => {
    expect(suggest('agency', '', index, limit)).toEqual([]);
  });
});

describe('speed', () => {
  const OFFICES = [
    '林业局',
    '卫生健康委员会',
    '发展和改革委员会',
    '农业农村局',
    '交通运输局',
    '人力资源和社会保障局',
  ];
  const AGENCIES = 1500;
  const REPORTS = 5000;
  const MAX_MS = 200;
  const MAX_MS_OF_SAMPLE = 20;
  const MAX_BUILD_MS = 1000;
  const TYPED = [
    '',
    'l',
    '林业',
    '林局',
    '发改委',
    'linyeju',
    'lyj',
    'zzzz',
    'fore',
    'con',
    'development and reform commission',
    'health bureau first half 2022',
    'a b c d e f g h i j k l',
    '甲 乙 丙 丁 林 业 局 年',
    'an'.repeat(50),
    '林'.repeat(100),
  ];

  const placeOf = (number: number) =>
    [...String(number).padStart(3, '0')].map((digit) => '山河湖海江溪桥岭坪塘'[Number(digit)]).join('');

  function manyReports(): Partial<SuggestionSource['reports'][number]>[] {
    return Array.from({ length: REPORTS }, (_, i) => {
      const author = i % AGENCIES;
      const agency = `${placeOf(Math.floor(author / OFFICES.length))}县${OFFICES[author % OFFICES.length]}`;
      const period = periodOf(2020 + Math.floor(i / AGENCIES), i % 2 ? 'year' : 'first-half');
      const title = `${agency}${period.label}工作总结及${nextPeriod(period).label}工作计划`;
      return { title, agency, period, plannedFor: nextPeriod(period) };
    });
  }

  it('of a table of thousands of reports: under a second to make, under 200 ms to ask', () => {
    const reports = manyReports();
    expect(leastMs(() => tableFor(reports), MAX_BUILD_MS)).toBeLessThan(MAX_BUILD_MS);
    const table = tableFor(reports);
    expect([table.report.length, table.agency.length]).toEqual([REPORTS, AGENCIES]);
    for (const typed of TYPED)
      for (const kind of KINDS)
        expect(leastMs(() => suggestFrom(table, kind, typed, LIMIT), MAX_MS)).toBeLessThan(MAX_MS);
  });

  it('over the sample reports: under 20 ms', () => {
    for (const typed of TYPED)
      for (const kind of KINDS)
        expect(leastMs(() => suggest(kind, typed, index, LIMIT), MAX_MS_OF_SAMPLE)).toBeLessThan(
          MAX_MS_OF_SAMPLE,
        );
  });
});
