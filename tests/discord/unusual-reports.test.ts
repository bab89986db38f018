// Long and unusual reports: their text arrives whole and unchanged.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { prose } from '../fixtures/prose.ts';
import type { Discord, Interaction, SentMessage } from '../stand-ins/discord/index.ts';
import { BEN, type Bot, GENERAL, MEI, startBot, stopAll } from './bot.ts';
import { indexOf } from './own-reports.ts';
import { faults, plain, quotesIn } from './reading.ts';

const TITLE = '澜棠县林业局关于全面深化集体林权制度改革2023年工作总结';
const STRANGE = [
  '**加粗** __下划线__ ~~删除~~ ||剧透|| `代码` ```块``` [链接](https://example.com) <https://example.com>',
  '@everyone @here <@400000000000000001> <@&200000000000000001> <#300000000000000001> <:emoji:1> <t:1700000000:R> </ask:1>',
  '# 标题 ## 二级 -# 小字 > 引用 >>> 长引用 - 列表 1. 编号 :smile: ¯\\_(ツ)_/¯ \\* 反斜杠',
  '👩‍👩‍👧‍👦 𠮷野家 é é ﷽ \u200b\u202e倒 “引号” ‘单’ … —— · 100% & < > "',
].join('；');
const FILES = {
  'long.txt': [
    TITLE,
    '',
    '一、工作情况',
    '',
    ...Array.from({ length: 24 }, (_, i) => [
      `（${'一二三四五六七八九十'[i % 10]}）抓第${i + 1}项工作。${prose(9, i)}`,
      '',
    ]).flat(),
    '二、存在的问题',
    '',
    `一是资金不足。${'甲乙丙丁戊己庚辛壬癸'.repeat(520)}。`,
    '',
    `二是人手不足。${prose(24).repeat(4)}`,
    '',
    '三、下一步打算',
    '',
    ...Array.from({ length: 40 }, (_, i) => [`${i + 1}．第${i + 1}条打算：${prose(3, i)}`, '']).flat(),
  ].join('\n'),
  'strange.txt': [
    '水利局2023年工作总结',
    '',
    '一、工作情况',
    '',
    STRANGE,
    '',
    '二、存在的问题',
    '',
    `一是${STRANGE}。`,
    '',
    `二是${STRANGE}。`,
  ].join('\n'),
};

let sample: PassageIndex;
let index: PassageIndex;
let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  index = await indexOf(FILES);
  bot = await startBot();
  sample = bot.index;
  bot.index = index;
  discord = bot.discord;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(bot.lines('warn')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const use = (name: string, options = {}) => discord.slash({ channel: GENERAL, person: MEI, name, options });
/** All messages of an answer, once the next request of the same person is answered. */
async function allOf(used: Interaction): Promise<SentMessage[]> {
  const first = await used.settled();
  await use('help').settled();
  return [first, ...used.followUps];
}

describe('a report of extremes', () => {
  it.each([
    '林业局2023年存在哪些问题',
    '林业局2023年做了哪些工作',
    '林业局2024年有什么打算',
    '林业局人手不足',
    '水利局存在哪些问题',
    '水利局做了哪些工作',
  ])('is quoted in full, over several messages where it must be: %s', async (question) => {
    const used = use('ask', { question });
    const messages = await allOf(used);
    expect(quotesIn(index, ...messages).length).toBeGreaterThan(0);
    expect(faults(index, ...messages)).toEqual([]);
    expect(messages.length).toBeLessThanOrEqual(6); // an app that only its user installed may say no more
    const result = discord.say({ channel: GENERAL, person: BEN, text: `<@BOT> ${question}` });
    await result.answered(messages.length);
    expect(faults(index, ...result.answers)).toEqual([]);
  });

  it('is read from its first word to its last, page by page, in place', async () => {
    for (const { id, passages } of index.reports) {
      const card = await use('report', { name: id }).settled();
      const [select] = card.selects;
      const seen: number[] = [];
      for (const option of select.options ?? []) {
        const opened = discord.choose({
          message: card,
          person: MEI,
          customId: select.custom_id!,
          values: [option.value!],
        });
        const [page, ...more] = await allOf(opened);
        expect(faults(index, page, ...more)).toEqual([]);
        seen.push(...quotesIn(index, page, ...more).map(({ start }) => start));
        for (;;) {
          const next = page.buttons.find(({ label }) => label?.startsWith('下一页'));
          if (!next) break;
          const turned = discord.press({ message: page, person: MEI, customId: next.custom_id! });
          const messages = await allOf(turned);
          expect(messages[0].id).toBe(page.id);
          expect(faults(index, ...messages)).toEqual([]);
          seen.push(...quotesIn(index, ...messages).map(({ start }) => start));
        }
      }
      const inSections = passages.filter(({ section }) => section > 0);
      expect(inSections.filter(({ start }) => !seen.includes(start))).toEqual([]);
    }
  });

  it('is found, listed, compared and verified', async () => {
    for (const [name, options] of [
      ['search', { words: '资金不足' }],
      ['search', { words: '加粗 剧透' }],
      ['reports', {}],
      ['compare', { topic: '不足', first: '林业局', second: '水利局' }],
      ['verify', { text: STRANGE.slice(0, 1900) }],
      ['verify', { text: '甲乙丙丁戊己庚辛壬癸'.repeat(190) }],
    ] as const) {
      const messages = await allOf(use(name, options));
      expect(faults(index, ...messages)).toEqual([]);
    }
  });

  it('is offered while its name is typed', async () => {
    const offers = await discord.complete({
      channel: GENERAL,
      person: MEI,
      name: 'report',
      focused: 'name',
      value: '2023',
    });
    expect(offers.map(({ name }) => name)).toEqual(index.reports.map(({ title }) => title));
    const card = await use('report', { name: offers[0].value }).settled();
    expect(card.text).toContain(TITLE);
  });
});

it('a press about a report that is there no more is answered with a sentence for the asker alone', async () => {
  bot.index = sample;
  const answer = await use('ask', { question: '林业局2023年上半年存在哪些问题' }).settled();
  const list = await use('search', { words: '造林用地' }).settled();
  bot.index = index;
  const part = answer.buttons.find(({ label }) => label === TEXTS.zh.wholeSection());
  const chosen = [answer, list].map((message) => {
    const [{ custom_id: customId = '', options = [] }] = message.selects;
    return discord.choose({ message, person: MEI, customId, values: [options[0].value ?? ''] });
  });
  const used = [discord.press({ message: answer, person: MEI, customId: part?.custom_id ?? '' }), ...chosen];
  for (const each of used) {
    const { ephemeral, text } = await each.settled();
    expect([ephemeral, plain(text)]).toEqual([true, TEXTS.zh.quoteGone()]);
  }
});
