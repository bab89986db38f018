// Why there is no answer, in both languages: each reason is told in one sentence, with what is near apart.
import { describe, expect, it } from 'vitest';
import { answer, compose } from '../../src/answer/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { SAMPLE_SET, SHARED_INDEX_FOLDER } from './sample.ts';

const opened = await openIndex(SAMPLE_SET, `${SHARED_INDEX_FOLDER}-set`);
if (!opened.ok) throw new Error(opened.reason);
const { index } = opened;

/** The first sentence of the answer. */
function firstSentence(question: string, locale: 'zh' | 'en'): string {
  const given = answer(question, [], index);
  expect(given.answered).toBe(false);
  const [first] = compose(given, locale);
  return first.type === 'paragraph' ? String(first.text) : '';
}

describe('an office that wrote none of the reports', () => {
  it.each([
    ['教育局有哪些打算', 'zh', '教育局'],
    ['what are the plans of the education bureau', 'en', 'education bureau'],
  ] as const)('is named: %s', (question, locale, name) => {
    expect(firstSentence(question, locale)).toBe(TEXTS[locale].unknownAuthors([name]));
  });
});

describe('a year that the named author has no report for', () => {
  it.each([
    ['林业局2021年做了什么', 'zh', '林业局', 2021],
    ['What did the forestry bureau do in 2019?', 'en', 'forestry bureau', 2019],
  ] as const)('is told, with the years that are there: %s', (question, locale, name, year) => {
    expect(firstSentence(question, locale)).toBe(TEXTS[locale].missingYear([name], year, [2023, 2024]));
  });
});

describe('a value that the source masks', () => {
  it('is told', () => {
    const sentence = firstSentence('柳汀街道路灯绿化后续管护每年约需多少钱', 'zh');
    expect(sentence).toBe(TEXTS.zh.masked());
  });
});

describe('a thing that no report mentions', () => {
  it.each(['Is there a helicopter?', '有没有直升机'])('is named: %s', (question) => {
    const given = answer(question, [], index);
    expect(given.answered ? [] : given.unknownWords).toHaveLength(1);
  });
});
