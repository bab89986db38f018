// Several questions in one message, and small talk: what can be pressed, and what is counted.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleQuestions } from '../../src/lookup/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable, quotesIn } from './message-content.ts';
import { BEN, GROUP, MEI, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const FIRST = '林业局2023年上半年存在哪些问题？';
const SECOND = '又有什么打算？';
const REPORT = '林业局2023年上半年工作总结';

describe('the other questions of a message', () => {
  it.each([GROUP, privateChatOf(MEI)])('are asked by a press, after the first: %j', async (place) => {
    const { message, key } = await world.say(`${FIRST}${SECOND}`, { place });
    const { action } = pressable(message, SECOND);
    const pressed = await world.press(action, { place }, key);
    const quotes = quotesIn(pressed.message);
    expect(quotes.length).toBeGreaterThan(1);
    expect(new Set(quotes.map(({ report, path }) => `${report} ${path[0]}`))).toEqual(
      new Set([`${REPORT} 三、下半年工作打算`]),
    );
  });

  it('leave the next message alone', async () => {
    const place = privateChatOf(MEI);
    await world.say(`${FIRST}${SECOND}`, { place });
    const next = await world.say('那卫健委呢？', { place });
    expect(quotesIn(next.message)[0].report).toContain('卫生健康委员会');
  });

  it('can be pressed after a restart, and by nobody else', async () => {
    const { message, key } = await world.say(`${FIRST}${SECOND}`);
    const { action } = pressable(message, SECOND);
    world.restart();
    expect(quotesIn((await world.press(action, { person: BEN }, key)).message)).toEqual([]);
    expect(quotesIn((await world.press(action, {}, key)).message)).not.toEqual([]);
  });

  it('of a command to ask some reports are asked of the same ones', async () => {
    const asked = await world.command('ask', { question: `存在哪些问题？${SECOND}`, report: REPORT });
    const { action } = pressable(asked.message, SECOND);
    const pressed = await world.press(action, {}, asked.key);
    expect(new Set(quotesIn(pressed.message).map(({ report }) => report))).toEqual(new Set([REPORT]));
  });

  it('do not keep the first from being followed', async () => {
    const { key } = await world.say(`${FIRST}${SECOND}`);
    const turn = await world.store.conversations.ofMessage(key, 0);
    expect(turn).toMatchObject({ questions: [`${FIRST}${SECOND}`], pending: { further: true } });
  });
});

describe('small talk that is no known phrase', () => {
  it.each([
    ['你会唱歌吗', 'zh', MEI],
    ['will you marry me', 'en', BEN],
  ] as const)('gets a word of help with two questions: %s', async (text, locale, person) => {
    world = new World(index, { questionLog: true });
    const { text: said } = await world.say(text, { person });
    const examples = exampleQuestions(index, locale);
    expect(said).toContain(TEXTS[locale].aboutBot());
    for (const example of examples.slice(0, 2)) expect(said).toContain(example);
    expect(said).not.toContain(examples[2]);
    expect(said).not.toContain(TEXTS[locale].notFound());
  });
});
