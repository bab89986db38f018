// The concepts of a question, over a small index, with the words of the reports that are their variants.
import { beforeAll, describe, expect, it } from 'vitest';
import { conceptsOf, normaliseQuestion } from '../../src/question/concepts.ts';
import type { Concept, PassageIndex } from '../../src/search/index.ts';
import { indexOf } from '../search/corpus.ts';

const REPORT = `县林业局2023年工作总结

一、主要工作
全年造林两千亩，退化林修复也同步推进，古树名木挂上了新牌子。
护林员在鸣鹤岭上搭起瞭望棚，森林火灾十分钟之内就能报到县里，照明灯也明亮。
老年食堂新开三家，路灯亮到了村口，游客比往年多了一成，贺年的人也来了。
改造危桥四座，生猪存栏稳定，高标准农田如期完工，人均GDP有所提高。
`;
const TOWN = `雁汀镇2023年工作总结

一、主要工作
雁汀镇把闲置多年的旧粮站改成书屋，周末坐满了写作业的孩子。
`;

let index: PassageIndex;
beforeAll(() => {
  index = indexOf({ 'a.txt': REPORT, 'b.txt': TOWN });
});

const conceptsIn = (question: string): Concept[] => conceptsOf(normaliseQuestion(question), index);
const wordings = (question: string): string[] =>
  conceptsIn(question).flatMap(({ variants }) => variants.map(({ text }) => text));
const wordsIn = (question: string): string[] =>
  conceptsIn(question)
    .filter(({ hint }) => !hint)
    .map(({ label }) => label);

describe('a question in English', () => {
  it.each<[question: string, wording: string]>([
    ['How many senior canteens opened?', '老年食堂'],
    ['street lights', '路灯'],
    ['What about the street light?', '路灯'],
    ['forest fires', '森林火灾'],
    ['FOREST FIRE', '森林火灾'],
    ['planted trees', '造林'],
    ['afforestation', '造林'],
    ['they plant trees', '造林'],
    ['how many tourists came', '游客'],
    ['pigs', '生猪'],
    ['high-standard farmland', '高标准农田'],
    ['high standard farmland', '高标准农田'],
    ['degraded forests', '退化林'],
    ["the forest's rangers", '护林员'],
    ['the bridges', '危桥'],
    ['GDP', 'gdp'],
  ])('%j leads to %s', (question, wording) => {
    expect(wordings(question)).toContain(wording);
  });

  it.each<[question: string, name: string]>([
    ['Yanting', '雁汀'],
    ['YANTING town', '雁汀'],
    ['Minghe ridge', '鸣鹤'],
    ['Ming He ridge', '鸣鹤'],
    ['gu shu', '古树'],
    ['the Shuwu', '书屋'],
  ])('%j names %s by its sound', (question, name) => {
    expect(wordings(question)).toContain(name);
  });

  it('takes a phrase as one concept, not word by word', () => {
    expect(wordsIn('high-standard farmland')).toEqual(['high standard farmland']);
    expect(wordsIn('forest fires and street lights')).toEqual(['forest fires', 'street lights']);
  });

  it('keeps an unknown word unchanged', () => {
    expect(wordings('xyzzy')).toEqual(['xyzzy']);
  });

  it.each(['How many of the', 'what is that?', ''])('of nothing but %j looks for nothing', (question) => {
    expect(conceptsIn(question)).toEqual([]);
  });
});

describe('a question in Chinese', () => {
  it.each<[question: string, wording: string]>([
    ['路灯亮到哪', '路灯'],
    ['老年食堂開了幾家', '老年食堂'],
    ['古樹名木', '古树名木'],
    ['遊客多了沒有', '游客'],
    ['ＧＤＰ多少', 'gdp'],
    ['今年种树没有', '造林'],
    ['养了多少猪', '生猪'],
    ['路灯🙏', '路灯'],
  ])('%j leads to %s', (question, wording) => {
    expect(wordings(question)).toContain(wording);
  });

  it.each<[typed: string, meant: string]>([
    ['明贺', '鸣鹤'],
    ['明鹤', '鸣鹤'],
    ['游课', '游客'],
    ['路登', '路灯'],
  ])('%j, which stands nowhere, leads to %s by its sound', (typed, meant) => {
    expect(wordings(typed)).toContain(meant);
  });

  it('takes a word that the reports hold for no other of the same sound', () => {
    expect(wordings('鸣鹤')).not.toContain('明贺');
  });

  it.each(['的了吗', '请问一下', '有没有什么', '？！…', '🙏😂'])(
    'of nothing but %j looks for nothing',
    (question) => {
      expect(conceptsIn(question)).toEqual([]);
    },
  );

  it('has each concept once', () => {
    const labels = wordsIn('路灯和路灯，还有路灯');
    expect(labels.filter((label) => label === '路灯')).toHaveLength(1);
  });

  it('weighs its topic more than the words that only ask', () => {
    const weightOf = (label: string) =>
      conceptsIn('路灯亮了没').find((concept) => concept.label === label)?.weight ?? 0;
    expect(weightOf('路灯')).toBeGreaterThan(weightOf('亮'));
  });
});

describe('a question in both', () => {
  it('looks for what each says', () => {
    const found = wordings('雁汀镇有没有 street lights');
    expect(found).toContain('路灯');
    expect(found.some((text) => text.includes('雁汀'))).toBe(true);
  });
});

describe('every concept', () => {
  it.each(['路灯和古树名木', 'senior canteens in Yanting', '今年种树没有', 'pigs, GDP and xyzzy', '明贺'])(
    'of %j has a weight and variants that can be looked up, its own wording first',
    (question) => {
      for (const { label, weight, variants } of conceptsIn(question)) {
        expect(label).not.toBe('');
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
        expect(variants.length).toBeGreaterThan(0);
        for (const variant of variants) {
          expect(variant.weight).toBeGreaterThan(0);
          expect(variant.weight).toBeLessThanOrEqual(1);
        }
        expect(variants.some(({ tokens }) => tokens.length > 0)).toBe(true);
      }
    },
  );
});

describe('words that nothing knows', () => {
  it('are read as the known word that they are closest to', () => {
    expect(wordings('forrest fires')).toContain('森林火灾');
    expect(wordings('resevoir')).not.toContain('resevoir');
  });

  it('stay as they are where they may be a name', () => {
    expect(wordings('Yanting')).toContain('雁汀');
    expect(wordings('Xyzzyplugh')).toEqual(['xyzzyplugh']);
  });

  it('are looked for by their general synonyms in English reports', () => {
    const english = indexOf({
      'c.txt': 'Annual report\n\nThe overseas members watched the meeting on television in the hall.\n',
    });
    const found = conceptsOf('abroad telly', english).flatMap(({ variants }) =>
      variants.map(({ text }) => text),
    );
    expect(found).toEqual(expect.arrayContaining(['overseas', 'television']));
  });
});
