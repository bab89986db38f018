// Presses: who may press what, who sees the result, and what old buttons do.
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodePress, encodePress } from '../../../src/chat/buttons/press.ts';
import { TEXTS } from '../../../src/message/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { sampleIndex } from '../../answer/sample.ts';
import { pressable, pressables, quotesIn } from '../message-content.ts';
import { BEN, DAY_MS, GROUP, MANAGER, MEI, World } from '../world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const FACT = '栖鹭镇老年食堂80岁以上老人每餐多少钱';
const searchPage = async () =>
  pressable((await world.command('search', { words: '路灯' })).message, zh.nextPage());

describe('a press', () => {
  it('on context shows the quote in bold between its neighbours, beside the answer', async () => {
    const answered = await world.say(FACT);
    const [quote] = quotesIn(answered.message);
    const { message, sent, text } = await world.press(pressable(answered.message, zh.moreContext()).action);
    const shown = quotesIn(message);
    expect(text).toContain(zh.contextHeading(quote.report));
    expect(shown.length).toBe(3);
    expect(shown[1].text).toBe(quote.text);
    expect(shown[1].emphasis).toEqual([{ start: 0, end: quote.text.length }]);
    expect(shown.map(({ start }) => start)).toEqual(shown.map(({ start }) => start).sort((a, b) => a - b));
    expect(sent[0]).toMatchObject({ mode: 'reply', audience: 'everyone' });
  });

  it('on the context of a few words shows their whole passage, with the words in bold', async () => {
    const words = '粉刷破旧立面5.2万平方米';
    const checked = await world.command('verify', { text: words });
    const shown = quotesIn((await world.press(pressable(checked.message, zh.moreContext()).action)).message);
    const { text, emphasis } = shown[1];
    expect(text).toMatch(/^（2）修复背街小巷路灯430盏.+今年没有积水。$/);
    expect(emphasis.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
    const places = shown.map(({ start, end }) => ({ start, end }));
    for (const [i, { start }] of places.slice(1).entries())
      expect(start).toBeGreaterThanOrEqual(places[i].end);
  });

  it('on more context shows more in the same message, until there is no more', async () => {
    let said = await world.press(pressable((await world.say(FACT)).message, zh.moreContext()).action);
    let shown = quotesIn(said.message).length;
    for (let press = 0; press < 5; press++) {
      const button = pressables(said.message).find(({ label }) => label === zh.moreContext());
      if (!button) break;
      said = await world.press(button.action);
      expect(said.sent[0].mode).toBe('replace');
      expect(quotesIn(said.message).length).toBeGreaterThan(shown);
      shown = quotesIn(said.message).length;
    }
    expect(pressables(said.message).map(({ label }) => label)).not.toContain(zh.moreContext());
  });

  it('by somebody else is answered to that person only, in their language', async () => {
    const { action } = pressable((await world.say(FACT)).message, zh.moreContext());
    const { sent, text } = await world.press(action, { person: BEN });
    expect(sent[0]).toMatchObject({ mode: 'reply', audience: 'asker' });
    expect(text).toContain('Context');
  });

  it('on a page is for the asker; another person is refused privately', async () => {
    const { action } = await searchPage();
    const { sent, text } = await world.press(action, { person: BEN });
    expect(text).toBe(en.notYourButton());
    expect(sent[0]).toMatchObject({ mode: 'reply', audience: 'asker' });
  });

  it('is answered with the mode and audience that were announced to the platform', async () => {
    const answered = await world.say(FACT);
    const page = await searchPage();
    const place = { id: 'fake:channel:1', kind: 'group' as const, within: { channel: 'fake:channel:1' } };
    for (const person of [MEI, BEN])
      for (const { action } of [...pressables(answered.message), page]) {
        const request = { type: 'press' as const, action, message: answered.key };
        const { sent } = await world.press(action, { person }, answered.key);
        expect(sent[0]).toMatchObject(world.chat.expect({ person, place, request }));
      }
  });
});

describe('a made-up button', () => {
  /** The mark of earlier versions, which anybody can make up. */
  const knownToAll = (text: string) =>
    createHash('sha256').update(text).digest().readBigUInt64BE().toString(36).padStart(7, '0').slice(-7);
  const TURNING = [
    'l=LIST.1',
    'c=QUOTE.3',
    'p=QUOTE.0',
    's=REPORT.0.0',
    'd=0123456789.0',
    'f=yes',
    'q=QUOTE',
    'r=REPORT',
  ];
  const filled = async (data: string) => {
    const list = decodePress((await searchPage()).action)?.action.args[0] ?? '';
    const [{ id, reportId }] = quotesIn((await world.say(FACT)).message);
    return data.replace('LIST', list).replace('QUOTE', id).replace('REPORT', reportId);
  };

  it.each(TURNING)('changes nobody’s answer, whatever mark it has: %s', async (data) => {
    const answer = await world.command('search', { words: '路灯' });
    for (const who of [BEN.id, MEI.id, '', GROUP.id]) {
      const forged = `${await filled(data)}~${knownToAll(who)}`;
      const { sent } = await world.press(forged, { person: BEN }, answer.key);
      expect(sent.map(({ mode, audience }) => [mode, audience])).toEqual([['reply', 'asker']]);
    }
  });

  it('changes nothing where the platform shows that the message has no such button', async () => {
    const answer = await world.command('search', { words: '路灯' });
    const own = await world.command('search', { words: '路灯' }, { person: BEN });
    const action = pressable(own.message, en.nextPage()).action;
    const request = { type: 'press' as const, action, message: answer.key, unoffered: true as const };
    const pressed = await world.receive(request, { person: BEN });
    expect([pressed.sent, pressed.dismissed]).toEqual([[], 1]);
  });

  it('under an answer of an earlier version is called outdated', async () => {
    const { action } = await searchPage();
    const old = `${action.slice(0, -7)}${knownToAll(MEI.id)}`;
    expect((await world.press(old)).text).toBe(zh.oldButton());
    expect((await world.press(old, { person: BEN })).text).toBe(en.notYourButton());
    const opened = await world.press(old.replace('=', '+'));
    expect(opened.sent[0]).toMatchObject({ mode: 'reply', audience: 'asker' });
    expect(quotesIn(opened.message)).not.toEqual([]);
  });
});

describe('feedback', () => {
  it('is stored once for each person and message, the last one of each', async () => {
    const { message, key } = await world.say(FACT);
    const yes = pressable(message, zh.helpful()).action;
    const no = pressable(message, zh.unhelpful()).action;
    const thanked = await world.press(yes, {}, key);
    expect(thanked.text).toBe(zh.thanks());
    expect(thanked.audiences).toEqual(['asker']);
    await world.press(yes, {}, key);
    expect(await world.store.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
    expect((await world.press(no, {}, key)).text).toBe(zh.thanksForFeedback());
    expect(await world.store.feedback.count()).toEqual({ helpful: 0, unhelpful: 1 });
    await world.press(yes, { person: BEN }, key);
    await world.press(yes, {}, (await world.say(FACT)).key);
    expect(await world.store.feedback.count()).toEqual({ helpful: 2, unhelpful: 1 });
  });
});

describe('an old button', () => {
  it.each(['', 'x', 'z+a~aaaaaaa', 'choice', '__proto__', 'c+q.1', '😀', 'c+'.repeat(40)])(
    'whose data is none of ours is answered politely and privately: %j',
    async (data) => {
      const { text, audiences } = await world.press(data);
      expect(text).toBe(zh.oldButton());
      expect(audiences).toEqual(['asker']);
    },
  );

  it('works after a restart', async () => {
    const { action } = await searchPage();
    const before = await world.press(action);
    world.restart();
    expect((await world.press(action)).message).toEqual(before.message);
  });

  it('for an expired list says so', async () => {
    const { action } = await searchPage();
    world.now += 31 * DAY_MS;
    const { text, audiences } = await world.press(action);
    expect(text).toBe(zh.listGone());
    expect(audiences).toEqual(['asker']);
  });

  it('for a list that is used now and then keeps working', async () => {
    const { action } = await searchPage();
    for (let month = 0; month < 3; month++) {
      world.now += 20 * DAY_MS;
      expect(quotesIn((await world.press(action)).message)).toHaveLength(5);
    }
  });

  it('for a setting or a part that there is not (any more) does nothing', async () => {
    for (const data of ['e=colour.red', 'e=length.endless', 'e=constructor.x']) {
      const { text } = await world.press(`${data}~${await world.markOf(MANAGER)}`, { person: MANAGER });
      expect(text).toBe(zh.oldButton());
    }
    for (const part of ['weather', 'constructor', 'none']) {
      const { text } = await world.press(`k+${index.reports[0].id}.${part}.0~${await world.markOf(MEI)}`);
      expect(text).toBe(zh.quoteGone());
    }
  });
});

describe('a report that was changed', () => {
  const without = (reportId: string): PassageIndex =>
    Object.create(index, {
      reports: { value: index.reports.filter(({ id }) => id !== reportId) },
      report: { value: (id: string) => (id === reportId ? undefined : index.report(id)) },
    });

  it('leaves buttons that say so', async () => {
    const { message } = await world.say(FACT);
    const [{ reportId }] = quotesIn(message);
    const card = await world.command('report', { name: reportId });
    world.index = without(reportId);
    const buttons = [...pressables(message), ...pressables(card.message)].filter(
      ({ action }) => action.includes(reportId), // those about this report
    );
    expect(buttons.length).toBeGreaterThan(5);
    for (const { action } of buttons) {
      const { text, audiences } = await world.press(action);
      expect(text).toBe(zh.quoteGone());
      expect(audiences).toEqual(['asker']);
    }
  });

  it('is missing from a stored list, which says that some are missing but not how many', async () => {
    const found = await world.command('search', { words: '路灯' });
    const [{ reportId }] = quotesIn(found.message);
    const listing = decodePress(pressable(found.message, zh.nextPage()).action)?.action.args[0] ?? '';
    const back = encodePress({
      action: { verb: 'list', args: [listing, '0'] },
      effect: 'open',
      asker: await world.markOf(MEI),
    });
    const whole = quotesIn((await world.press(back)).message);
    const missing = whole.filter((quote) => quote.reportId === reportId).length;
    world.index = without(reportId);
    const { message, text } = await world.press(back);
    const left = quotesIn(message).map(({ id, reportId: report }) => ({ id, report }));
    expect(left.map(({ report }) => report)).not.toContain(reportId);
    expect(left.slice(0, whole.length - missing).map(({ id }) => id)).toEqual(
      whole.filter((quote) => quote.reportId !== reportId).map(({ id }) => id),
    );
    expect(text).toContain(zh.passagesGone());
  });
});
