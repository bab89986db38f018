// Searching passages and listing reports: pages, filters, empty results.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import type { FakeResponder } from './fake-responder.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, HUA, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const { 'zh-Hant': hant } = TEXTS;

const headingOf = ({ message }: FakeResponder) =>
  message.flatMap((block) => (block.type === 'heading' ? [block.text] : []))[0];
const labels = ({ message }: FakeResponder) => pressables(message).map(({ label }) => label);
const numbersIn = ({ message }: FakeResponder) =>
  message.flatMap((block) => (block.type === 'quote' ? [block.number] : []));
const titlesIn = ({ message }: FakeResponder) =>
  message.flatMap((block) => (block.type === 'list' ? block.items : []));

describe('a search', () => {
  it('shows passages that hold the words, with the words marked', async () => {
    const { message } = await world.command('search', { words: '路灯' });
    const quotes = quotesIn(message);
    expect(quotes).toHaveLength(5);
    for (const { text, emphasis } of quotes)
      expect(emphasis.map(({ start, end }) => text.slice(start, end)).join(' ')).toContain('路灯');
  });

  it('marks the words on every page, however common they are', async () => {
    let said = await world.command('search', { words: '执法' });
    for (let page = 1; page <= 3; page++) {
      for (const { text, emphasis } of quotesIn(said.message))
        if (text.includes('执法')) expect(emphasis.length).toBeGreaterThan(0);
      said = await world.press(pressable(said.message, zh.nextPage()).action);
    }
  });

  it('shows the next and previous page in the same message', async () => {
    const first = await world.command('search', { words: '路灯' });
    expect(numbersIn(first)).toEqual([1, 2, 3, 4, 5]);
    expect(headingOf(first)).toContain(zh.pageOf(1, 3));
    expect(labels(first)).not.toContain(zh.previousPage());
    const second = await world.press(pressable(first.message, zh.nextPage()).action);
    expect(numbersIn(second)).toEqual([6, 7, 8, 9, 10]);
    expect(second.sent[0].mode).toBe('replace');
    const third = await world.press(pressable(second.message, zh.nextPage()).action);
    expect(labels(third)).not.toContain(zh.nextPage());
    const back = await world.press(pressable(second.message, zh.previousPage()).action);
    expect(back.message).toEqual(first.message);
  });

  it('shows each passage once over all pages', async () => {
    let said = await world.command('search', { words: '老年食堂' });
    const ids: string[] = [];
    for (;;) {
      ids.push(...quotesIn(said.message).map(({ id }) => id));
      if (!labels(said).includes(zh.nextPage())) break;
      said = await world.press(pressable(said.message, zh.nextPage()).action);
    }
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('in English finds the Chinese passages', async () => {
    const { message } = await world.command('search', { words: 'street lights' }, { person: BEN });
    for (const { text } of quotesIn(message)) expect(text).toContain('路灯');
  });

  it('keeps to the given agency, period and part', async () => {
    const { message } = await world.command('search', {
      words: '路灯',
      agency: '栖鹭镇',
      period: '2024年上半年',
      part: 'plans',
    });
    expect(quotesIn(message).map(({ report }) => report)).toEqual(['栖鹭镇人民政府2024年上半年工作报告']);
    expect(quotesIn(message)[0].path[0]).toBe('三、下半年工作打算');
  });

  it('of a year also finds the reports of its halves', async () => {
    const { message } = await world.command('search', { words: '路灯', agency: '栖鹭镇', period: '2024年' });
    expect(quotesIn(message).map(({ report }) => report)).toContain('栖鹭镇人民政府2024年上半年工作报告');
  });

  it('also finds figures', async () => {
    const { text, message } = await world.command('search', { words: '430' });
    expect(quotesIn(message).length).toBeGreaterThan(0);
    expect(text).toContain('修复背街小巷路灯430盏');
  });

  it('for only a period finds passages that name it', async () => {
    const { message } = await world.command('search', { words: '四季度' });
    for (const { text } of quotesIn(message)) expect(text).toContain('季度');
  });

  it.each(['磁悬浮', 'football', '😀', '%', '？？'])('that finds nothing says so: %s', async (words) => {
    const { text, message } = await world.command('search', { words });
    expect(text).toBe(zh.nothingFound(words));
    expect(pressables(message)).toEqual([]);
  });

  it('of an unknown agency is answered with others', async () => {
    const { text } = await world.command('search', { words: '路灯', agency: '审计局' });
    expect(text).toContain(zh.noSuchReports(zh.filterName('agency'), '审计局'));
    expect(text).toContain('交通运输局');
  });
});

describe('the catalogue', () => {
  it('lists all reports over its pages, each with agency and period', async () => {
    const first = await world.command('reports');
    expect(headingOf(first)).toContain(zh.catalogueIntro(16));
    const second = await world.press(pressable(first.message, zh.nextPage()).action);
    const lines = [...titlesIn(first), ...titlesIn(second)];
    expect(lines).toHaveLength(16);
    index.reports.forEach(({ title, agency, period }, i) => {
      expect(lines[i]).toBe(`${i + 1}. 《${title}》 — ${agency} · ${period?.label}`);
    });
  });

  it('opens each of its reports', async () => {
    const { message } = await world.command('reports', { agency: '栖鹭镇' });
    const options = pressables(message);
    expect(options).toHaveLength(3);
    for (const { label, action } of options) {
      const card = await world.press(action);
      expect(headingOf(card)).toBe(`《${label.replace(/^\d+\. /, '')}》`);
    }
  });

  it('can be narrowed by agency, period and kind', async () => {
    expect(titlesIn(await world.command('reports', { agency: '林业局' }))).toHaveLength(3);
    expect(titlesIn(await world.command('reports', { period: '2024年上半年' }))).toHaveLength(4);
    expect(titlesIn(await world.command('reports', { kind: 'government-work-report' }))).toHaveLength(3);
    const both = await world.command('reports', { agency: 'qilu', period: '2023年上半年' });
    expect(titlesIn(both)).toEqual(['1. 《栖鹭镇人民政府2023年上半年工作报告》 — 栖鹭镇 · 2023年上半年']);
  });

  it('of a kind without reports names the others, in words', async () => {
    const { text } = await world.command('reports', { kind: 'plan' });
    expect(text).toContain(zh.noSuchReports(zh.filterName('kind'), zh.kindName('plan')));
    expect(text).toContain('乡镇、街道工作总结');
    expect(text).not.toMatch(/[a-z]-[a-z]/);
  });

  it('comes in the language of the person', async () => {
    expect(headingOf(await world.command('reports', {}, { person: BEN }))).toContain(en.catalogueIntro(16));
    expect(headingOf(await world.command('reports', {}, { person: HUA }))).toContain(hant.catalogueIntro(16));
  });
});
