// Buttons and choices under the bot's messages: what they show, to whom, and that none ever fails.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/chat/settings.ts';
import { TEXTS } from '../../src/message/index.ts';
import { openStore } from '../../src/store/index.ts';
import type { Discord, Interaction, Person, SentMessage } from '../stand-ins/discord/index.ts';
import { BEN, type Bot, FOUNDER, GENERAL, HUA, LEA, MANAGER, MEI, startBot, stopAll } from './bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const PRICE = '栖鹭镇老年食堂80岁以上老人每餐多少钱';

/** The label of the choice of answer lengths. */
const LENGTH = SETTINGS.length.summary.zh;

let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const use = (name: string, options = {}, person: Person = MEI) =>
  discord.slash({ channel: GENERAL, person, name, options }).settled();
const ask = (question: string, person: Person = MEI) => use('ask', { question }, person);

/** The custom id of the first button with a label. */
function button(message: SentMessage, label: string): string {
  const found = message.buttons.find((each) => each.label === label);
  if (!found?.custom_id)
    throw new Error(`no button ${label} among ${message.buttons.map((each) => each.label)}`);
  return found.custom_id;
}

const press = (message: SentMessage, label: string, person: Person = MEI): Interaction =>
  discord.press({ message, person, customId: button(message, label) });

/** Chooses the option of a number in the first choice that has a prompt. */
function choose(message: SentMessage, prompt: string, number: number, person: Person = MEI): Interaction {
  const select = message.selects.find(({ placeholder }) => placeholder === prompt);
  if (!select?.custom_id) throw new Error(`no choice ${prompt}`);
  const values = [select.options?.[number]?.value ?? ''];
  return discord.choose({ message, person, customId: select.custom_id, values });
}

/** A message of the bot from another time, with one button. */
const oldMessage = (customId: string) =>
  discord.placeMessage({
    channel: GENERAL,
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: customId }] }],
    },
  });

describe('under an answer', () => {
  it('“more context” shows a quote between its neighbours, and ever more of them in place', async () => {
    const answer = await ask(PRICE);
    const used = press(answer, TEXTS.zh.moreContext());
    const context = await used.settled();
    expect(context.id).not.toBe(answer.id);
    expect(context.ephemeral).toBe(false);
    const ids = quotesIn(bot.index, context).map(({ id }) => id);
    expect(ids).toContain(quotesIn(bot.index, answer)[0].id);
    expect(ids.length).toBeGreaterThan(1);
    expect(faults(bot.index, context)).toEqual([]);
    const more = await press(context, TEXTS.zh.moreContext()).settled();
    expect(more.id).toBe(context.id);
    expect(quotesIn(bot.index, more).length).toBeGreaterThan(ids.length);
    expect(faults(bot.index, more)).toEqual([]);
  });

  it('a choice shows the context of one of many quotes', async () => {
    const answer = await ask(PROBLEMS);
    const context = await choose(answer, TEXTS.zh.contextOfWhich(), 2).settled();
    expect(quotesIn(bot.index, context).map(({ id }) => id)).toContain(quotesIn(bot.index, answer)[2].id);
    expect(faults(bot.index, context)).toEqual([]);
  });

  it('“whole part” shows the part of the report', async () => {
    const answer = await ask(PROBLEMS);
    const part = await press(answer, TEXTS.zh.wholeSection()).settled();
    for (const { text } of quotesIn(bot.index, answer))
      expect(plain(part.text)).toContain(text.replace(/。$/, ''));
    expect(faults(bot.index, part)).toEqual([]);
  });

  it('“other candidates” lists what else may be meant', async () => {
    const answer = await ask('老年食堂');
    const label = answer.buttons.map((each) => each.label ?? '').find((each) => /^其他可能/.test(each));
    const list = await press(answer, label ?? '').settled();
    const shown = new Set(quotesIn(bot.index, answer).map(({ id }) => id));
    const others = quotesIn(bot.index, list);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ id }) => shown.has(id))).toEqual([]);
    expect(faults(bot.index, list)).toEqual([]);
  });

  it('👍 and 👎 are noted once for each person, who may change their mind and is thanked alone', async () => {
    const before = await bot.store.feedback.count();
    const answer = await ask(PRICE);
    const thanks = [
      press(answer, TEXTS.zh.helpful()),
      press(answer, TEXTS.zh.unhelpful()),
      press(answer, TEXTS.zh.helpful(), BEN),
    ];
    for (const each of thanks) expect((await each.settled()).ephemeral).toBe(true);
    expect(plain(thanks[2].original?.text ?? '')).toBe(TEXTS.en.thanks());
    expect(await bot.store.feedback.count()).toEqual({
      helpful: before.helpful + 1,
      unhelpful: before.unhelpful + 1,
    });
  });
});

describe('a list', () => {
  it('is turned in place by the one who asked', async () => {
    const list = await use('search', { words: '建设' });
    const first = quotesIn(bot.index, list).map(({ id }) => id);
    expect(first).toHaveLength(5);
    const turned = await press(list, TEXTS.zh.nextPage()).settled();
    expect(turned.id).toBe(list.id);
    const second = quotesIn(bot.index, turned).map(({ id }) => id);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    expect(faults(bot.index, turned)).toEqual([]);
    await press(turned, TEXTS.zh.previousPage()).settled();
    expect(quotesIn(bot.index, list).map(({ id }) => id)).toEqual(first);
  });

  it('is not turned by others, who are answered alone; they may open its quotes', async () => {
    const list = await use('search', { words: '建设' });
    const before = list.text;
    const refused = await press(list, TEXTS.zh.nextPage(), BEN).settled();
    expect(refused).toMatchObject({ ephemeral: true });
    expect(plain(refused.text)).toBe(TEXTS.en.notYourButton());
    expect([list.text, list.edits]).toEqual([before, []]);
    const context = await choose(list, TEXTS.zh.contextOfWhich(), 0, BEN).settled();
    expect(context.ephemeral).toBe(true);
    expect(quotesIn(bot.index, context).length).toBeGreaterThan(1);
  });

  it('of reports opens each of them', async () => {
    const list = await use('reports');
    const card = await choose(list, TEXTS.zh.openWhichReport(), 3).settled();
    expect(card.id).not.toBe(list.id);
    const section = await choose(card, TEXTS.zh.readWhichSection(), 0).settled();
    expect(quotesIn(bot.index, section).length).toBeGreaterThan(0);
    expect(faults(bot.index, section)).toEqual([]);
  });

  it('leads to parts of reports that are one message each', async () => {
    for (const { id } of bot.index.reports) {
      const card = await use('report', { name: id });
      const [{ options = [] }] = card.selects;
      const opened = options.map((_, i) => choose(card, TEXTS.zh.readWhichSection(), i));
      for (const each of opened) expect(faults(bot.index, await each.settled())).toEqual([]);
      expect(opened.flatMap(({ followUps }) => followUps)).toEqual([]);
    }
  });
});

describe('settings', () => {
  it('are chosen in place by a manager', async () => {
    const settings = await use('settings', {}, MANAGER);
    expect(settings.selects).toHaveLength(4);
    const changed = await choose(settings, LENGTH, 1, MANAGER).settled();
    expect(changed.id).toBe(settings.id);
    expect(plain(changed.text)).toContain('简短');
    expect(await bot.store.settings.get(`discord:guild:${changed.channel.guild?.id}`)).toEqual({
      length: 'short',
    });
    await choose(changed, LENGTH, 0, MANAGER).settled();
    expect(plain(changed.text)).not.toContain('简短');
  });

  it('are not changed by who is no manager any more', async () => {
    const settings = await use('settings', {}, MANAGER);
    const used = choose(settings, LENGTH, 1, { ...MANAGER, permissions: 0n });
    expect(plain((await used.settled()).text)).toBe(TEXTS.zh.managersOnly());
  });
});

describe('a button', () => {
  it.each([
    'old:button',
    'x',
    '💥',
    '~',
    'c+~0000000',
    'c+n2725slz-0-x8-c.1',
    'z+n2725slz-0-x8-c.1~0000000',
    'c+..~0000000',
    's=.999.999~0000000',
    'e=language.klingon~0000000',
    'e=__proto__.x~0000000',
    `c+${'9'.repeat(80)}.1~0000000`,
    'k+n2725slz-0.constructor.0~0000000',
  ])('that we never made, or no longer make, is answered kindly: %s', async (customId) => {
    const message = oldMessage(customId);
    const answer = await discord.press({ message, person: MEI, customId }).settled();
    expect(answer.ephemeral).toBe(true);
    expect(plain(answer.text)).toMatch(/[。！]$/);
    expect(message.edits).toEqual([]);
  });

  it('works after the bot was started anew', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'discord-'));
    const open = async () => {
      const opened = await openStore(path.join(folder, 'state.sqlite'));
      if (!opened.ok) throw new Error(opened.reason);
      return opened.store;
    };
    const before = await startBot({ store: await open() });
    const world = before.discord;
    const list = await world
      .slash({ channel: GENERAL, person: MEI, name: 'search', options: { words: '建设' } })
      .settled();
    const answer = await world.say({ channel: GENERAL, person: MEI, text: `<@BOT>${PROBLEMS}` }).answered();
    const first = quotesIn(bot.index, list)[0].id;
    await before.stop();
    await before.store.close();

    const after = await startBot({ store: await open(), discord: world });
    const turned = await world
      .press({ message: list, person: MEI, customId: button(list, TEXTS.zh.nextPage()) })
      .settled();
    expect(turned.id).toBe(list.id);
    expect(quotesIn(bot.index, turned).map(({ id }) => id)).not.toContain(first);
    const refused = world.press({ message: list, person: BEN, customId: button(list, TEXTS.zh.nextPage()) });
    expect(plain((await refused.settled()).text)).toBe(TEXTS.en.notYourButton());
    const next = world.say({ channel: GENERAL, person: MEI, text: '那下半年有什么打算', replyTo: answer });
    expect(filesIn(bot.index, await next.answered())).toEqual(['forestry-2023-h1.txt']);
    await after.stop();
    await after.store.close();
    await fs.rm(folder, { recursive: true });
  });

  it('may be pressed by many at once, and twice by one', async () => {
    const answer = await ask(PRICE);
    const people = [MEI, MEI, BEN, HUA, LEA, MANAGER, FOUNDER];
    const used = people.map((person) => press(answer, TEXTS.zh.moreContext(), person));
    const shown = await Promise.all(used.map((each) => each.settled()));
    expect(shown.map(({ ephemeral }) => ephemeral)).toEqual([false, false, true, true, true, true, true]);
    for (const message of shown) expect(faults(bot.index, message)).toEqual([]);
    const list = await use('search', { words: '建设' });
    const turned = [press(list, TEXTS.zh.nextPage()), press(list, TEXTS.zh.nextPage())];
    await Promise.all(turned.map((each) => each.settled()));
    expect(list.edits).toHaveLength(2);
  });
});
