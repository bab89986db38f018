// The bundled sample reports: each one is found, titled, dated and clean.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { coverageFaults, passageTexts, sentenceTexts, titlesOf } from './reading.ts';

let library: PassageIndex;
beforeAll(async () => {
  library = await sampleIndex();
});

type Row = [file: string, title: string, agency: string, period: string, plannedFor: string];
const EXPECTED: Row[] = [
  [
    'agriculture-2023-h1.txt',
    '澜棠县农业农村局2023年上半年工作总结及下半年工作安排',
    '澜棠县农业农村局',
    '2023年上半年',
    '2023年下半年',
  ],
  ['agriculture-2023.txt', '农业农村局2023年工作总结及2024年工作计划', '农业农村局', '2023年', '2024年'],
  [
    'agriculture-2024-h1.txt',
    '县农业农村局2024年上半年工作总结',
    '县农业农村局',
    '2024年上半年',
    '2024年下半年',
  ],
  ['compilation-2023.txt', '发展改革局2023年工作总结及2024年工作计划', '发展改革局', '2023年', '2024年'],
  ['compilation-2023.txt', '交通运输局2023年工作总结及2024年工作计划', '交通运输局', '2023年', '2024年'],
  ['compilation-2023.txt', '石磨岭乡2023年工作总结和2024年工作计划', '石磨岭乡', '2023年', '2024年'],
  ['compilation-2023.txt', '柳汀街道2023年工作总结', '柳汀街道', '2023年', '2024年'],
  ['forestry-2023-h1.txt', '林业局2023年上半年工作总结', '林业局', '2023年上半年', '2023年下半年'],
  ['forestry-2023.txt', '澜棠县林业局2023年工作总结及2024年工作计划', '澜棠县林业局', '2023年', '2024年'],
  [
    'forestry-2024-h1.txt',
    '澜棠县林业局2024年上半年工作总结和下半年工作打算',
    '澜棠县林业局',
    '2024年上半年',
    '2024年下半年',
  ],
  [
    'health-2023-h1.txt',
    '澜棠县卫生健康委员会2023年上半年工作总结',
    '澜棠县卫生健康委员会',
    '2023年上半年',
    '2023年下半年',
  ],
  [
    'health-2023.txt',
    '澜棠县卫生健康委员会2023年工作总结暨2024年工作计划',
    '澜棠县卫生健康委员会',
    '2023年',
    '2024年',
  ],
  [
    'health-2024-h1.txt',
    '卫生健康委员会2024年上半年工作总结',
    '卫生健康委员会',
    '2024年上半年',
    '2024年下半年',
  ],
  ['qilu-town-2023-h1.txt', '栖鹭镇人民政府2023年上半年工作报告', '栖鹭镇', '2023年上半年', '2023年下半年'],
  ['qilu-town-2023.txt', '栖鹭镇人民政府2023年工作报告', '栖鹭镇', '2023年', '2024年'],
  ['qilu-town-2024-h1.md', '栖鹭镇人民政府2024年上半年工作报告', '栖鹭镇', '2024年上半年', '2024年下半年'],
];

describe('the sample reports', () => {
  it('are sixteen, each with its title, author, period and planned period', () => {
    const rows = library.files.flatMap((file) =>
      file.reports.map(({ title, agency, period, plannedFor }) => [
        file.name,
        title,
        agency,
        period?.label,
        plannedFor?.label,
      ]),
    );
    expect(rows).toEqual(EXPECTED);
  });

  it('have one among them without a title line, named from the table of contents', () => {
    const untitled = library.files.flatMap((file) => file.reports.filter(({ titled }) => !titled));
    expect(untitled.map(({ title }) => title)).toEqual(['柳汀街道2023年工作总结']);
  });

  it('are covered exactly by passages, headings and dropped spans', () => {
    expect(library.files.flatMap(coverageFaults)).toEqual([]);
  });

  it('have no passage with a marker, advertising, a password or a line of a table of contents', () => {
    const held = library.files.flatMap((file) => passageTexts(file));
    expect(held.filter((text) => /##|云笺|客服在线|编辑密码|\t\d+\s*$/m.test(text))).toEqual([]);
    expect(held.filter((text) => library.files.flatMap(titlesOf).includes(text.trim()))).toEqual([]);
  });

  it('each have an achievements part and a plans part', () => {
    for (const report of library.files.flatMap(({ reports }) => reports)) {
      const kinds = new Set(report.sections.map(({ kind }) => kind));
      expect([report.title, kinds.has('achievements'), kinds.has('plans')]).toEqual([
        report.title,
        true,
        true,
      ]);
    }
  });

  it('have passages of whole sentences, longer than usual only where one sentence is', () => {
    for (const file of library.files)
      for (const { passages } of file.reports)
        for (const { start, end, sentences } of passages)
          if (end - start > 260) expect(sentences).toHaveLength(1);
    const lengths = library.files.flatMap((file) => passageTexts(file).map(({ length }) => length));
    const usual = lengths.filter((length) => length >= 40 && length <= 220);
    expect(usual.length / lengths.length).toBeGreaterThan(0.85);
  });

  it('have no sentence that goes on over a line break, except where a line was broken after a quotation mark', () => {
    const broken = library.files.flatMap(sentenceTexts).filter((text) => /[^”]\n/.test(text));
    expect(broken).toEqual([]);
  });

  it('have no sentence that is only a number', () => {
    const bare = library.files
      .flatMap(sentenceTexts)
      .filter((text) => /^[\d一二三四五六七八九十、.（）()]+$/.test(text));
    expect(bare).toEqual([]);
  });
});
