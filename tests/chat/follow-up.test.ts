// Follow-ups: which questions refer to earlier ones, and which do not.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { pressable, quotesIn } from './message-content.ts';
import {
  BEN,
  GROUP,
  HUA,
  MEI,
  MINUTE_MS,
  privateChatOf,
  type RequestOptions,
  THREAD,
  World,
} from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const QUESTION = '林业局2023年上半年存在哪些问题';
const REPORT = '林业局2023年上半年工作总结';
const PLANS = '三、下半年工作打算';
const FOLLOW_UP = '又有什么打算？';

/** Whether an answer holds the plans of the report that was asked about before. */
const goesOn = ({ message }: FakeResponder) => {
  const quotes = quotesIn(message);
  return quotes.length > 1 && quotes.every(({ report, path }) => report === REPORT && path[0] === PLANS);
};
const asksAndGoesOn = async (first: RequestOptions, second: RequestOptions = first) => {
  await world.say(QUESTION, first);
  return goesOn(await world.say(FOLLOW_UP, second));
};

describe('a reply to the answer', () => {
  it('follows up on it', async () => {
    const { key } = await world.say(QUESTION);
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: key }))).toBe(true);
  });

  it('follows up on it, whoever replies, and in another language', async () => {
    const { key } = await world.say(QUESTION);
    expect(goesOn(await world.say('and what are the plans?', { person: BEN, replyTo: key }))).toBe(true);
  });

  it('may be to any of the messages that the answer was split into', async () => {
    world.limits = { characters: 200, pieces: 6 };
    const { sent } = await world.say(QUESTION);
    expect(sent[0].keys.length).toBeGreaterThan(1);
    for (const replyTo of sent[0].keys) expect(goesOn(await world.say(FOLLOW_UP, { replyTo }))).toBe(true);
  });

  it('follows up on an older answer, not on the last one', async () => {
    const { key } = await world.say(QUESTION);
    await world.say('栖鹭镇2023年做了哪些工作');
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: key }))).toBe(true);
  });

  it('can be replied to in turn', async () => {
    const { key } = await world.say('林业局2023年上半年做了哪些工作');
    const second = await world.say('存在哪些问题', { replyTo: key });
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: second.key, person: HUA }))).toBe(true);
  });

  it('follows up on it after a restart', async () => {
    const { key } = await world.say(QUESTION);
    world.restart();
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: key }))).toBe(true);
  });

  it('after half an hour does not', async () => {
    const { key } = await world.say(QUESTION);
    world.now += 30 * MINUTE_MS;
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: key }))).toBe(true);
    world.now += 1;
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: key }))).toBe(false);
  });

  it('to something else follows up on nothing', async () => {
    await world.say(QUESTION);
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: 'fake:message:no' }))).toBe(false);
  });
});

describe('the next question of the same person', () => {
  it('follows up in a thread and in a private chat', async () => {
    expect(await asksAndGoesOn({ place: THREAD })).toBe(true);
    expect(await asksAndGoesOn({ place: privateChatOf(MEI) })).toBe(true);
  });

  it('follows up when it comes as a command', async () => {
    await world.say(QUESTION, { place: THREAD });
    expect(goesOn(await world.command('ask', { question: FOLLOW_UP }, { place: THREAD }))).toBe(true);
  });

  it('follows up after a press, a search and a list', async () => {
    const { message } = await world.say(QUESTION, { place: THREAD });
    await world.press(pressable(message, TEXTS.zh.wholeSection()).action, { place: THREAD });
    await world.command('search', { words: '路灯' }, { place: THREAD });
    await world.command('reports', {}, { place: THREAD });
    expect(goesOn(await world.say(FOLLOW_UP, { place: THREAD }))).toBe(true);
  });

  it('stands alone in a group', async () => {
    expect(await asksAndGoesOn({ place: GROUP })).toBe(false);
  });

  it('stands alone in another place', async () => {
    expect(await asksAndGoesOn({ place: THREAD }, { place: privateChatOf(MEI) })).toBe(false);
    expect(await asksAndGoesOn({ place: THREAD }, { place: { ...THREAD, id: 'fake:thread:2' } })).toBe(false);
  });

  it('stands alone after half an hour', async () => {
    await world.say(QUESTION, { place: THREAD });
    world.now += 30 * MINUTE_MS + 1;
    expect(goesOn(await world.say(FOLLOW_UP, { place: THREAD }))).toBe(false);
  });

  it('of another person stands alone', async () => {
    expect(await asksAndGoesOn({ place: THREAD, person: MEI }, { place: THREAD, person: BEN })).toBe(false);
  });
});

describe('two people in one thread', () => {
  it('never mix', async () => {
    const mei = { person: MEI, place: THREAD };
    const hua = { person: HUA, place: THREAD };
    await world.say(QUESTION, mei);
    await world.say('栖鹭镇2024年上半年做了哪些工作', hua);
    const plans = await world.say(FOLLOW_UP, mei);
    const problems = await world.say('存在哪些问题', hua);
    expect(goesOn(plans)).toBe(true);
    expect(new Set(quotesIn(problems.message).map(({ report }) => report))).toEqual(
      new Set(['栖鹭镇人民政府2024年上半年工作报告']),
    );
  });

  it('never mix when both ask at once', async () => {
    const mei = { person: MEI, place: THREAD };
    const hua = { person: HUA, place: THREAD };
    await Promise.all([world.say(QUESTION, mei), world.say('栖鹭镇2024年上半年做了哪些工作', hua)]);
    const [plans, problems] = await Promise.all([world.say(FOLLOW_UP, mei), world.say('存在哪些问题', hua)]);
    expect(goesOn(plans)).toBe(true);
    expect(quotesIn(problems.message)[0].report).toBe('栖鹭镇人民政府2024年上半年工作报告');
  });
});

describe('a question to some reports', () => {
  it.each([
    { report: REPORT },
    { report: '林业局2023年上半年' },
    { agency: '林业局', period: '2023年上半年' },
    { agency: 'forestry bureau', period: '2023 H1' },
  ])('is followed up in the same reports: %j', async (filters) => {
    const { key } = await world.command('ask', { question: '存在哪些问题', ...filters });
    expect(goesOn(await world.say(FOLLOW_UP, { replyTo: key }))).toBe(true);
  });

  it('named by a word that fits several is followed up with that word', async () => {
    const { key } = await world.command('ask', { question: '存在哪些问题', report: '卫生健康' });
    const { message } = await world.say('下一步有什么打算？', { replyTo: key });
    expect(quotesIn(message).length).toBeGreaterThan(0);
    for (const { report } of quotesIn(message)) expect(report).toContain('卫生健康');
  });
});

describe('an answer that was not sent', () => {
  it('is not followed up', async () => {
    const lost = await world.say(QUESTION, { place: THREAD, responder: unsent() });
    expect(lost.sent).toEqual([]);
    expect(goesOn(await world.say(FOLLOW_UP, { place: THREAD }))).toBe(false);
  });
});

function unsent(): FakeResponder {
  const responder = new FakeResponder();
  responder.outcome = () => ({ outcome: 'retry', afterMs: 1000 });
  return responder;
}
