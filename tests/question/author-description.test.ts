import { describe, expect, it } from 'vitest';
import { authorDescriptionsIn } from '../../src/question/author-description.ts';

describe('the description of an author that is not named', () => {
  it.each<[question: string, descriptions: string[]]>([
    ['搞龙舟会的那个镇去年做了啥', ['搞龙舟会']],
    ['有观鸟栈道的那个乡', ['有观鸟栈道']],
    ['种黄精的乡有什么打算', ['种黄精']],
    ['做茶叶那个街道花了多少钱', ['做茶叶']],
    ['the town with the dragon boat race got how many visitors', ['dragon boat race']],
    ['which township that grows lotus has canteens', ['grows lotus']],
    ['the bayberry township', ['bayberry']],
    ['那个镇有什么打算', []],
    ['这个乡修了几条路', []],
    ['林业局做了什么', []],
    ['the city subdistrict', []],
    ['how many wells were cleared', []],
    ['', []],
  ])('in %j is %j', (question, descriptions) => {
    expect(authorDescriptionsIn(question).map(({ start, end }) => question.slice(start, end))).toEqual(
      descriptions,
    );
  });
});
