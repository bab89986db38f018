import { Document } from 'flexsearch';
import { describe, expect, it } from 'vitest';
import { Engine, type Field, type PostingList, type Tags } from '../../src/search/flexsearch.ts';

const LIMIT = 100;

/** A passage: tokens of each field with spaces between them, and its tags. */
interface Entry extends Tags {
  id: number;
  body: string;
  headings: string;
  title: string;
}

function entry(id: number, more: Partial<Entry> = {}): Entry {
  return {
    id,
    body: '',
    headings: '',
    title: '',
    agency: '县林业局',
    period: '2023年',
    sectionKind: 'achievements',
    ...more,
  };
}

function postingsOf(entries: Entry[], tokensOf: (entry: Entry) => string[]): PostingList[] {
  const postings = new Map<string, number[]>();
  for (const each of entries)
    for (const token of new Set(tokensOf(each)))
      postings.set(token, [...(postings.get(token) ?? []), each.id]);
  return [...postings];
}

function engineOf(...entries: Entry[]): Engine {
  const engine = new Engine(entries.length);
  for (const field of ['body', 'headings', 'title'] as const) {
    const postings = postingsOf(entries, (each) => each[field].split(' ').filter(Boolean));
    engine.addPostings(field, postings.slice(0, 2));
    engine.addPostings(field, postings.slice(2));
  }
  const tagged = (name: keyof Tags) => postingsOf(entries, (each) => [each[name]].filter(Boolean));
  engine.setTags({ agency: tagged('agency'), period: tagged('period'), sectionKind: tagged('sectionKind') });
  return engine;
}

const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

describe('an engine', () => {
  const engine = engineOf(
    entry(0, { body: '造林 林地 #36000', headings: '绿化', title: '林业 业局' }),
    entry(1, { body: '绿化 造林', headings: '产业', title: '林业 业局', sectionKind: 'plans' }),
    entry(2, { body: '路灯 3.6 covid-19', headings: '造林', title: '雁汀 汀镇', agency: '雁汀镇' }),
  );

  it.each<[token: string, field: Field, ids: number[]]>([
    ['造林', 'body', [0, 1]],
    ['造林', 'headings', [2]],
    ['造林', 'title', []],
    ['绿化', 'headings', [0]],
    ['绿化', 'body', [1]],
    ['林业', 'title', [0, 1]],
    ['#36000', 'body', [0]],
    ['3.6', 'body', [2]],
    ['covid-19', 'body', [2]],
  ])('finds %s in the %s of %j', (token, field, ids) => {
    expect(sorted(engine.passagesWith(token, field, LIMIT))).toEqual(ids);
  });

  it.each(['造', '林', '造林林', 'covid', '36000', '', 'constructor', '__proto__', 'toString'])(
    'finds nothing for %j, which no passage holds as a token',
    (token) => {
      expect(engine.passagesWith(token, 'body', LIMIT)).toEqual([]);
    },
  );

  it('gives at most as many as asked for', () => {
    const many = engineOf(...Array.from({ length: 30 }, (_, id) => entry(id, { body: '路灯' })));
    expect(many.passagesWith('路灯', 'body', 7)).toHaveLength(7);
    expect(many.passagesWith('路灯', 'body', LIMIT)).toHaveLength(30);
  });

  it('narrows to the passages with all tags', () => {
    const narrowed = (tags: Parameters<Engine['passagesWith']>[3]) =>
      sorted(engine.passagesWith('造林', 'body', LIMIT, tags));
    expect(narrowed({ sectionKind: 'plans' })).toEqual([1]);
    expect(narrowed({ agency: '县林业局' })).toEqual([0, 1]);
    expect(narrowed({ agency: '县林业局', sectionKind: 'achievements', period: '2023年' })).toEqual([0]);
    expect(narrowed({ agency: '雁汀镇' })).toEqual([]);
    expect(narrowed({ period: '2024年' })).toEqual([]);
  });

  it('finds tokens that are also the names of built-in properties', () => {
    const odd = ['constructor', '__proto__', 'hasownproperty', 'length'];
    const engineOfOdd = engineOf(...odd.map((token, id) => entry(id, { body: token })));
    expect(odd.map((token) => engineOfOdd.passagesWith(token, 'body', LIMIT))).toEqual([[0], [1], [2], [3]]);
  });
});

describe('a filled engine', () => {
  const entries = Array.from({ length: 40 }, (_, id) =>
    entry(id, {
      body: `路灯 第${id}号 #${id}`,
      headings: id % 2 ? '亮化' : '道路',
      title: `报告${id % 5}`,
      sectionKind: id % 3 ? 'plans' : 'problems',
      period: id % 4 ? '2023年' : '',
    }),
  );
  const filled = engineOf(...entries);

  it('finds what FlexSearch finds when it is given the passages one by one', () => {
    const document = new Document<Record<string, string | number> & { id: number }>({
      document: {
        id: 'id',
        index: ['body', 'headings', 'title'].map((field) => ({
          field,
          tokenize: 'strict' as const,
          resolution: 1,
          encode: (text: string) => text.split(' '),
        })),
        tag: [{ field: 'sectionKind' }, { field: 'period' }],
      },
    });
    for (const each of entries) document.add({ ...each });
    const tags: [object, Partial<Tags>][] = [
      [{}, {}],
      [{ tag: { sectionKind: 'problems' } }, { sectionKind: 'problems' }],
      [{ tag: { period: '2023年' } }, { period: '2023年' }],
    ];
    for (const [query, field] of [
      ['路灯', 'body'],
      ['#39', 'body'],
      ['亮化', 'headings'],
      ['报告3', 'title'],
      ['没有', 'body'],
    ] as const)
      for (const [theirs, ours] of tags) {
        const found = document.search({ query, index: field, limit: LIMIT, ...theirs });
        expect(filled.passagesWith(query, field, LIMIT, ours)).toEqual(found[0]?.result ?? []);
      }
  });

  it('gives the first passages where a limit cuts, with and without tags', () => {
    expect(filled.passagesWith('路灯', 'body', 3)).toEqual([0, 1, 2]);
    expect(filled.passagesWith('路灯', 'body', 3, { sectionKind: 'problems' })).toEqual([0, 3, 6]);
    expect(filled.passagesWith('路灯', 'body', 2, { sectionKind: 'problems', period: '2023年' })).toEqual([
      3, 6,
    ]);
  });

  it('may be empty', () => {
    expect(engineOf().passagesWith('路灯', 'body', LIMIT)).toEqual([]);
    expect(new Engine(0).passagesWith('路灯', 'body', LIMIT)).toEqual([]);
  });
});
