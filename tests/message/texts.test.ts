// The bot's own words: every language fills every key, and says what it is given.
import { describe, expect, it } from 'vitest';
import { TEXTS, type Texts } from '../../src/message/index.ts';

/** A call of each key, with parameters that must be seen in what it says. */
const CALLS: { [Key in keyof Texts]: { given: Parameters<Texts[Key]>; seen?: string[] } } = {
  greeting: { given: [16, 13], seen: ['16', '13'] },
  examples: { given: [] },
  factsIntro: { given: [3], seen: ['3'] },
  overviewIntro: { given: ['县林业局2023年工作总结', 5], seen: ['《县林业局2023年工作总结》', '5'] },
  comparisonIntro: { given: [4], seen: ['4'] },
  others: { given: [['甲总结', '乙总结']], seen: ['《甲总结》', '《乙总结》'] },
  silent: { given: [['林业局', '卫健委']], seen: ['林业局', '卫健委'] },
  notFound: { given: [] },
  partLacking: { given: ['县林业局2023年工作总结', '亮点'], seen: ['《县林业局2023年工作总结》', '亮点'] },
  partName: { given: ['problems'] },
  masked: { given: [], seen: ['XX'] },
  unknownWords: { given: [['高铁', 'football']], seen: ['高铁', 'football'] },
  nearMisses: { given: [] },
  source: {
    given: ['县林业局2023年工作总结', ['二、存在的问题', '（一）资金'], 'abcd1234-0-a-b'],
    seen: ['《县林业局2023年工作总结》', '二、存在的问题', '（一）资金', 'abcd1234-0-a-b'],
  },
  help: { given: [], seen: ['/reports', '/help', '/quit'] },
  catalogueIntro: { given: [16], seen: ['16'] },
  unknownCommand: { given: ['/nope'], seen: ['/nope', '/help'] },
  goodbye: { given: [] },
  prompt: { given: [] },
};

const LANGUAGES = Object.entries(TEXTS) as ['zh' | 'en', Texts][];
const KEYS = Object.keys(CALLS) as (keyof Texts)[];

function said(texts: Texts, key: keyof Texts): string {
  const say = texts[key] as (...given: unknown[]) => string | string[];
  return [say(...CALLS[key].given)].flat().join('\n');
}

describe('every language', () => {
  it.each(LANGUAGES)('fills every key and no other: %s', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...KEYS].sort());
  });

  it.each(LANGUAGES.flatMap(([language, texts]) => KEYS.map((key) => ({ language, key, texts }))))(
    'says something for $key with what it is given: $language',
    ({ key, texts }) => {
      const text = said(texts, key);
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|\[object|NaN/);
      for (const seen of CALLS[key].seen ?? []) expect(text).toContain(seen);
    },
  );

  it.each(KEYS.filter((key) => key !== 'source'))('has its own words for %s', (key) => {
    expect(said(TEXTS.zh, key)).toMatch(/[\u4e00-\u9fff]/);
    const foreign = (CALLS[key].seen ?? []).reduce(
      (text, seen) => text.replaceAll(seen, ''),
      said(TEXTS.en, key),
    );
    expect(foreign).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(LANGUAGES)('speaks of one as of one: %s', (_, texts) => {
    for (const text of [
      texts.factsIntro(1),
      texts.overviewIntro('甲', 1),
      texts.catalogueIntro(1),
      texts.greeting(1, 1),
    ])
      expect(text).not.toMatch(/\b1 (?:reports|files|points|passages)\b/);
  });

  it.each(LANGUAGES)('puts where a quote stands in order, from the report down to its id: %s', (_, texts) => {
    const source = texts.source('甲总结', ['一、乙', '（一）丙'], 'abcd1234-0-a-b');
    const places = ['甲总结', '一、乙', '（一）丙', 'abcd1234-0-a-b'].map((part) => source.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(texts.source('甲总结', [], 'abcd1234-0-a-b')).not.toMatch(/›\s*›/);
  });
});
