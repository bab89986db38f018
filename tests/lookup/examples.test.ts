// Example questions: the reports answer them.
import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/index.ts';
import { exampleQuestions } from '../../src/lookup/index.ts';
import { LOCALES } from '../../src/message/index.ts';
import { agencyMatch } from '../../src/question/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { sentence } from '../fixtures/prose.ts';
import { indexOf } from '../search/corpus.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

describe('the example questions', () => {
  it.each(LOCALES)('are answered with a list of points: %s', (language) => {
    const questions = exampleQuestions(index, language);
    expect(questions).toHaveLength(3);
    for (const question of questions) {
      const given = answer(question, [], index);
      expect(given.answered && given.kind).toBe('overview');
    }
  });

  it('are about three authors, each under one name', () => {
    const names = exampleQuestions(index, 'zh').map(
      (question) => /^.+?[局会镇乡道]/.exec(question)?.[0] ?? '',
    );
    for (const [i, name] of names.entries())
      for (const other of names.slice(0, i)) expect(agencyMatch(name, other)).toBe(0);
  });

  it('are fewer where there are fewer authors, and none where no author is known', () => {
    const report = (title: string) =>
      `${title}\n\n一、主要工作\n${sentence(0)}\n二、下一步打算\n${sentence(1)}`;
    const one = indexOf({ 'a.txt': report('甲县测绘局2023年工作总结') });
    expect(exampleQuestions(one, 'zh')).toEqual(['甲县测绘局接下来有什么打算？']);
    const nameless = indexOf({ 'a.txt': report('2023年工作总结') });
    expect(exampleQuestions(nameless, 'zh')).toEqual([]);
  });

  it('name no author whose name is masked', () => {
    const text = `XX县测绘局2023年工作总结\n\n一、下一步打算\n${sentence(1)}`;
    expect(exampleQuestions(indexOf({ 'a.txt': text }), 'zh')).toEqual([]);
  });
});
