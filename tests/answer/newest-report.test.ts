// Which of several reports by one author answers where the question names no time.
import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const titlesOf = (question: string) => {
  const given = answer(question, [], index);
  if (!given.answered) return undefined;
  const quoted = [...new Set(given.quotes.map(({ reportId }) => index.report(reportId)?.title))];
  return { quoted, others: given.others.map(({ title }) => title) };
};

describe('a question that names an author and no time', () => {
  it.each([
    ['林业局有什么问题', '澜棠县林业局2024年上半年工作总结和下半年工作打算'],
    ['what problems does the health commission have', '卫生健康委员会2024年上半年工作总结'],
    ['农业农村局做了哪些工作', '县农业农村局2024年上半年工作总结'],
    ['栖鹭镇的计划', '栖鹭镇人民政府2024年上半年工作报告'],
  ])('is answered from the newest report, the others are offered: %s', (question, newest) => {
    const titles = titlesOf(question);
    expect(titles?.quoted).toEqual([newest]);
    expect(titles?.others).toHaveLength(2);
  });

  it.each([
    ['林业局2023年上半年有什么问题', '林业局2023年上半年工作总结'],
    ['栖鹭镇2023年上半年存在哪些困难', '栖鹭镇人民政府2023年上半年工作报告'],
  ])('but from the report of the time that it names: %s', (question, title) => {
    expect(titlesOf(question)?.quoted).toEqual([title]);
  });
});
