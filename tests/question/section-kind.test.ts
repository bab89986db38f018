import { describe, expect, it } from 'vitest';
import { sectionKindIn } from '../../src/question/section-kind.ts';
import type { SectionKind } from '../../src/reports/index.ts';

describe('the kind of section that a question asks for', () => {
  it.each<[question: string, kind: SectionKind | undefined]>([
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
  ])('of %j is %s', (question, kind) => {
    expect(sectionKindIn(question)?.kind).toBe(kind);
  });

  it.each<[question: string, kind: SectionKind]>([
    ['下半年有什么困难', 'problems'],
    ['对存在的问题有什么建议', 'suggestions'],
    ['what problems did the plan name', 'problems'],
  ])('of %j, which names two, is %s', (question, kind) => {
    expect(sectionKindIn(question)?.kind).toBe(kind);
  });

  it.each(['下半年有什么打算', '存在哪些问题', 'what problems did it face', 'any highlights?'])(
    'is named by words of %j',
    (question) => {
      const words = sectionKindIn(question)?.words ?? '';
      expect(words).not.toBe('');
      expect(question).toContain(words);
    },
  );
});
