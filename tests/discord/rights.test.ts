// Who may read what, in completion and in commands, in two guilds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { ALPHA, libraryOf, marksOf } from '../chat/rights/library.ts';
import type { Discord } from '../stand-ins/discord/index.ts';
import { type Bot, ELSEWHERE_GENERAL, GENERAL, MEI, startBot, stopAll, THREAD } from './bot.ts';
import { plain } from './reading.ts';

let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
  bot.index = libraryOf(ALPHA);
  await bot.store.collections.bind(ALPHA.collection, `discord:channel:${GENERAL}`);
  await bot.chat.prepare();
  for (const channel of [GENERAL, ELSEWHERE_GENERAL]) await offered(channel, 'search', 'agency', ''); // names are read once
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const offered = async (channel: string, name: string, focused: string, value: string) =>
  JSON.stringify(await discord.complete({ channel, person: MEI, name, focused, value }));
const searched = async (channel: string) => {
  const used = discord.slash({ channel, person: MEI, name: 'search', options: { words: ALPHA.word } });
  return plain((await used.settled()).text);
};

describe('a collection that is bound to a channel', () => {
  it('is offered and found there and in its threads', async () => {
    for (const channel of [GENERAL, THREAD]) {
      expect(await offered(channel, 'search', 'agency', ALPHA.sound)).toContain(ALPHA.agency);
      expect(await searched(channel)).toContain(ALPHA.title);
    }
  });

  it('is neither offered nor found in another server', async () => {
    for (const [name, focused] of [
      ['search', 'agency'],
      ['report', 'name'],
      ['reports', 'period'],
      ['allow', 'collection'],
    ])
      for (const typed of ['', ALPHA.sound, '局'])
        for (const mark of marksOf(ALPHA, bot.index))
          expect(await offered(ELSEWHERE_GENERAL, name, focused, typed)).not.toContain(mark);
    expect(await searched(ELSEWHERE_GENERAL)).toContain(TEXTS.zh.nothingFound(ALPHA.word));
  });
});
