import { describe, expect, it } from 'vitest';
import { Engine, type EngineEntry, type Field } from '../../src/search/engine.ts';

const LIMIT = 100;

function entry(id: number, more: Partial<EngineEntry> = {}): EngineEntry {
  return {
    id,
    body: '',
    headings: '',
    title: '',
    agency: '县林业局',
    period: '2023年',
    part: 'achievements',
    ...more,
  };
}

function engineOf(...entries: EngineEntry[]): Engine {
  const engine = new Engine();
  for (const each of entries) engine.add(each);
  return engine;
}

const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

describe('an engine', () => {
  const engine = engineOf(
    entry(0, { body: '造林 林地 #36000', headings: '绿化', title: '林业 业局' }),
    entry(1, { body: '绿化 造林', headings: '产业', title: '林业 业局', part: 'plans' }),
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
    expect(sorted(engine.withToken(token, field, LIMIT))).toEqual(ids);
  });

  it.each(['造', '林', '造林林', 'covid', '36000', '', 'constructor', '__proto__', 'toString'])(
    'finds nothing for %j, which is no token of any passage',
    (token) => {
      expect(engine.withToken(token, 'body', LIMIT)).toEqual([]);
    },
  );

  it('gives at most as many as asked for', () => {
    const many = engineOf(...Array.from({ length: 30 }, (_, id) => entry(id, { body: '路灯' })));
    expect(many.withToken('路灯', 'body', 7)).toHaveLength(7);
    expect(many.withToken('路灯', 'body', LIMIT)).toHaveLength(30);
  });

  it('narrows to the passages that bear all tags', () => {
    const narrowed = (tags: Parameters<Engine['withToken']>[3]) =>
      sorted(engine.withToken('造林', 'body', LIMIT, tags));
    expect(narrowed({ part: 'plans' })).toEqual([1]);
    expect(narrowed({ agency: '县林业局' })).toEqual([0, 1]);
    expect(narrowed({ agency: '县林业局', part: 'achievements', period: '2023年' })).toEqual([0]);
    expect(narrowed({ agency: '雁汀镇' })).toEqual([]);
    expect(narrowed({ period: '2024年' })).toEqual([]);
  });

  it('finds tokens that are also the names of built-in properties', () => {
    const odd = ['constructor', '__proto__', 'hasownproperty', 'length'];
    const engineOfOdd = engineOf(...odd.map((token, id) => entry(id, { body: token })));
    expect(odd.map((token) => engineOfOdd.withToken(token, 'body', LIMIT))).toEqual([[0], [1], [2], [3]]);
  });
});

describe('an exported engine', () => {
  const entries = Array.from({ length: 40 }, (_, id) =>
    entry(id, {
      body: `路灯 第${id}号 #${id}`,
      headings: id % 2 ? '亮化' : '道路',
      title: `报告${id % 5}`,
      part: id % 3 ? 'plans' : 'problems',
    }),
  );
  const original = engineOf(...entries);
  const restored = Engine.import(original.export());

  it('answers just as before when it is imported again', () => {
    const questions: [string, Field][] = [
      ['路灯', 'body'],
      ['第17号', 'body'],
      ['#39', 'body'],
      ['亮化', 'headings'],
      ['报告3', 'title'],
      ['没有', 'body'],
    ];
    for (const [token, field] of questions)
      expect(restored.withToken(token, field, LIMIT)).toEqual(original.withToken(token, field, LIMIT));
  });

  it('keeps its tags', () => {
    const problems = entries.flatMap(({ id, part }) => (part === 'problems' ? [id] : []));
    expect(sorted(restored.withToken('路灯', 'body', LIMIT, { part: 'problems' }))).toEqual(problems);
  });

  it('is nothing but text', () => {
    for (const [key, data] of original.export()) {
      expect(typeof key).toBe('string');
      expect(typeof data).toBe('string');
    }
  });

  it('stays usable after it was exported', () => {
    original.export();
    expect(original.withToken('第3号', 'body', LIMIT)).toEqual([3]);
  });

  it('may be empty', () => {
    const empty = Engine.import(new Engine().export());
    expect(empty.withToken('路灯', 'body', LIMIT)).toEqual([]);
  });
});
