// Passages longer than a message, with every kind of character: nothing is lost, cut or moved.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { indexOf } from '../discord/own-reports.ts';
import type { SentMessage } from '../stand-ins/telegram/index.ts';
import { type Bot, LI, startBot, stopAll } from './bot.ts';
import { faults, quotesIn, readQuotes } from './reading.ts';

const things = ['造林🌲', '护林', '防火🔥', '油茶', '执法👮🏽‍♀️', '苗木', '采伐', '湿地🐟'];
const long = Array.from({ length: 600 }, (_, i) => `${things[i % 8]}第${i}项完成${i * 7}亩`).join('，');
const REPORT = [
  '林业局2023年工作总结',
  '一、工作情况',
  `全县${long}。`,
  '林业工作经费30万元已经拨付到位，\u202e全部\u202c用于林业站\u2028建设和护林员补助发放。',
  '二、存在的问题',
  '林业站人手不足，基层林业工作还比较薄弱，需要继续加强队伍建设。',
].join('\r\n');

let index: PassageIndex;
beforeAll(async () => {
  index = await indexOf({ '林业局2023年工作总结.txt': REPORT });
});

let bot: Bot;
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});
async function begin() {
  bot = await startBot();
  bot.index = index;
  return bot.standIn;
}

/** The bot's messages in the private chat, once it is idle. */
async function standing(): Promise<SentMessage[]> {
  await bot.finish();
  return bot.standIn.messagesIn(LI.id).filter(({ author }) => author.id === bot.standIn.bot.id);
}

const LONG = '/search 造林 防火 采伐';
const SHORT = '/search 人手不足';

describe('a quote that no message takes', () => {
  it('is continued in the next one, character for character, and says so', async () => {
    const standIn = await begin();
    standIn.say({ person: LI, text: LONG });
    const parts = await standing();
    expect(parts.length).toBeGreaterThan(2);
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(4096);
    expect(faults(index, ...parts)).toEqual([]);
    expect(readQuotes(...parts).map(({ words }) => words)).toContain(`全县${long}。`);
    for (const part of parts.slice(0, -2)) expect(part.text).toContain(TEXTS.zh.continued());
    for (const { replied } of parts) expect(replied?.text).toBe(LONG);
  });

  it('is folded until it is tapped, a short one is not', async () => {
    const standIn = await begin();
    standIn.say({ person: LI, text: LONG });
    standIn.say({ person: LI, text: SHORT });
    const parts = await standing();
    expect(parts[0].marked('expandable_blockquote')).toHaveLength(1);
    expect(parts.at(-1)!.marked('expandable_blockquote')).toEqual([]);
    expect(parts.at(-1)!.marked('blockquote').length).toBeGreaterThan(0);
  });

  it('is not offered inline', async () => {
    const standIn = await begin();
    const { results } = await standIn.inline({ person: LI, query: '造林 林业工作' });
    expect(results.length).toBeGreaterThan(0);
    for (const { input_message_content: content } of results)
      expect(content?.message_text?.length).toBeLessThanOrEqual(4096);
  });
});

describe('a question that is edited', () => {
  it('to one with a shorter answer loses the messages that are too many, and back gains what is missing', async () => {
    const standIn = await begin();
    const result = standIn.say({ person: LI, text: LONG });
    await result.answered(3);
    standIn.edit({ message: result.message, text: SHORT });
    await result.answers[2].gone();
    await result.answers[0].edited();
    expect(quotesIn(index, result.answers[0])).toHaveLength(1);
    standIn.edit({ message: result.message, text: LONG });
    const parts = await standing();
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]).toBe(result.answers[0]);
    expect(faults(index, ...parts)).toEqual([]);
    expect(readQuotes(...parts).map(({ words }) => words)).toContain(`全县${long}。`);
  });
});

describe('characters that Telegram takes out', () => {
  it('do not move what is marked', async () => {
    const standIn = await begin();
    standIn.say({ person: LI, text: '/search 林业工作经费' });
    const parts = await standing();
    expect(faults(index, ...parts)).toEqual([]);
    expect(parts[0].marked('bold')).toContain('林业工作经费');
    const [quote] = quotesIn(index, ...parts);
    expect(quote.text).toContain('\u202e');
  });
});
