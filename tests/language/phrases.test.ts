import { describe, expect, it } from 'vitest';
import { phrasePattern } from '../../src/language/index.ts';

describe('a phrase', () => {
  it.each<[phrase: string, found: string[], missed: string[]]>([
    ['困难', ['有困难吗'], ['困', '难']],
    ['plan', ['the plan', '年度plan', 'plan?'], ['plans', 'workplan']],
    ['~plan', ['workplan'], ['plans']],
    ['city~', ['citywide', 'the city'], ['velocity']],
    ['plan(s|ned)?', ['plan', 'plans', 'planned'], ['planning']],
    ['(有|列)了?(问题|困难)', ['有问题', '列了困难'], ['有了', '问题']],
    ['[二两]个方面', ['两个方面'], ['三个方面']],
    ['(not 前)[三3]季度', ['三季度', '第3季度'], ['前三季度']],
    ['几个(not 镇|街道)', ['几个', '几个人'], ['几个镇', '几个街道']],
    ['mid[- ]?(year|20\\d\\d)', ['mid-year', 'mid 2023', 'midyear'], ['mid 23', 'amid year']],
    ['summar*', ['summary', 'summarize it'], ['summar']],
    ['did … do', ['what did they do', 'did do'], ['did they', `did ${'x'.repeat(90)} do`]],
    ['^when', ['when was it'], ['and when']],
    ['vs.', ['a vs.b'], ['a vsb']],
  ])('%s', (phrase, found, missed) => {
    const pattern = phrasePattern([phrase]);
    expect(found.filter((text) => !pattern.test(text))).toEqual([]);
    expect(missed.filter((text) => pattern.test(text))).toEqual([]);
  });

  it('goes before those that follow it in the list', () => {
    expect(phrasePattern(['半年', '上半年', '半年来']).exec('半年来')?.[0]).toBe('半年');
  });
});
