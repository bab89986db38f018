// Who may read what on Telegram: links, lookups, groups that become supergroups.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { ALPHA, libraryOf, marksOf } from '../chat/rights/library.ts';
import type { Person, Telegram } from '../stand-ins/telegram/index.ts';
import { type Bot, GROUP, LI, OTHER_GROUP, startBot, stopAll } from './bot.ts';

const UNKNOWN = 'zzzzzzzz-0-5-3';
let bot: Bot;
let standIn: Telegram;
let quote: string;
beforeAll(async () => {
  bot = await startBot();
  standIn = bot.standIn;
  bot.index = libraryOf(ALPHA);
  await bot.store.collections.bind(ALPHA.collection, `telegram:chat:${GROUP}`);
  const report = bot.index.reports.find(({ title }) => title === ALPHA.title);
  const [{ start, end }] = report?.passages ?? [];
  quote = `${report?.id}-${start.toString(36)}-${(end - start).toString(36)}`;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const ask = (text: string, chat: number, person: Person = LI) =>
  standIn.say({ chat, person, text }).answered();
const found = async (text: string, chat: number) => (await ask(text, chat)).text;

describe('a collection that is bound to a group', () => {
  it('is read there, and in no other group', async () => {
    expect(await found(`/search@stand_in_bot ${ALPHA.word}`, GROUP)).toContain(ALPHA.title);
    expect(await found(`/search@stand_in_bot ${ALPHA.word}`, OTHER_GROUP)).toBe(
      TEXTS.zh.nothingFound(ALPHA.word),
    );
  });

  it('is not opened by a link in a private chat: the id is answered like one that never existed', async () => {
    const opened = async (payload: string) => (await standIn.start({ person: LI, payload }).answered()).text;
    expect(await found(`/quote@stand_in_bot ${quote}`, GROUP)).toContain(ALPHA.title);
    expect(await opened(quote)).toBe(TEXTS.zh.noSuchQuote(quote));
    expect(await opened(UNKNOWN)).toBe(TEXTS.zh.noSuchQuote(UNKNOWN));
  });

  it('is not looked up from other chats', async () => {
    for (const query of [ALPHA.word, ALPHA.sentence, '档案']) {
      const sent = JSON.stringify(await standIn.inline({ person: LI, query, offset: '' }));
      const typed = JSON.stringify(query);
      for (const mark of marksOf(ALPHA, bot.index))
        if (!typed.includes(mark)) expect(sent).not.toContain(mark);
    }
  });
});
