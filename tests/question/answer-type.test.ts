import { describe, expect, it } from 'vitest';
import { answerTypeCuesIn, withoutAsking } from '../../src/question/answer-type.ts';

type Cue = 'survey' | 'comparison' | 'points' | 'figure' | 'exception' | 'whole';

describe('the cues of the answer type in a question', () => {
  it.each<[question: string, wanted: Cue[], unwanted: Cue[]]>([
    ['哪些局提到了古井', ['survey'], ['figure', 'comparison']],
    ['哪几个乡镇有食堂', ['survey'], ['figure', 'comparison']],
    ['which bureaus mention wells', ['survey'], ['figure', 'comparison']],
    ['林业局和农业局各自清了古井吗', ['comparison'], ['survey', 'figure']],
    ['compare the two towns', ['comparison'], ['survey', 'figure']],
    ['做了哪些工作', ['points', 'whole'], ['survey', 'figure']],
    ['概括一下', ['points', 'whole'], ['survey', 'figure']],
    ['give me an overview', ['points', 'whole'], ['survey', 'figure']],
    ['造林多少亩', ['figure'], ['survey', 'whole']],
    ['有几家食堂', ['figure'], ['survey', 'whole']],
    ['占比是百分之几', ['figure'], ['survey', 'whole']],
    ['how many wells were cleared', ['figure'], ['survey', 'whole']],
    ['how much money was spent', ['figure'], ['survey', 'whole']],
    ['除了林业局谁清了古井', ['exception'], ['figure']],
    ['古井在村口吗', [], ['survey', 'comparison', 'points', 'figure', 'exception', 'whole']],
    ['', [], ['survey', 'comparison', 'points', 'figure', 'exception', 'whole']],
  ])('%j: %j', (question, wanted, unwanted) => {
    const cues = answerTypeCuesIn(question);
    expect([...wanted, ...unwanted].filter((cue) => cues[cue])).toEqual(wanted);
  });
});

describe('a question without the words that only ask', () => {
  it.each([
    ['请问古井清了多少口', '古井清了多少口'],
    ['造林多少亩', '造林'],
    ['食堂一共有几家', '食堂 有'],
    ['古井到底什么时候清的', '古井 清的'],
    ['how many wells', 'how many wells'],
  ])('%j is %j', (question, rest) => {
    expect(withoutAsking(question).replace(/\s+/g, ' ').trim()).toBe(rest);
  });
});
