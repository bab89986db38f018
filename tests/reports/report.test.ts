import { describe, expect, it } from 'vitest';
import { readReports } from '../../src/reports/index.ts';
import { longBody, prose } from '../fixtures/prose.ts';
import { partKinds, readText } from './reading.ts';

const read = (text: string) => readText(text).reports[0];

describe('the metadata of a report', () => {
  it('has the same id whether a system writes its file’s name composed or decomposed', () => {
    const document = { text: `工作总结\n\n${longBody()}\n`, markup: [], headings: [], warnings: [] };
    const idsOf = (name: string) => readReports(name, document).reports.map(({ id }) => id);
    expect(idsOf('re\u0301gion/a.txt')).toEqual(idsOf('r\u00e9gion/a.txt'));
    expect(idsOf('r\u00e9gion/a.txt')).not.toEqual(idsOf('region/a.txt'));
  });

  it('comes from its title: author, period, what it plans for, what sort of document it is', () => {
    const report = read(
      `棠溪县林业局2023年上半年工作总结\n\n一、工作情况\n${longBody()}\n二、下半年打算\n${prose(3, 9)}\n`,
    );
    expect(report).toMatchObject({
      title: '棠溪县林业局2023年上半年工作总结',
      titled: true,
      agency: '棠溪县林业局',
      kind: 'agency-summary',
      period: { label: '2023年上半年', start: '2023-01-01', end: '2023-06-30' },
      plannedFor: { label: '2023年下半年', start: '2023-07-01', end: '2023-12-31' },
    });
  });

  it('comes from its opening where the title names none', () => {
    const report = read(`工作总结\n\n2023年上半年，县林业局植树造林。${prose(3)}\n${longBody(4)}\n`);
    expect(report).toMatchObject({ agency: '县林业局', period: { label: '2023年上半年' } });
  });

  it('comes from the collection’s title where neither names a period', () => {
    const file = readText(`2023年上半年工作总结汇编（2篇）\n\n县林业局工作总结\n\n${longBody()}\n`);
    expect(file.reports[0].period?.label).toBe('2023年上半年');
  });

  it('has no period where a number merely looks like a year', () => {
    expect(read(`县财政局工作总结\n\n今年以来，完成收入2086万元。${longBody()}\n`).period).toBeUndefined();
  });

  it('has no planned period without a plan section', () => {
    const report = read(`县林业局2023年工作总结\n\n一、工作情况\n${longBody()}\n`);
    expect(report.period?.label).toBe('2023年');
    expect(report.plannedFor).toBeUndefined();
  });

  it('plans the next year where a yearly report has a plan section', () => {
    const report = read(
      `县林业局2023年工作总结\n\n一、工作情况\n${longBody()}\n二、下一步打算\n${prose(3, 9)}\n`,
    );
    expect(report.plannedFor?.label).toBe('2024年');
  });

  it('plans its own year where the whole document is a plan', () => {
    const report = read(
      `县林业局2024年工作计划\n\n一、总体要求\n${longBody()}\n二、下一步工作安排\n${prose(3, 9)}\n`,
    );
    expect(report.kind).toBe('plan');
    expect(report.plannedFor?.label).toBe('2024年');
  });

  it('is all plans where the whole document is a plan', () => {
    const report = read(
      `县林业局2024年工作计划\n\n一、总体要求\n${longBody()}\n二、重点任务\n${prose(3, 9)}\n`,
    );
    expect(partKinds(report)).toEqual(['plans', 'plans']);
    expect(report.plannedFor?.label).toBe('2024年');
  });

  it('spans its first to its last word', () => {
    const file = readText(
      `县教育局2023年工作总结\n\n${longBody()}\n\n县林业局2023年工作总结\n\n${longBody(9)}\n\n县林业局\n2024年1月5日\n`,
    );
    expect(file.reports.map(({ start, end }) => file.text.slice(start, end))).toEqual([
      `县教育局2023年工作总结\n\n${longBody()}`,
      `县林业局2023年工作总结\n\n${longBody(9)}`,
    ]);
  });
});

describe('a file', () => {
  it.each(['', ' \n\n\t', '\n##begin##\n', '本文档编辑密码：abc'])(
    'without a word in it holds no report: %j',
    (text) => {
      expect(readText(text).reports).toEqual([]);
    },
  );

  it('in English is read too', () => {
    const file = readText(
      'Annual Work Report 2023\n\nThe canal was repaired. Water reached 11 villages.\n\nProblems\n\nStaff is short.\n',
    );
    expect(file.reports).toHaveLength(1);
    expect(file.reports[0].title).toBe('Annual Work Report 2023');
  });
});
