// Pending commands: a missing option is asked for and given by a reply, a press or the next message.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, GROUP, MEI, MINUTE_MS, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh } = TEXTS;
const CHAT = privateChatOf(MEI);
const QUESTION = '林业局2023年上半年存在哪些问题';

/** Whether a message is a page of passages for these words. */
const listsPassages = (text: string) => text.includes(zh.passageList(15));

describe('a missing option', () => {
  it('is asked for by its name, with its choices', async () => {
    const { text, message } = await world.command('compare', { topic: '路灯', first: '栖鹭镇' });
    expect(text).toContain(zh.optionMissing('乙', '第二个单位'));
    expect(pressables(message).map(({ label }) => label)).toContain('澜棠县林业局');
    const free = await world.command('search');
    expect(free.text).toContain('词语');
    expect(pressables(free.message)).toEqual([]);
  });

  it('is given by a reply', async () => {
    const { key } = await world.command('search');
    expect(listsPassages((await world.say('路灯', { replyTo: key })).text)).toBe(true);
  });

  it('is given by a press on an offer', async () => {
    const asked = await world.command('compare', { topic: '老年食堂', first: '石磨岭乡' });
    const { action } = pressable(asked.message, '栖鹭镇');
    const { message } = await world.press(action, {}, asked.key);
    const reports = quotesIn(message).map(({ report }) => report);
    expect(reports[0]).toMatch(/^石磨岭乡/);
    expect(reports.at(-1)).toMatch(/^栖鹭镇/);
  });

  it('of a private command is asked for and answered privately', async () => {
    const asked = await world.command('compare', { topic: '老年食堂', first: '石磨岭乡' }, { private: true });
    expect(asked.audiences).toEqual(['asker']);
    const { audiences } = await world.press(pressable(asked.message, '栖鹭镇').action, {}, asked.key);
    expect(audiences).toEqual(['asker']);
  });

  it('is asked for after the one before', async () => {
    const first = await world.command('compare', '老年食堂');
    const second = await world.say('栖鹭镇', { replyTo: first.key });
    expect(second.text).toContain(zh.optionMissing('乙', '第二个单位'));
    const { message } = await world.say('石磨岭乡', { replyTo: second.key });
    expect(quotesIn(message).length).toBeGreaterThan(1);
  });

  it('is given by the next message in a private chat', async () => {
    await world.command('search', {}, { place: CHAT });
    expect(listsPassages((await world.say('路灯', { place: CHAT })).text)).toBe(true);
  });

  it('is given once: the message after that is a question again', async () => {
    await world.command('search', {}, { place: CHAT });
    await world.say('路灯', { place: CHAT });
    const { message } = await world.say(QUESTION, { place: CHAT });
    expect(quotesIn(message)).toHaveLength(4);
  });

  it('is given once by a press, but another offer may be pressed later', async () => {
    const asked = await world.command('compare', { topic: '老年食堂', first: '石磨岭乡' }, { place: CHAT });
    for (const other of ['栖鹭镇', '澜棠县林业局'])
      await world.press(pressable(asked.message, other).action, { place: CHAT }, asked.key);
    expect(quotesIn((await world.say(QUESTION, { place: CHAT })).message)).toHaveLength(4);
  });

  it('is dropped when another command is used', async () => {
    await world.command('search', {}, { place: CHAT });
    await world.command('help', {}, { place: CHAT });
    expect(quotesIn((await world.say(QUESTION, { place: CHAT })).message)).toHaveLength(4);
  });

  it('is not given by somebody else, in a group without a reply, or after half an hour', async () => {
    const { key } = await world.command('search');
    expect(listsPassages((await world.say('路灯', { place: GROUP })).text)).toBe(false);
    expect(listsPassages((await world.say('路灯', { person: BEN, replyTo: key })).text)).toBe(false);
    world.now += 30 * MINUTE_MS + 1;
    expect(listsPassages((await world.say('路灯', { replyTo: key })).text)).toBe(false);
  });

  it('can be given after a restart', async () => {
    const { key } = await world.command('search');
    world.restart();
    expect(listsPassages((await world.say('路灯', { replyTo: key })).text)).toBe(true);
  });

  it('whose offers have expired is politely refused', async () => {
    const asked = await world.command('compare', { topic: '老年食堂', first: '石磨岭乡' });
    const { action } = pressable(asked.message, '栖鹭镇');
    world.now += 30 * MINUTE_MS + 1;
    const { text, audiences } = await world.press(action, {}, asked.key);
    expect(text).toBe(zh.oldButton());
    expect(audiences).toEqual(['asker']);
  });
});
