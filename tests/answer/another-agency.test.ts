// A question that names another agency than the question before is answered from that agency's reports, or
// declined.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { indexOf } from '../search/corpus.ts';
import { shownQuotes } from './sample.ts';

const FINANCE = `县财政局2024年工作总结

一、主要工作
（一）组织收入稳步增长。全年税收收入完成8.3亿元，同比增长5.1%，非税收入完成2.4亿元。
（二）惠民补贴直达快享。通过一卡通发放惠民补贴1.2亿元，惠及4.1万人次。

二、存在的问题
一是税源结构单一，新增税源后劲不足；
二是乡镇财政所人手紧，报账周期偏长。

三、下一步工作打算
一是紧盯重点税源，挖掘零散税收；
二是推行报账电子化，缩短周期到五个工作日。
`;
const TRANSPORT = `县交通运输局2024年工作总结

一、主要工作
（一）路网越织越密。全县农村公路里程达到1530公里，新改建46公里，危桥改造7座。
（二）客运服务提质。开通镇村公交线路11条，更换新能源客车28辆。

二、存在的问题
一是农村公路养护资金缺口大，部分路段带病运行；
二是超限运输反弹，夜间执法力量不足。

三、下一步工作打算
一是实施农村公路提升行动，再改造60公里；
二是建设不停车检测点两处。
`;

let index: PassageIndex;
beforeAll(() => {
  index = indexOf({ 'finance.txt': FINANCE, 'transport.txt': TRANSPORT });
});

/** The answer to the last of some questions of one person. */
const askedInTurn = (...questions: string[]): Answer =>
  answer(questions[questions.length - 1], questions.slice(0, -1), index);
const files = (given: Answer) => [...new Set(shownQuotes(given).map(({ file }) => file))];

describe('an agency that no report is by', () => {
  it.each([
    ['财政局有哪些打算', '林业局2024年存在哪些问题'],
    ['财政局有哪些打算', '那林业局呢'],
    ['财政局有哪些打算', '住建局存在哪些问题'],
    ['税收收入完成多少', '林业局现在存在哪些问题'],
    ['what are the plans of the finance bureau', 'what problems did the forestry bureau have in 2024'],
    ['what are the plans of the finance bureau', 'what about the forestry bureau?'],
    ['what are the plans of the finance bureau', 'what problems does the drc have'],
    ['how much tax revenue was collected', 'which problems does the forestry bureau have'],
    ['财政局有哪些打算', 'what problems did the forestry bureau have in 2024'],
  ])('is declined after %j as without it: %j', (earlier, question) => {
    const given = askedInTurn(earlier, question);
    expect(given.answered).toBe(false);
    expect(given).toEqual(askedInTurn(question));
  });

  it.each([
    ['财政局有哪些打算', '林业局存在哪些问题', '又有什么打算？'],
    ['财政局有哪些打算', '林业局存在哪些问题', '那2024年呢'],
    ['what does the finance bureau plan', 'which problems does the forestry bureau have', 'and the plans?'],
  ])('is still the one that is asked about next: %j, %j, %j', (...questions) => {
    expect(askedInTurn(...questions).answered).toBe(false);
  });

  it.each([
    ['林业局存在哪些问题', '那财政局呢'],
    ['which problems does the forestry bureau have', 'and the finance bureau?'],
  ])('leaves nothing of its name to the next question: %j, %j', (...questions) => {
    const given = askedInTurn(...questions);
    expect(given).toMatchObject({ answered: true, kind: 'overview', sectionKind: 'problems' });
    expect(files(given)).toEqual(['finance.txt']);
  });
});

describe('an agency that is named after a question without one', () => {
  it.each([
    ['农村公路里程', '财政局2024年存在哪些问题', 'finance.txt'],
    ['农村公路里程', '财政局收入多少', 'finance.txt'],
    ['农村公路里程', '财政局现在还有哪些问题', 'finance.txt'],
    ['税收收入完成多少', '交通运输局存在哪些问题', 'transport.txt'],
    ['how long are the rural roads', 'what problems did the finance bureau have in 2024', 'finance.txt'],
    ['how much tax revenue was collected', 'what problems does the transport bureau have', 'transport.txt'],
  ])('after %j is answered from its own reports: %j', (earlier, question, file) => {
    const given = askedInTurn(earlier, question);
    expect(given.answered).toBe(true);
    expect(files(given)).toEqual([file]);
  });

  it.each([
    ['农村公路里程', '那财政局呢'],
    ['税收收入完成多少', '那交通运输局呢'],
  ])('is asked the same, and not answered by another one: %j, %j', (...questions) => {
    expect(askedInTurn(...questions).answered).toBe(false);
  });

  it.each([
    ['农村公路里程', '那交通运输局2024年呢'],
    ['how long are the rural roads', 'and the transport bureau in 2024?'],
  ])('is asked the same where its reports hold it: %j, %j', (...questions) => {
    const given = askedInTurn(...questions);
    expect(given.answered && given.quotes[0].text).toContain('农村公路里程达到1530公里');
  });
});

describe('a question that names no agency', () => {
  it.each([
    ['财政局有哪些打算', '存在哪些问题', 'finance.txt'],
    ['财政局存在哪些问题', '又有什么打算？', 'finance.txt'],
    ['交通运输局有哪些打算', '它存在哪些问题', 'transport.txt'],
    ['农村公路里程', '它存在哪些问题', 'transport.txt'],
    ['财政局存在哪些问题', '惠民补贴', 'finance.txt'],
    ['财政局有哪些打算', '那报账周期长的事怎么办', 'finance.txt'],
    ['what does the transport bureau plan', 'and the problems?', 'transport.txt'],
    ['how long are the rural roads', 'and the problems?', 'transport.txt'],
  ])('goes on with the reports of the one before: %j, %j', (earlier, question, file) => {
    expect(files(askedInTurn(earlier, question))).toEqual([file]);
  });
});
