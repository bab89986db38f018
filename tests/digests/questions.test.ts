// Questions to try: the reports do answer them.
import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/index.ts';
import { Selection } from '../../src/digests/index.ts';
import { LOCALES } from '../../src/message/index.ts';
import { agencyMatch } from '../../src/question/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { longBody, sentence } from '../fixtures/prose.ts';
import { indexOf } from '../search/corpus.ts';

let index: PassageIndex;
let selection: Selection;
beforeAll(async () => {
  index = await sampleIndex();
  selection = new Selection(index);
});
const DAYS = Array.from({ length: 20 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`);
/** The texts of questions to try. */
const asked = (from: Selection, ...given: Parameters<Selection['questions']>): string[] =>
  from.questions(...given).map(({ text }) => text);
const agencyIn = (question: string) =>
  index.reports.find(({ agency }) => agency !== undefined && question.includes(agency))?.agency ?? '';

describe('questions to try', () => {
  it.each(LOCALES)('are two a day, answered, and about two agencies: %s', (locale) => {
    for (const day of DAYS) {
      const questions = asked(selection, [], locale, 2, day);
      expect(questions).toHaveLength(2);
      for (const question of questions)
        expect([question, answer(question, [], index).answered]).toEqual([question, true]);
      expect(agencyMatch(agencyIn(questions[0]), agencyIn(questions[1]))).toBe(0);
    }
  });

  it('differ from day to day, and are the same for all on one day', () => {
    const all = DAYS.map((day) => asked(selection, [], 'zh', 2, day).join());
    expect(new Set(all).size).toBeGreaterThan(15);
    const first = DAYS.map((day) => agencyIn(asked(selection, [], 'zh', 1, day)[0]));
    expect(new Set(first).size).toBeGreaterThan(4);
    expect(DAYS.map((day) => asked(new Selection(index), [], 'zh', 2, day).join())).toEqual(all);
  });

  it('are in the language of the chat, with the agency as it is written', () => {
    const [english] = asked(selection, [], 'en', 1, DAYS[0]);
    expect(english).toMatch(/^What /);
    const traditional = DAYS.map((day) => asked(selection, [], 'zh-Hant', 2, day).join()).join();
    expect(traditional).toMatch(/什麼|問題/);
    expect(traditional).not.toMatch(/什么|问题/);
  });

  it('are about the given report first, answered from it', () => {
    for (const report of index.reports) {
      const [first] = asked(selection, [report], 'zh', 2, DAYS[0]);
      const given = answer(first, [], index);
      if (report.agency && first.includes(report.agency))
        expect(given.answered && given.quotes.map(({ reportId }) => reportId)).toContain(report.id);
    }
    const forestry = index.reports.filter(({ agency }) => agency?.includes('林业局'));
    for (const report of forestry)
      expect(asked(selection, [report], 'zh', 1, DAYS[0])[0]).toContain('林业局');
  });

  it('come from one report where there is only one, and do not repeat themselves', () => {
    const body = `甲县测绘局2023年工作总结\n\n一、主要工作\n${longBody(0)}`;
    const more = `${body}\n二、存在问题\n${sentence(8)}\n三、下一步打算\n${sentence(1)}`;
    const over = (text: string) => asked(new Selection(indexOf({ 'a.txt': text })), [], 'zh', 2, DAYS[0]);
    expect(new Set(over(more)).size).toBe(2);
    expect(over(body)).toEqual(['甲县测绘局2023年做了哪些工作？']);
  });

  it('name nobody whose name is masked, and are none where no agency is known', () => {
    const report = (title: string) =>
      `${title}\n\n一、主要工作\n${longBody(0)}\n二、下一步打算\n${sentence(1)}`;
    const titles = ['XX镇2023年工作总结', 'xx县测绘局2023年工作总结', '2023年工作总结'];
    const texts = Object.fromEntries(titles.map((title, i) => [`${i}.txt`, report(title)]));
    expect(asked(new Selection(indexOf(texts)), [], 'zh', 2, DAYS[0])).toEqual([]);
  });
});
