// One report: its card, its parts, and a choice where several are meant.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodePress } from '../../src/chat/buttons/press.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { indexOver } from '../fixtures/read-reports.ts';
import { readAll } from '../search/corpus.ts';
import type { FakeResponder } from './fake-responder.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, MEI, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const TITLE = '林业局2023年上半年工作总结';
const firstPaths = ({ message }: FakeResponder) => [...new Set(quotesIn(message).map(({ path }) => path[0]))];
const labels = ({ message }: FakeResponder) => pressables(message).map(({ label }) => label);

describe('a report', () => {
  it('is shown with agency, period, kind, file and headings', async () => {
    const { text } = await world.command('report', { name: TITLE });
    for (const fact of [
      `《${TITLE}》`,
      zh.authorIs('林业局'),
      zh.covers('2023年上半年'),
      zh.plansFor('2023年下半年'),
      zh.kindIs(zh.kindName('agency-summary')),
      zh.fileIs('forestry-2023-h1.txt'),
      '二、存在的问题',
      '（三）抓防火，森林防线守得牢。',
    ])
      expect(text).toContain(fact);
    expect(text).not.toContain(zh.untitled());
  });

  it('names its file in one line, whatever its name', async () => {
    const [text] = index.files.filter(({ name }) => name === 'forestry-2023-h1.txt').map((file) => file.text);
    world.index = indexOver(readAll({ '林业\n局\u202e\u0007.txt': text }));
    const card = await world.command('report', { name: TITLE });
    expect(card.text.split('\n')).toContain(zh.fileIs('林业 局  .txt'));
  });

  it('without a title of its own says so', async () => {
    const { text } = await world.command('report', { name: '柳汀街道2023年工作总结' });
    expect(text).toContain(zh.untitled());
  });

  it('can be read by each of its headings', async () => {
    const card = await world.command('report', { name: TITLE });
    for (const { label, action } of pressables(card.message)) {
      const read = await world.press(action);
      const heading = label.replace(/\s+/g, '').replace(/[。：:]$/, '');
      expect(quotesIn(read.message).length).toBeGreaterThan(0);
      for (const { path } of quotesIn(read.message)) expect(path).toContain(heading);
    }
  });

  it('can be found by a part of its title, its id, pinyin, or English', async () => {
    for (const name of [
      '林业局2023年上半年',
      index.reports[7].id,
      'linyeju 2023 h1',
      'forestry 2023 first half',
    ])
      expect((await world.command('report', { name })).text).toContain(`《${TITLE}》`);
  });

  it('that does not exist is answered with others', async () => {
    const { text } = await world.command('report', { name: '审计局2023年工作总结' });
    expect(text).toContain(zh.noSuchReports(zh.filterName('report'), '审计局2023年工作总结'));
    expect(text).toContain(TITLE);
  });

  it('that is one of several is chosen', async () => {
    const said = await world.command('report', { name: '林业局' });
    expect(labels(said)).toEqual([
      TITLE,
      '澜棠县林业局2023年工作总结及2024年工作计划',
      '澜棠县林业局2024年上半年工作总结和下半年工作打算',
    ]);
    const opened = await world.press(pressable(said.message, TITLE).action);
    expect(opened.text).toContain(zh.fileIs('forestry-2023-h1.txt'));
  });
});

describe('a part of a report', () => {
  it('is shown with everything in it', async () => {
    const said = await world.command('report', { name: TITLE, part: 'problems' });
    expect(firstPaths(said)).toEqual(['二、存在的问题']);
    expect(said.text).toContain('尚有430万元缺口没有着落');
  });

  it('that the report lacks is answered so', async () => {
    const { text } = await world.command('report', { name: TITLE, part: 'highlights' }, { person: BEN });
    expect(text).toBe(en.sectionLacking(TITLE, en.sectionKindName('highlights')));
  });

  it('of several reports is read in the one that is chosen', async () => {
    const said = await world.command('report', { name: '林业局', part: 'problems' });
    const opened = await world.press(pressable(said.message, TITLE).action);
    expect(firstPaths(opened)).toEqual(['二、存在的问题']);
  });

  it('of several pages is read page by page in the same message', async () => {
    const [report] = index.reports;
    let said = await world.press(
      encodePress({
        action: { verb: 'section', args: [report.id, '0', '0'] },
        effect: 'open',
        asker: await world.markOf(MEI),
      }),
    );
    const ids = quotesIn(said.message).map(({ id }) => id);
    let pages = 1;
    while (labels(said).includes(zh.nextPage())) {
      said = await world.press(pressable(said.message, zh.nextPage()).action);
      expect(said.sent[0].mode).toBe('replace');
      ids.push(...quotesIn(said.message).map(({ id }) => id));
      pages++;
    }
    expect(pages).toBeGreaterThan(1);
    expect(ids).toHaveLength(report.passages.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that does not exist is answered with the existing ones', async () => {
    const { text, audiences } = await world.command('report', { name: TITLE, part: 'weather' });
    expect(text).toContain('“部分”');
    expect(text).toContain('存在的问题');
    expect(audiences).toEqual(['asker']);
  });
});
