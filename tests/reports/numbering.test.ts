import { describe, expect, it } from 'vitest';
import { numberingOf, pointOf } from '../../src/reports/numbering.ts';

describe('numberingOf', () => {
  it.each([
    ['一、工作情况', 'han', 1, '工作情况'],
    ['十一、安全', 'han', 11, '安全'],
    ['二十一、收尾', 'han', 21, '收尾'],
    ['三．收尾', 'han', 3, '收尾'],
    ['（一）修路', 'han-brackets', 1, '修路'],
    ['(三) 修桥', 'han-brackets', 3, '修桥'],
    ['（五)修渠', 'han-brackets', 5, '修渠'],
    ['（十二）、修塘', 'han-brackets', 12, '修塘'],
    ['1.修路', 'arabic', 1, '修路'],
    ['1、修路', 'arabic', 1, '修路'],
    ['12．修路', 'arabic', 12, '修路'],
    ['3. 修路', 'arabic', 3, '修路'],
    ['1.2023年工作回顾', 'arabic', 1, '2023年工作回顾'],
    ['（1）修路', 'arabic-brackets', 1, '修路'],
    ['(10) 修路', 'arabic-brackets', 10, '修路'],
    ['③修路', 'circled', 3, '修路'],
    ['第一部分 工作回顾', 'chapter', 1, '工作回顾'],
    ['第三章：收尾', 'chapter', 3, '收尾'],
    ['——全力修路', 'dash', 0, '全力修路'],
    ['--全力修路', 'dash', 0, '全力修路'],
  ])('reads %s as %s number %i over %s', (line, style, ordinal, words) => {
    const numbering = numberingOf(line);
    expect(numbering).toMatchObject({ style, ordinal });
    expect(line.slice(numbering?.length)).toBe(words);
  });

  it.each([
    '1-9月，投资增长',
    '1—6月，投资增长',
    '3.6万亩果园',
    '2023年，风调雨顺',
    '12345热线',
    '一是修路',
    '一季度修路',
    '一户一策',
    '（见附表）',
    '100、200元两档',
    '——',
    '',
  ])('reads no numbering in %j', (line) => {
    expect(numberingOf(line)).toBeUndefined();
  });
});

describe('pointOf', () => {
  it.each([
    ['一是修路', 1, 1, 2],
    ['三要修路', 1, 3, 2],
    ['二是要修路', 1, 2, 3],
    ['十一是修路', 1, 11, 3],
    ['十一扎实开展巡河', 11, 11, 2],
    ['十二持续开展巡山', 12, 12, 2],
    ['首先，修路', 1, 1, 3],
    ['最后，修路', 1, 4, 3],
  ])('reads %s as a point where number %i is due', (words, due, ordinal, length) => {
    expect(pointOf(words, due)).toEqual({ ordinal, length });
  });

  it.each([
    ['十一扎实开展巡河', 3],
    ['十一黄金周游客增多', 1],
    ['一是，', 1],
    ['首先修路', 1],
    ['修路一是为民', 1],
    ['', 1],
  ])('reads no point in %j where number %i is due', (words, due) => {
    expect(pointOf(words, due)).toBeUndefined();
  });
});
