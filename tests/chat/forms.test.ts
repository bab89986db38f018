// Forms: where replies do not reach the bot, every missing text is asked for in a form.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, GROUP, HUA, MEI, MINUTE_MS, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index, { access: { open: true, ownerIds: [OWNER.id] } });
});

const { zh } = TEXTS;
const QUESTION = '林业局2023年上半年存在哪些问题';
const PLANS = '那下半年有什么打算';
const FORESTRY = '林业局2023年上半年工作总结';
const form = () => new FakeResponder(undefined, 'form');

const reportsIn = ({ message }: FakeResponder) => [...new Set(quotesIn(message).map(({ report }) => report))];

describe('a command that lacks an option', () => {
  /** Every option that can be lacking, with the language in which it is asked for. */
  const cases = COMMANDS.flatMap(({ name, options }) =>
    Object.entries(options)
      .filter(([, { required }]) => required)
      .flatMap(([option, { file }]) => [MEI, HUA, BEN].map((person) => ({ name, option, person, file }))),
  );

  it.each(cases)('asks for it in a form, or says how to give it: /$name $option', async (given) => {
    const { name, option, person, file } = given;
    const values = Object.fromEntries(
      Object.keys(COMMANDS.find((command) => command.name === name)?.options ?? {}).map((each) => [
        each,
        each === option ? ' ' : 'x',
      ]),
    );
    const by = {
      person: { ...person, id: OWNER.id },
      responder: Object.assign(form(), { takesFiles: true }),
    };
    const { message, text } = await world.command(name, values, by);
    const texts = TEXTS[person.locale ?? 'en'];
    const { names, summary } = COMMANDS.find((command) => command.name === name)?.options[option] ?? {};
    const [called, hint] = [names?.[person.locale ?? 'en'] ?? '', summary?.[person.locale ?? 'en'] ?? ''];
    expect(message.map(({ type }) => type)).not.toContain('prompt');
    expect(text).not.toContain(texts.optionMissing(called, hint));
    if (file) return expect(text).toContain(texts.fileLeftOut(`/${name}`, called));
    expect(text).toContain(texts.optionLeftOut(called, hint));
    const { action } = pressable(message, texts.fillIn());
    const request = { type: 'press', action, message: 'fake:message:0' } as const;
    expect(world.chat.form({ person, place: GROUP, request })).toMatchObject({ label: called, hint });
    return undefined;
  });

  it('is completed by the text of the form, once or again', async () => {
    const asked = await world.command('search', {}, { responder: form() });
    const { action } = pressable(asked.message, zh.fillIn());
    for (const words of ['路灯', '造林'])
      expect(quotesIn((await world.fillIn(action, words, {}, asked.key)).message).length).toBeGreaterThan(0);
  });

  it('is completed after a restart, but not by somebody else, after half an hour, or without a text', async () => {
    const asked = await world.command('search', {}, { responder: form() });
    const { action } = pressable(asked.message, zh.fillIn());
    world.restart();
    const by = { responder: form() };
    expect((await world.press(action, by, asked.key)).text).toBe(zh.oldButton());
    const byBen = await world.fillIn(action, '路灯', { person: BEN }, asked.key);
    expect([byBen.text, byBen.audiences]).toEqual([TEXTS.en.notYourButton(), ['asker']]);
    expect(quotesIn((await world.fillIn(action, '路灯', {}, asked.key)).message).length).toBeGreaterThan(0);
    world.now += 30 * MINUTE_MS + 1;
    expect((await world.fillIn(action, '路灯', {}, asked.key)).text).toBe(zh.oldButton());
  });

  it('offers choices beside the form', async () => {
    const asked = await world.command(
      'compare',
      { topic: '老年食堂', first: '石磨岭乡' },
      { responder: form() },
    );
    const labels = pressables(asked.message).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining([zh.fillIn(), '栖鹭镇']));
  });
});

describe('an answer', () => {
  const askOn = (answer: FakeResponder, text: string, by = {}) =>
    world.fillIn(pressable(answer.message, zh.askOn()).action, text, by, answer.key);

  it('is followed up by the text of its form, whoever writes it, as by a reply', async () => {
    const answer = await world.command('ask', { question: QUESTION }, { responder: form() });
    const next = await askOn(answer, PLANS, { responder: form() });
    expect(reportsIn(next)).toEqual([FORESTRY]);
    expect(reportsIn(await askOn(next, '做了哪些工作', { person: BEN }))).toEqual([FORESTRY]);
    expect([answer.audiences, next.audiences]).toEqual([['everyone'], ['everyone']]);
  });

  it('for the asker only is followed up for the asker only', async () => {
    const by = { responder: form(), private: true };
    const answer = await world.command('ask', { question: QUESTION }, by);
    const next = await askOn(answer, PLANS, { responder: form() });
    expect([next.audiences, reportsIn(next)]).toEqual([['asker'], [FORESTRY]]);
    expect((await askOn(next, '做了哪些工作')).audiences).toEqual(['asker']);
  });

  it('is not followed up by somebody who may not ask here', async () => {
    const answer = await world.command('ask', { question: QUESTION }, { responder: form() });
    await world.store.access.set(GROUP.within.channel, 'denied');
    const next = await askOn(answer, PLANS);
    expect([quotesIn(next.message), next.audiences]).toEqual([[], ['asker']]);
  });

  it('counts against the limits for each text, not for opening the form', async () => {
    world.restart({ perPersonPerMinute: 2 });
    const answer = await world.command('ask', { question: QUESTION }, { responder: form() });
    expect(reportsIn(await askOn(answer, PLANS))).toEqual([FORESTRY]);
    expect(quotesIn((await askOn(answer, PLANS)).message)).toEqual([]);
  });

  it('has no such button where replies work', async () => {
    for (const place of [GROUP, privateChatOf(MEI)]) {
      const { message } = await world.command('ask', { question: QUESTION }, { place });
      expect(pressables(message).map(({ label }) => label)).not.toContain(zh.askOn());
    }
  });
});

describe('a form', () => {
  const formFor = (action: string) =>
    world.chat.form({ person: MEI, place: GROUP, request: { type: 'press', action, message: 'm' } });

  it('is not opened by data that needs no text, is none of ours, or names what does not exist', () => {
    for (const action of [
      '',
      'f+yes~aaaaaaa',
      'o+0~aaaaaaa',
      'i+asker.zh.nope.words~aaaaaaa',
      'i+asker.zh.search.toString~aaaaaaa',
      'i+asker.zh.library-add.file~aaaaaaa',
      'choice.0',
    ])
      expect([action, formFor(action)]).toEqual([action, undefined]);
    expect(formFor('i+x.y.search.words~aaaaaaa')).toMatchObject({ label: '词语' });
  });

  it('that was filled in opens no further form', () => {
    const request = { type: 'press', action: 'n+asker.zh~aaaaaaa', message: 'm', text: 'x' } as const;
    expect(world.chat.form({ person: MEI, place: GROUP, request })).toBeUndefined();
  });
});
