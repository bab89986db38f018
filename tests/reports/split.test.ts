import { describe, expect, it } from 'vitest';
import { longBody, prose, sentence } from '../fixtures/prose.ts';
import { coverageFaults, passageTexts, readText, sentenceTexts, titlesOf } from './reading.ts';

const WIDE_BREAK = '\n\n\n\n';

/** Two titled reports with one without a title between them. */
function compilation(untitled: string, contents = ''): string {
  return [
    `${contents}县教育局2023年工作总结\n\n一、主要工作\n${longBody(0)}`,
    untitled,
    `县水利局2023年工作总结\n\n一、主要工作\n${longBody(12)}\n`,
  ].join(WIDE_BREAK);
}

const STREET = `2023年，我街道坚持为民服务。${prose(8, 6)}\n\n二、下一步打算\n${prose(3, 14)}`;

describe('a report without a title line', () => {
  it('is found by a wide break and an opening sentence', () => {
    const file = readText(compilation(STREET));
    expect(file.reports.map(({ titled }) => titled)).toEqual([true, false, true]);
    expect(passageTexts(file, [file.reports[1]]).join()).toContain('我街道坚持为民服务');
    expect(coverageFaults(file)).toEqual([]);
  });

  it('is found by a numbering that restarts after a wide break', () => {
    const file = readText(compilation(`一、全力保障供水\n${prose(3, 6)}\n二、全力抗旱\n${sentence(10)}`));
    expect(file.reports.map(({ titled }) => titled)).toEqual([true, false, true]);
  });

  it('gets a title generated from its text', () => {
    const untitled = readText(compilation(STREET)).reports[1];
    expect(untitled.title).toContain('街道');
    expect(untitled.title).toContain('2023年');
    expect(untitled.title).toContain('工作总结');
    expect(untitled.agency).toBe('街道');
  });

  it('at the very beginning of a file gets a title too', () => {
    const file = readText(
      `各位代表：\n\n2023年，雁汀镇风调雨顺。${prose(3)}\n\n一、主要工作\n${longBody(4)}\n`,
    );
    expect(file.reports).toHaveLength(1);
    expect(file.reports[0]).toMatchObject({ titled: false, kind: 'government-work-report' });
    expect(file.reports[0].title).toContain('政府工作报告');
  });

  it('gets a title even where nothing is known', () => {
    const file = readText(`${sentence(0)}\n${sentence(1)}\n`);
    expect(file.reports[0].titled).toBe(false);
    expect(file.reports[0].title).not.toBe('');
  });

  it('has a title that is not one of its lines', () => {
    const file = readText(compilation(STREET));
    expect(file.text.split('\n')).not.toContain(file.reports[1].title);
  });
});

describe('the table of contents', () => {
  const contents = (...titles: string[]) =>
    `目录\n\n${titles.map((title, i) => `${title}\t${i + 1}`).join('\n')}\n\n\n`;
  const ALL = ['县教育局2023年工作总结', '柳荫街道2023年工作总结', '县水利局2023年工作总结'];

  it('names the untitled report where exactly one entry is unassigned', () => {
    const file = readText(compilation(STREET, contents(...ALL)));
    expect(titlesOf(file)).toEqual(ALL);
    expect(file.reports.map(({ titled }) => titled)).toEqual([true, false, true]);
    expect(file.reports[1].agency).toBe('柳荫街道');
  });

  it('names it in a table without page numbers too', () => {
    const file = readText(compilation(STREET, `目录\n\n${ALL.join('\n')}\n\n\n`));
    expect(titlesOf(file)).toEqual(ALL);
    expect(file.reports.map(({ titled }) => titled)).toEqual([true, false, true]);
  });

  it('names two untitled reports in order', () => {
    const two = `${STREET}${WIDE_BREAK}今年以来，我镇修渠引水。${prose(5, 8)}`;
    const listed = [ALL[0], ALL[1], '芦湾镇2023年工作总结', ALL[2]];
    expect(titlesOf(readText(compilation(two, contents(...listed))))).toEqual(listed);
  });

  it('names none where fewer entries are unassigned than reports are untitled', () => {
    const two = `${STREET}${WIDE_BREAK}今年以来，我镇修渠引水。${prose(5, 8)}`;
    const file = readText(compilation(two, contents(...ALL)));
    expect(file.reports).toHaveLength(4);
    expect(titlesOf(file)).not.toContain(ALL[1]);
  });

  it('names none where it lists every title already', () => {
    const file = readText(compilation(STREET, contents(ALL[0], ALL[2])));
    expect(file.reports[1].title).toContain('街道');
    expect(titlesOf(file).filter((title) => title === ALL[0])).toHaveLength(1);
  });

  it('does not give a report the name of another whose title is worded differently', () => {
    const file = readText(compilation(STREET, contents('教育局2023年工作总结', '县水利局2023年工作总结')));
    expect(file.reports[1].title).not.toContain('教育局');
  });
});

describe('a line inside a report', () => {
  it.each([
    '上半年工作回顾',
    '上半年政府工作回顾',
    '2023年上半年工作回顾',
    '下半年工作计划',
    '2023年下半年工作安排',
    '2023年下半年政府工作重点',
    '下一步工作打算',
    '存在的主要问题',
    '上半年工作开展情况',
    '主要工作完成情况',
    '2024年工作思路和打算',
    '重点项目推进情况',
  ])('is no title, even after a blank line: %s', (heading) => {
    const file = readText(`雁汀镇2023年工作总结\n\n${longBody()}\n\n${heading}\n${longBody(9)}\n`);
    expect(titlesOf(file)).toEqual(['雁汀镇2023年工作总结']);
  });

  it.each(['上半年工作回顾', '下半年工作计划', '2023年下半年工作安排'])(
    'such as %s is a heading',
    (heading) => {
      const file = readText(`雁汀镇2023年工作总结\n\n${longBody()}\n\n${heading}\n\n${longBody(9)}\n`);
      const [report] = file.reports;
      expect(report.sections.at(1)).toMatchObject({ label: heading, style: 'bare' });
    },
  );

  it('is no title either where the file has none at all', () => {
    const file = readText(`上半年工作回顾\n\n${longBody()}\n\n下半年工作计划\n\n${longBody(9)}\n`);
    expect(file.reports).toHaveLength(1);
    expect(file.reports[0].titled).toBe(false);
  });

  it.each([
    ['the numbering runs on', `二、下一步打算\n${sentence(9)}`],
    [
      'the numbering that starts again is not the highest',
      `1.抓防火。${sentence(9)}\n2.抓造林。${sentence(3)}`,
    ],
    ['a date stands alone', `2023年7月5日\n${prose(3, 9)}`],
    ['a table begins', `2023年　62公里　14座\n${prose(3, 9)}`],
    ['a sentence opens nothing new', `这些做法得到群众认可。${prose(3, 9)}`],
  ])('begins no report after a wide break where %s', (_, next) => {
    const file = readText(
      `雁汀镇2023年工作总结\n\n一、主要工作\n1.抓供水。\n${longBody()}${WIDE_BREAK}${next}\n`,
    );
    expect(file.reports).toHaveLength(1);
  });

  it.each([1, 2])('begins no report after %d blank lines, whatever it says', (blankLines) => {
    const gap = '\n'.repeat(blankLines + 1);
    const file = readText(
      `雁汀镇2023年工作总结\n\n${longBody()}${gap}2023年，我镇水利有了起色。${longBody(9)}\n`,
    );
    expect(file.reports).toHaveLength(1);
  });
});

describe('a title', () => {
  it.each([
    '县林业局2023年工作总结',
    '2023年上半年工作总结和下半年工作思路（镇乡）',
    '雁汀镇2023年度政府工作报告',
    '县司法局2023年度“谁执法谁普法”工作汇报',
  ])('after a blank line begins a report: %s', (title) => {
    const file = readText(`县教育局2023年工作总结\n\n${longBody()}\n\n${title}\n\n${longBody(9)}\n`);
    expect(titlesOf(file)).toEqual(['县教育局2023年工作总结', title]);
  });

  it.each(['林业工作稳步推进，成效明显的工作总结', '三、县林业局工作总结', '总结'])(
    'is not a line such as %s',
    (line) => {
      const file = readText(`县教育局2023年工作总结\n\n${longBody()}\n\n${line}\n${longBody(9)}\n`);
      expect(file.reports).toHaveLength(1);
    },
  );

  it('needs a text: the last line of a file is none', () => {
    const file = readText(`县教育局2023年工作总结\n\n${longBody()}\n\n县林业局2023年工作总结\n`);
    expect(titlesOf(file)).toEqual(['县教育局2023年工作总结']);
  });

  it('keeps every sentence in the report below it', () => {
    const file = readText(
      `县教育局2023年工作总结\n\n${prose(5)}\n\n县林业局2023年工作总结\n\n${prose(5, 5)}\n`,
    );
    expect(passageTexts(file, [file.reports[0]]).join('')).toBe(prose(5));
    expect(passageTexts(file, [file.reports[1]]).join('')).toBe(prose(5, 5));
    expect(sentenceTexts(file)).toHaveLength(10);
  });
});
