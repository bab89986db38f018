import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/language/index.ts';
import { partReferencesIn } from '../../src/question/part-reference.ts';

const named = (question: string) =>
  partReferencesIn(normalise(question)).map(
    ({ name, first, last }) => `${name} ${first === last ? first : `${first}-${last}`}`,
  );

describe('a part that a question names by number', () => {
  it.each([
    ['第七条讲什么', ['article 7']],
    ['第7條講什麼', ['article 7']],
    ['第七条到第九条', ['article 7-9']],
    ['第七至九条', ['article 7-9']],
    ['第七条、第十二条', ['article 7', 'article 12']],
    ['第二十四条之一', ['article 24-1']],
    ['第二章第三节', ['chapter 2', 'section 3']],
    ['附件3', ['annex 3']],
    ['第6页', ['page 6']],
    ['what does clause 7 say', ['article 7']],
    ['rules 7 to 9', ['article 7-9']],
    ['articles 7, 9 and 12', ['article 7', 'article 9', 'article 12']],
    ['section 7.2', ['section 7.2']],
    ['Part IV of the plan', ['part 4']],
    ['chapter two', ['chapter 2']],
    ['the third chapter', ['chapter 3']],
    ['agenda item 8', ['item 8']],
    ['Appendix C', ['annex c']],
  ])('%s', (question, parts) => {
    expect(named(question)).toEqual(parts);
  });

  it.each(['第三产业增加值', '第一季度怎么样', '有14条道路', 'the article on ferries', 'ten pages'])(
    'is not %s',
    (question) => {
      expect(named(question)).toEqual([]);
    },
  );
});
