// Commands typed as plain words are those commands, and never questions.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { typedCommand } from '../../src/chat/typed-command.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { quotesIn } from './message-content.ts';
import { BEN, GROUP, MEI, NO_LOCALE, privateChatOf, World } from './world.ts';

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
const ask = (text: string) => typedCommand({ type: 'question', text });

describe('words with a slash before them', () => {
  it.each<[text: string, name: string, values: string]>([
    ['/help', 'help', ''],
    ['  /help  ', 'help', ''],
    ['/ help', 'help', ''],
    ['/HELP', 'help', ''],
    ['／help', 'help', ''],
    ['／ｈｅｌｐ', 'help', ''],
    ['、help', 'help', ''],
    ['/help@yinju_bot', 'help', ''],
    ['/start', 'help', ''],
    ['/帮助', 'help', ''],
    ['/說明', 'help', ''],
    ['/search 高标准农田 林业局', 'search', '高标准农田 林业局'],
    ['/search\n高标准农田', 'search', '高标准农田'],
    ['/search高标准农田', 'search', '高标准农田'],
    ['/search@yinju_bot 农田', 'search', '农田'],
    ['/搜索农田', 'search', '农田'],
    ['/搜索：农田', 'search', '农田'],
    [`/ask ${QUESTION}`, 'ask', QUESTION],
    ['/digest on 8:30', 'digest', 'on 8:30'],
    ['/digest_on 8:30', 'digest', 'on 8:30'],
    ['/简报状态', 'digest', '状态'],
    ['/nope at all', 'nope', 'at all'],
    ['/helpful', 'helpful', ''],
    ['/3', '3', ''],
  ])('are a command: %j', (text, name, values) => {
    const command = ask(text);
    expect(command).toEqual({ type: 'command', name: expect.any(String), values, private: false });
    expect(command.type === 'command' && command.name).toBe(name);
  });

  it.each(['', '/', ' / ', '、', '、林业局', QUESTION, '1/3', 'and/or', 'help', '2023/6/30 之前呢'])(
    'are none in %j',
    (text) => {
      expect(ask(text)).toEqual({ type: 'question', text });
    },
  );
});

describe('a typed command', () => {
  it('is answered as that command, in a private chat and by mention', async () => {
    for (const place of [GROUP, privateChatOf(MEI)]) {
      expect((await world.say('/help', { place })).text).toContain(zh.helpHeading());
      expect((await world.say('/reports', { place })).text).toContain(zh.catalogueIntro(16));
      expect(quotesIn((await world.say('/search 路灯', { place })).message)).not.toEqual([]);
      expect(quotesIn((await world.say(`/提问 ${QUESTION}`, { place })).message)).not.toEqual([]);
    }
  });

  it('follows up on no earlier question', async () => {
    const place = privateChatOf(MEI);
    await world.say(QUESTION, { place });
    expect(quotesIn((await world.say('/help', { place })).message)).toEqual([]);
  });

  it('that does not exist is answered so, with the way to the commands', async () => {
    const { text, message } = await world.say('/imagine a cat', { place: privateChatOf(MEI) });
    expect(text).toBe(zh.unknownCommand('/imagine'));
    expect(quotesIn(message)).toEqual([]);
  });

  it('does not complete a pending command', async () => {
    const place = privateChatOf(MEI);
    await world.command('search', '', { place });
    expect((await world.say('/help', { place })).text).toContain(zh.helpHeading());
  });

  it('needs the right that the command needs', async () => {
    expect((await world.say('/settings', { person: BEN })).text).toBe(en.managersOnly());
    expect((await world.say('/library status', { person: BEN })).text).toBe(en.ownersOnly());
  });

  it('is answered in the language of its name where nothing else gives one', async () => {
    expect((await world.say('/帮助', { person: NO_LOCALE })).text).toContain(zh.helpHeading());
    expect((await world.say('/help', { person: NO_LOCALE })).text).toContain(en.helpHeading());
    const place = { ...GROUP, locale: 'zh' as const };
    expect((await world.say('/help', { person: NO_LOCALE, place })).text).toContain(zh.helpHeading());
  });
});
