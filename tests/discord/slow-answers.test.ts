// Answers that take longer than Discord waits: deferred visibly, and never shown to another audience.
import { InteractionResponseType as Response } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Discord, Interaction, SentMessage } from '../stand-ins/discord/index.ts';
import { BEN, type Bot, GENERAL, HUA, LEA, MANAGER, MEI, startBot, stopAll } from './bot.ts';
import { faults, plain, quotesIn } from './reading.ts';

/** Discord's own deadline, which the stand-in keeps. */
const DEADLINE_MS = 3000;
const PROBLEMS = '林业局2023年上半年存在哪些问题';

let bot: Bot;
let discord: Discord;
let list: SentMessage;
let answer: SentMessage;
/** What was asked while nothing could be answered, and how it was acknowledged. */
let used: Record<
  'open' | 'private' | 'note' | 'turn' | 'look' | 'feedback' | 'old' | 'menu' | 'closed',
  Interaction
>;

const use = (name: string, options = {}, person = MEI) =>
  discord.slash({ channel: GENERAL, person, name, options });
const custom = (message: SentMessage, label: string) =>
  message.buttons.find((each) => each.label === label)?.custom_id ?? '';

beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
  list = await use('search', { words: '建设' }).settled();
  answer = await use('ask', { question: PROBLEMS }).settled();
  const post = discord.say({ channel: GENERAL, person: BEN, text: PROBLEMS }).message;
  const old = discord.placeMessage({
    channel: GENERAL,
    body: {
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'old:button' }] }],
    },
  });
  const release = bot.hold();
  used = {
    open: use('ask', { question: PROBLEMS }, MEI),
    private: use('ask', { question: PROBLEMS, private: true }, BEN),
    note: use('ask', { question: PROBLEMS, report: 'x'.repeat(501) }, HUA),
    turn: discord.press({ message: list, person: MEI, customId: custom(list, TEXTS.zh.nextPage()) }),
    look: discord.press({ message: answer, person: LEA, customId: custom(answer, TEXTS.zh.wholeSection()) }),
    feedback: discord.press({
      message: answer,
      person: MANAGER,
      customId: custom(answer, TEXTS.zh.helpful()),
    }),
    old: discord.press({ message: old, person: BEN, customId: 'old:button' }),
    menu: discord.messageMenu({ name: 'Ask the reports', person: HUA, message: post }),
    closed: use('help', {}, LEA),
  };
  await Promise.all(Object.values(used).map((each) => each.responded()));
  release();
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

describe('while an answer takes long', () => {
  it('every command and press is acknowledged in time', () => {
    for (const { callback } of Object.values(used)) expect(callback?.afterMs).toBeLessThan(DEADLINE_MS);
  });

  it('a command is seen to be thought about by those who will see its answer', () => {
    const shown = ({ callback }: Interaction) => [callback?.type, callback?.body.data?.flags];
    const forAll = [Response.DeferredChannelMessageWithSource, 0];
    const forOne = [Response.DeferredChannelMessageWithSource, 64];
    expect({
      ...used,
      ...Object.fromEntries(Object.entries(used).map(([name, each]) => [name, shown(each)])),
    }).toEqual({
      open: forAll,
      private: forOne,
      note: forAll,
      turn: [Response.DeferredMessageUpdate, undefined],
      look: forOne,
      feedback: forOne,
      old: forOne,
      menu: forOne,
      closed: forOne,
    });
  });
});

describe('when it is there', () => {
  it('it replaces the deferred response', async () => {
    const [open, forBen, forHua] = await Promise.all([
      used.open.settled(),
      used.private.settled(),
      used.menu.settled(),
    ]);
    expect([open, forBen, forHua].map(({ ephemeral }) => ephemeral)).toEqual([false, true, true]);
    for (const message of [open, forBen, forHua]) {
      expect(message).toMatchObject({ loading: false, deleted: false, v2: true });
      expect(quotesIn(bot.index, message)).toHaveLength(4);
      expect(faults(bot.index, message)).toEqual([]);
    }
    expect([used.open, used.private, used.menu].flatMap(({ followUps }) => followUps)).toEqual([]);
    expect((await used.closed.settled()).text).toContain(TEXTS.zh.helpHeading());
  });

  it('a note for the asker alone takes the place of what all saw', async () => {
    const note = await used.note.followUp();
    expect(note.ephemeral).toBe(true);
    expect(plain(note.text)).toContain('501');
    expect(used.note.original?.deleted).toBe(true);
  });

  it('a page is turned in place', async () => {
    const turned = await used.turn.settled();
    expect(turned.id).toBe(list.id);
    expect(turned.text).toMatch(/第 2\/\d+ 页/);
    expect(used.turn.followUps).toEqual([]);
  });

  it('what others look at, feedback and old buttons are answered for them alone', async () => {
    for (const each of [used.look, used.feedback, used.old])
      expect(await each.settled()).toMatchObject({ ephemeral: true, loading: false });
    expect(answer.edits).toEqual([]);
  });
});
