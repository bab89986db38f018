// Quotes by their ids, and checking a text against the reports.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const STANDS = '修复背街小巷路灯430盏';

async function someQuote() {
  const [quote] = quotesIn((await world.say('柳汀街道修复了多少盏背街小巷路灯')).message);
  return quote;
}

describe('a quote id', () => {
  it('leads to its quote, its citation and its context', async () => {
    const quote = await someQuote();
    const { message, text } = await world.command('quote', { id: quote.id });
    expect(quotesIn(message).map((each) => each.text)).toEqual([quote.text]);
    expect(text).toContain(zh.citation());
    const copied = message.flatMap((block) => (block.type === 'copyable' ? [block.text] : []));
    expect(copied).toHaveLength(2);
    expect(copied[0]).toMatch(/^柳汀街道\. 柳汀街道2023年工作总结\[R\]\. 2023: /);
    expect(copied[1]).toContain(quote.id);
    expect(pressables(message).map(({ label }) => label)).toEqual([zh.moreContext(), zh.wholeSection()]);
  });

  it('made up to leave out the start of a sentence shows the whole sentence, with the span emphasised', async () => {
    const quote = await someQuote();
    const [head, number, start, length] = quote.id.split('-');
    const later = (Number.parseInt(start, 36) + 4).toString(36);
    const shorter = (Number.parseInt(length, 36) - 6).toString(36);
    const [shown] = quotesIn(
      (await world.command('quote', { id: [head, number, later, shorter].join('-') })).message,
    );
    expect(quote.text).toContain(shown.text);
    expect(shown.start).toBeLessThan(Number.parseInt(later, 36));
    expect(shown.emphasis).toHaveLength(1);
  });

  it('made up to print a whole report names nothing', async () => {
    const long = index.reports.find(({ start, end }) => end - start > 2500);
    const { id = '', start = 0, end = 0 } = long ?? {};
    const whole = [id, start.toString(36), (end - start).toString(36)].join('-');
    expect((await world.command('quote', { id: whole })).text).toBe(zh.noSuchQuote(whole));
  });

  it('that is a long text is repeated only in part', async () => {
    const { text } = await world.command('quote', { id: 'a'.repeat(300) });
    expect(text).toBe(zh.noSuchQuote('a'.repeat(40)));
  });

  it('may be typed with its brackets, in capital letters, with blanks around it', async () => {
    const { id, text } = await someQuote();
    for (const typed of [
      `[${id}]`,
      id.toUpperCase(),
      ` ${id} `,
      `［${id}］`,
      `\`${id}\``,
      `[${id.toUpperCase()}].`,
    ])
      expect(quotesIn((await world.command('quote', { id: typed })).message)[0]?.text).toBe(text);
  });

  it.each(['abc', 'zzzzzzzz-0-0-5', '[]', '林业局', '-', '../../etc/passwd'])(
    'that names nothing is answered so: %s',
    async (id) => {
      const { text } = await world.command('quote', { id }, { person: BEN });
      expect(text).toBe(en.noSuchQuote(id));
    },
  );

  it('beyond the ends of its report names nothing', async () => {
    const { reportId } = await someQuote();
    for (const id of [`${reportId}-0-5`, `${reportId}-zzzzzzzz-5`, `${reportId}-0-zzzzzz`])
      expect((await world.command('quote', { id })).text).toBe(zh.noSuchQuote(id));
  });

  it('of a report that was changed names nothing any more', async () => {
    const { id, reportId } = await someQuote();
    world.index = without(index, reportId);
    expect((await world.command('quote', { id })).text).toBe(zh.noSuchQuote(id));
  });
});

/** An index in which a report is missing, as after it was changed. */
function without(whole: PassageIndex, reportId: string): PassageIndex {
  return Object.create(whole, {
    reports: { value: whole.reports.filter(({ id }) => id !== reportId) },
    report: { value: (id: string) => (id === reportId ? undefined : whole.report(id)) },
  });
}

describe('a text that is checked', () => {
  it('that is in a report is found there', async () => {
    const { message, text } = await world.command('verify', { text: STANDS });
    expect(text).toContain(zh.verbatimIn(1));
    expect(quotesIn(message).map((quote) => quote.text)).toEqual([STANDS]);
    const context = await world.press(pressable(message, zh.moreContext()).action);
    expect(context.text).toContain(STANDS);
  });

  it('may differ in white space, width and script', async () => {
    for (const text of ['修復背街小巷路燈430盞', '修复背街小巷 路灯４３０盏', '修复背街\n小巷路灯430盏'])
      expect((await world.command('verify', { text })).text).toContain(zh.verbatimIn(1));
  });

  it('that is in several reports is found in each', async () => {
    const { message, text } = await world.command('verify', { text: '执法力量不足' });
    const quotes = quotesIn(message);
    expect(quotes.length).toBeGreaterThan(1);
    expect(text).toContain(zh.verbatimIn(quotes.length));
    expect(pressables(message)).toHaveLength(quotes.length);
  });

  it('that differs from a report is shown beside it', async () => {
    const { message, text } = await world.command('verify', {
      text: '修复背街小巷路灯420盏，粉刷破旧立面6万平方米',
    });
    const [runs] = message.flatMap((block) => (block.type === 'difference' ? [block.runs] : []));
    const side = (other: string) =>
      runs
        .filter(({ type }) => type !== other)
        .map((run) => run.text)
        .join('');
    expect(text).toContain('⚠️');
    expect(side('only-source')).toBe('修复背街小巷路灯420盏，粉刷破旧立面6万平方米');
    expect(side('only-given')).toBe('修复背街小巷路灯430盏，粉刷破旧立面5.2万平方米');
    expect(quotesIn(message)[0].text).toContain(STANDS);
  });

  it('that is in no report is answered so', async () => {
    for (const text of ['The quick brown fox', '磁悬浮列车今年通车', '，。', 'a'])
      expect((await world.command('verify', { text })).text).toBe(zh.notInReports());
  });

  it('may be long', async () => {
    const { text } = index.fileOf(index.reports[0]);
    const { start, end } = index.reports[0].passages[3];
    const passage = text.slice(start, end);
    expect((await world.command('verify', { text: passage })).text).toContain(zh.verbatimIn(1));
    const tooLong = await world.command('verify', { text: '农'.repeat(2001) });
    expect(tooLong.text).toBe(zh.tooLong('原文', 2000, 2001));
  });
});
