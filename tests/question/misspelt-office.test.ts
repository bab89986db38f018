// Names of offices typed with other characters of the same sound.
import { beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../src/question/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const authorsOf = (question: string) => [
  ...new Set(
    understand(question, index).agencies.flatMap(({ fits }) =>
      [...fits.keys()].map((number) => index.reports[number].agency ?? ''),
    ),
  ),
];

describe('an office whose name is typed with other characters of the same sound', () => {
  it.each([
    ['林叶局下半年打算干什么', /林业局$/],
    ['卫建委存在哪些问题', /卫生健康委员会$/],
    ['交通孕输局的计划', /交通运输局$/],
  ])('is the one that reports are by: %s', (question, author) => {
    const authors = authorsOf(question);
    expect(authors.length).toBeGreaterThan(0);
    for (const each of authors) expect(each).toMatch(author);
  });

  it('is none where the name is that of another office', () => {
    expect(authorsOf('税务局有什么问题')).toEqual([]);
  });
});
