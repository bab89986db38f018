// Comparing what two or three agencies say on a topic, in the order of their names in the command.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import type { FakeResponder } from './fake-responder.ts';
import { quotesIn } from './message-content.ts';
import { World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const authors = ({ message }: FakeResponder) => [
  ...new Set(
    quotesIn(message).map(({ reportId }) => index.reports.find(({ id }) => id === reportId)?.agency),
  ),
];

describe('a comparison', () => {
  it('of two shows each agency’s points on the topic, in the order of the names', async () => {
    const there = await world.command('compare', { topic: '老年食堂', first: '栖鹭镇', second: '石磨岭乡' });
    expect(authors(there)).toEqual(['栖鹭镇', '石磨岭乡']);
    const back = await world.command('compare', { topic: '老年食堂', first: '石磨岭乡', second: '栖鹭镇' });
    expect(authors(back)).toEqual(['石磨岭乡', '栖鹭镇']);
    for (const { text } of [...quotesIn(there.message), ...quotesIn(back.message)])
      expect(text).toContain('食堂');
  });

  it('of three shows all three', async () => {
    const said = await world.command('compare', {
      topic: '路灯',
      first: '栖鹭镇',
      second: '柳汀街道',
      third: '石磨岭乡',
    });
    expect(authors(said)).toEqual(['栖鹭镇', '柳汀街道', '石磨岭乡']);
    expect(said.text).toContain(
      zh.comparisonIntro(new Set(quotesIn(said.message).map((q) => q.reportId)).size),
    );
  });

  it('takes all reports of an agency, under whichever of its names', async () => {
    const said = await world.command('compare', { topic: '东方白鹳', first: '林业局', second: '栖鹭镇' });
    const [first] = quotesIn(said.message);
    expect(first.text).toContain('首次记录到东方白鹳6只');
    expect(first.report).toBe('澜棠县林业局2024年上半年工作总结和下半年工作打算');
  });

  it('with one that says nothing of the topic says so', async () => {
    const { text } = await world.command('compare', {
      topic: '松材线虫',
      first: '林业局',
      second: '发展改革局',
    });
    expect(text).toContain(zh.notMentioned(['发展改革局']));
  });

  it('without any passage on the topic says so', async () => {
    const { text } = await world.command('compare', { topic: '磁悬浮', first: '林业局', second: '栖鹭镇' });
    expect(text).toContain(zh.notFound());
  });

  it('with an unknown agency names others', async () => {
    for (const values of [
      { topic: '路灯', first: '教育局', second: '栖鹭镇' },
      { topic: '路灯', first: '栖鹭镇', second: '教育局' },
      { topic: '路灯', first: '栖鹭镇', second: '柳汀街道', third: '教育局' },
    ]) {
      const { text, message } = await world.command('compare', values);
      expect(text).toContain(zh.noSuchReports(zh.filterName('agency'), '教育局'));
      expect(text).toContain('交通运输局');
      expect(quotesIn(message)).toEqual([]);
    }
  });

  it('without a second agency asks for it', async () => {
    const { text } = await world.command('compare', { topic: '路灯', first: '栖鹭镇' });
    expect(text).toContain(zh.optionMissing('乙', '第二个单位'));
  });

  it('is worded in the language of the topic', async () => {
    const { text } = await world.command('compare', {
      topic: 'street lights',
      first: 'qilu',
      second: 'liuting',
    });
    expect(text).toMatch(new RegExp(en.comparisonIntro(3).replace('3', '\\d')));
  });
});
