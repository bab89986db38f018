// Inline mode: passages that are looked up from any chat and sent there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { InlineResult, Person, Telegram } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, GROUP, HUA, LI, startBot, stopAll } from './bot.ts';
import { faults, readQuotes } from './reading.ts';

let bot: Bot;
let standIn: Telegram;
beforeAll(async () => {
  bot = await startBot();
  standIn = bot.standIn;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const look = (query: string, offset = '', person: Person = LI) => standIn.inline({ person, query, offset });
const idsOf = (results: readonly InlineResult[]) => results.map(({ id }) => id);

describe('words after the bot’s name', () => {
  it('list passages with the title of the report and where and what they are', async () => {
    const { results, is_personal } = await look('高标准农田');
    expect(results.length).toBeGreaterThan(5);
    expect(is_personal).toBe(true);
    for (const { id, title, description, input_message_content: content } of results) {
      const [quote] = readQuotes({ text: content?.message_text ?? '', entities: content?.entities ?? [] });
      expect(id).toBe(quote.id);
      expect(content?.message_text).toContain(`《${title}》`);
      expect(description).toContain(quote.words.replace(/\s+/g, ' ').slice(0, 20));
      expect(content?.link_preview_options).toEqual({ is_disabled: true });
    }
  });

  it('give more, page after page, none twice, twenty at a time', async () => {
    const pages: string[][] = [];
    let offset = '';
    do {
      const page = await look('工作', offset);
      pages.push(idsOf(page.results));
      offset = page.next_offset;
    } while (offset !== '' && pages.length < 10);
    const all = pages.flat();
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.slice(0, -1).map(({ length }) => length)).toEqual(pages.slice(1).map(() => 20));
    expect(new Set(all).size).toBe(all.length);
  });

  it('that are chosen become the quote with its source', async () => {
    const { results } = await look('高标准农田');
    for (const result of results) {
      const sent = standIn.choose({ result, chat: GROUP });
      expect(sent.via?.id).toBe(standIn.bot.id);
      expect(sent.author.id).toBe(LI.id);
      expect(readQuotes(sent)).toHaveLength(1);
      expect(faults(bot.index, sent)).toEqual([]);
      expect(sent.marked('italic').join('')).toContain('《');
      expect(sent.buttons).toEqual([]);
    }
  });

  it.each(['', '   ', '\u3000'])('that are not there yet list nothing: %j', async (query) => {
    expect(await look(query)).toMatchObject({ results: [], next_offset: '' });
  });

  it.each(['磁悬浮', '🦀🦀', '\u202e\u0000', '" OR 1=1 --', '(((', '的'.repeat(256)])(
    'may be anything: %j',
    async (query) => {
      const { results } = await look(query);
      expect(results.length).toBeLessThanOrEqual(20);
    },
  );

  it.each(['-20', '1e9', 'NaN', '20; --', '99999999999999999999', '🦀', '0x10', '3.7'])(
    'with an offset that was never given out list something or nothing: %s',
    async (offset) => {
      const { results } = await look('高标准农田', offset);
      expect(new Set(idsOf(results)).size).toBe(results.length);
      expect(results.length).toBeLessThanOrEqual(20);
    },
  );

  it('that were typed on meanwhile are no fault', async () => {
    const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    standIn.failNext({ method: 'answerInlineQuery', status: 400, description });
    const lost = look('高标准农田').catch(() => {});
    await standIn.until(
      () => standIn.requests.find(({ status, method }) => method === 'answerInlineQuery' && status === 400),
      'An answer that comes too late',
    );
    expect((await look('高标准农田')).results.length).toBeGreaterThan(0);
    void lost;
  });
});

describe('for a person who may not use the bot', () => {
  it('there is a button that leads to it, where one reads how to be let in', async () => {
    const closed = await startBot({ access: { open: false } });
    const answer = await closed.standIn.inline({ person: HUA, query: '高标准农田' });
    expect(answer).toMatchObject({ results: [], cache_time: 0 });
    expect(answer.button?.text).toBe(TEXTS['zh-Hant'].openPrivately());
    const payload = answer.button?.start_parameter ?? '';
    const note = await closed.standIn.start({ person: HUA, payload }).answered();
    expect(note.text).toBe(TEXTS['zh-Hant'].privateNotAllowed(`telegram:chat:${HUA.id}`));
    await closed.store.access.set(`telegram:chat:${HUA.id}`, 'allowed');
    expect((await closed.standIn.inline({ person: HUA, query: '高标准农田' })).results).not.toEqual([]);
    const help = await closed.standIn.start({ person: HUA, payload }).answered();
    expect(help.text).toContain(TEXTS['zh-Hant'].helpHeading());
    expect((await closed.standIn.inline({ person: ADA, query: '高标准农田' })).results).toEqual([]);
  });
});
