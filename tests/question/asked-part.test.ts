// Which part of a report a question asks for, and what its words ask for beside that.
import { beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../src/question/index.ts';
import { read } from '../../src/question/reading.ts';
import type { SectionKind } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { indexOf } from '../search/corpus.ts';

describe('the part that a question asks for', () => {
  it.each<[question: string, part: SectionKind | undefined]>([
    ['下半年有什么打算', 'plans'],
    ['接下来怎么干', 'plans'],
    ['明年的工作计划是什么', 'plans'],
    ['下一步准备抓哪几件事', 'plans'],
    ['what are the plans for next year', 'plans'],
    ['what do they intend to do', 'plans'],
    ['what is going to happen in the second half', 'plans'],
    ['存在哪些问题', 'problems'],
    ['遇到了什么困难', 'problems'],
    ['短板在哪', 'problems'],
    ['还有哪些不足', 'problems'],
    ['what problems did it face', 'problems'],
    ['its main shortcomings', 'problems'],
    ['what challenges remain', 'problems'],
    ['做了哪些工作', 'achievements'],
    ['取得了哪些成绩', 'achievements'],
    ['工作回顾', 'achievements'],
    ['what did the bureau achieve', 'achievements'],
    ['what did the town do in 2023', 'achievements'],
    ['what progress was made', 'achievements'],
    ['有什么亮点', 'highlights'],
    ['any highlights?', 'highlights'],
    ['向上级提了什么建议', 'suggestions'],
    ['did they make any suggestions', 'suggestions'],
    ['造林面积多少', undefined],
    ['古井清了几口', undefined],
    ['how much grain was stored', undefined],
    ['who repaired the wells', undefined],
    ['', undefined],
    // of two the one that is asked for
    ['下半年有什么困难', 'problems'],
    ['对存在的问题有什么建议', 'suggestions'],
    ['what problems did the plan name', 'problems'],
  ])('%j: %s', (question, part) => {
    expect(read(question).part ?? undefined).toBe(part);
  });
});

describe('the words of a question', () => {
  let index: PassageIndex;
  beforeAll(() => {
    index = indexOf({ 'a.txt': '县林业局2023年工作总结\n\n一、主要工作\n清出古井三口，修好台阶八十级。\n' });
  });

  it.each<[question: string, cues: { figure: boolean; reason: boolean; exception: boolean }]>([
    ['造林多少亩', { figure: true, reason: false, exception: false }],
    ['有几家食堂', { figure: true, reason: false, exception: false }],
    ['占比是百分之几', { figure: true, reason: false, exception: false }],
    ['how many wells were cleared', { figure: true, reason: false, exception: false }],
    ['how much money was spent', { figure: true, reason: false, exception: false }],
    ['古井什么时候清的', { figure: true, reason: false, exception: false }],
    ['古井为什么要清', { figure: false, reason: true, exception: false }],
    ['why were the wells cleared', { figure: false, reason: true, exception: false }],
    ['除了林业局谁清了古井', { figure: false, reason: false, exception: true }],
    ['who cleared wells besides the forestry bureau', { figure: false, reason: false, exception: true }],
    ['which bureaus other than forestry mention wells', { figure: false, reason: false, exception: true }],
    ['古井在村口吗', { figure: false, reason: false, exception: false }],
  ])('%j: %j', (question, cues) => {
    expect(understand(question, index).cues).toEqual(cues);
  });

  it.each([
    '哪些局提到了古井',
    '哪几个乡镇有食堂',
    'which bureaus mention wells',
    'which towns have a canteen',
  ])('ask several authors: %s', (question) => {
    expect(read(question).shape).toBe('survey');
  });
});
