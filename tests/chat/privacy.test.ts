// Help, stored records and their deletion, and the log of questions.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable, quotesIn } from './message-content.ts';
import { BEN, DAY_MS, MANAGER, MEI, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const QUESTION = '林业局2023年上半年存在哪些问题';
const FOLLOW_UP = '又有什么打算？';

describe('help', () => {
  it('says how to ask, gives examples, and names the commands', async () => {
    const { text, audiences } = await world.command('help');
    expect(text).toContain(zh.helpAsking(16));
    expect(text).toContain(zh.helpLimits());
    for (const { name, right } of COMMANDS) if (right === 'everyone') expect(text).toContain(`/${name} `);
    expect(audiences).toEqual(['asker']);
  });

  it('gives examples that are answered', async () => {
    for (const person of [MEI, BEN]) {
      const { message } = await world.command('help', {}, { person });
      const [examples] = message.flatMap((block) => (block.type === 'list' ? [block.items] : []));
      expect(examples).toHaveLength(3);
      for (const example of examples)
        expect((await world.say(example, { person })).text).not.toContain(
          TEXTS[person.locale ?? 'en'].notFound(),
        );
    }
  });

  it('names commands for managers to managers only', async () => {
    expect((await world.command('help')).text).not.toContain('/settings');
    expect((await world.command('help', {}, { person: MANAGER })).text).toContain('/settings');
  });
});

describe('what is stored', () => {
  it('is described truly: with or without a log of questions', async () => {
    for (const on of [true, false]) {
      world.restart({ questionLog: on });
      const { text } = await world.command('privacy', {}, { person: BEN });
      for (const item of en.privacy(on)) expect(text).toContain(item);
    }
  });

  it('is deleted on demand: conversations, feedback, notices, logged questions', async () => {
    world.restart({ questionLog: true });
    const place = privateChatOf(MEI);
    const { key, message } = await world.say(QUESTION, { place });
    await world.press(pressable(message, zh.helpful()).action, { place }, key);
    expect((await world.command('forget', {}, { place })).text).toBe(zh.forgotten(3));
    expect(await world.store.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
    expect(await world.store.questionLog.count()).toBe(0);
    expect(await world.store.conversations.latest(place.id, MEI.id, 0)).toBeUndefined();
    expect((await world.command('forget', {}, { place })).text).toBe(zh.forgotten(0));
  });

  it('of others stays', async () => {
    await world.say(QUESTION, { place: privateChatOf(MEI) });
    const ben = { person: BEN, place: privateChatOf(BEN) };
    await world.say(QUESTION, ben);
    await world.command('forget', {}, { place: privateChatOf(MEI) });
    expect(quotesIn((await world.say(FOLLOW_UP, ben)).message)[0].report).toBe('林业局2023年上半年工作总结');
  });

  it('leaves an owner an owner, and says so', async () => {
    world.restart({ access: { open: true, ownerIds: [OWNER.id] } });
    expect((await world.command('forget', {}, { person: OWNER })).text).toContain(zh.ownerStays());
  });
});

describe('the log of questions', () => {
  it('is off unless it is switched on', async () => {
    await world.say(QUESTION);
    expect(await world.store.questionLog.count()).toBe(0);
    world.restart({ questionLog: true });
    await world.say(QUESTION);
    await world.command('ask', { question: QUESTION });
    expect(await world.store.questionLog.count()).toBe(2);
  });

  it('keeps no person, and of one person the same pseudonym', async () => {
    const kept: unknown[] = [];
    const { add } = world.store.questionLog;
    world.store.questionLog.add = (question) => {
      kept.push(question);
      return add(question);
    };
    world.restart({ questionLog: true });
    await world.say(QUESTION);
    await world.say('路灯有多少盏');
    await world.say(QUESTION, { person: BEN });
    const pseudonyms = (kept as { pseudonym: string }[]).map(({ pseudonym }) => pseudonym);
    expect(pseudonyms[0]).toBe(pseudonyms[1]);
    expect(pseudonyms[2]).not.toBe(pseudonyms[0]);
    expect(JSON.stringify(kept)).not.toContain('fake:');
  });

  it('forgets after 90 days', async () => {
    world.restart({ questionLog: true });
    await world.say(QUESTION);
    world.now += 91 * DAY_MS;
    await world.command('help');
    expect(await world.store.questionLog.count()).toBe(0);
  });
});
