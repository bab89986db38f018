// Completion of options, and context menu commands on messages, whose answers are for the asker alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Discord, Person, SentMessage } from '../stand-ins/discord/index.ts';
import { BEN, type Bot, GENERAL, HUA, LEA, MEI, QUIET, startBot, stopAll, THREAD } from './bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const SENTENCE = '一是造林用地越来越难找。';
const OTHER_BOT = { id: '400000000000000099', name: 'Other bot', bot: true } as Person;

/** From the first letter typed to the list on the screen. */
const MOST_MS = 200;
const MOST_CHOICES = 25;

let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
  await offered('search', 'agency', ''); // the names are read once, which the program does at its start
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const post = (text: string, person: Person = BEN, channel = GENERAL) =>
  discord.say({ channel, person, text }).message;
const asked = (message: SentMessage, person: Person = MEI) =>
  discord.messageMenu({ name: 'Ask the reports', person, message });
const verified = (message: SentMessage, person: Person = MEI) =>
  discord.messageMenu({ name: 'Verify quotation', person, message });

describe('a message that is asked about', () => {
  it('is answered for the asker alone, although the bot does not see it otherwise', async () => {
    const answer = await asked(post(PROBLEMS)).settled();
    expect(answer).toMatchObject({ ephemeral: true, v2: true });
    expect(filesIn(bot.index, answer)).toEqual(['forestry-2023-h1.txt']);
    expect(faults(bot.index, answer)).toEqual([]);
  });

  it('may be by a bot, in a thread, or in a channel where the bot may not write', async () => {
    for (const message of [
      post(PROBLEMS, OTHER_BOT),
      post(PROBLEMS, BEN, THREAD),
      post(PROBLEMS, BEN, QUIET),
    ]) {
      const answer = await asked(message).settled();
      expect(quotesIn(bot.index, answer)).toHaveLength(4);
      expect(answer.ephemeral).toBe(true);
    }
  });

  it('may hold mentions and emoji', async () => {
    const answer = await asked(post(`<@${BEN.id}> ${PROBLEMS} <:tree:123456> <#${GENERAL}>？`)).settled();
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('is answered with a sentence where it has no words, or too many', async () => {
    for (const text of ['', '   ', `<@${BEN.id}>`])
      for (const used of [asked(post(text)), verified(post(text))])
        expect([plain((await used.settled()).text), used.ephemeral]).toEqual([TEXTS.zh.noWords(), true]);
    const long = await asked(post('问'.repeat(501)), HUA).settled();
    expect(long.ephemeral).toBe(true);
    expect(plain(long.text)).toBe(TEXTS['zh-Hant'].tooLong('問題', 500, 501));
  });

  it('may be an answer of the bot itself', async () => {
    const answer = await discord
      .say({ channel: GENERAL, person: MEI, text: `<@BOT> ${PROBLEMS}` })
      .answered();
    expect((await asked(answer).settled()).ephemeral).toBe(true);
    const checked = await verified(answer).settled();
    expect([checked.ephemeral, plain(checked.text)]).toEqual([true, expect.stringMatching(/^✅/)]);
    expect(faults(bot.index, checked)).toEqual([]);
  });
});

describe('a message that is verified', () => {
  it('is found word for word', async () => {
    const answer = await verified(post(SENTENCE)).settled();
    expect(answer.ephemeral).toBe(true);
    expect(plain(answer.text)).toContain(TEXTS.zh.verbatimIn(1));
    expect(faults(bot.index, answer)).toEqual([]);
  });

  it('is shown beside the source where it reads differently', async () => {
    const answer = await verified(post('上半年完成营造林2.23万亩，占年度任务3.2万亩的96.7%'), BEN).settled();
    expect(plain(answer.text)).toMatch(/⚠️ The report reads differently/);
    expect(plain(answer.text)).toContain('占年度任务3.2万亩的69.7%');
  });

  it.each([
    ['a quotation', (words: string) => `> ${words}`],
    ['a quotation of several lines', (words: string) => `>>> ${words}`],
    ['bold', (words: string) => `> **${words.slice(0, 4)}**${words.slice(4)}`],
    ['italics', (words: string) => `*${words}*`],
    ['a spoiler', (words: string) => `||${words}||`],
    ['an entry of a list', (words: string) => `- ${words}`],
    ['code', (words: string) => `\`${words}\``],
    ['a block of code', (words: string) => `\`\`\`txt\n${words}\n\`\`\``],
  ])('is found where it is written as %s', async (_, written) => {
    const checked = await verified(post(written(SENTENCE)), MEI).settled();
    expect(plain(checked.text)).toContain(TEXTS.zh.verbatimIn(1));
  });

  it('is not in the reports where nothing like it is', async () => {
    const answer = await verified(post('磁悬浮列车将于明年通车。'), LEA).settled();
    expect(plain(answer.text)).toBe(TEXTS.zh.notInReports());
  });

  it('may be as long as messages get, also with Nitro', async () => {
    const long = SENTENCE.repeat(350);
    const within = await verified(post(long.slice(0, 2000))).settled();
    expect(within.ephemeral).toBe(true);
    expect(plain((await verified(post(long.slice(0, 4000))).settled()).text)).toBe(
      TEXTS.zh.tooLong('原文', 2000, 4000),
    );
  });

  it('may hold anything', async () => {
    for (const text of [
      '',
      '🌳',
      '```js\nx\n```',
      '> quoted\n> twice',
      `${SENTENCE}\n@everyone`,
      '\u202e\u200b',
      '||',
    ])
      expect((await verified(post(text)).settled()).ephemeral, text).toBe(true);
  });
});

describe('a message whose words stand elsewhere than in its content', () => {
  const V2 = 1 << 15;
  const text = (content: string) => ({ type: 10, content });
  const place = (body: object, more: object = {}) =>
    discord.placeMessage({ channel: GENERAL, body, author: OTHER_BOT, ...more });
  const embed = (fields: object) => place({ embeds: [fields] });
  const forwarded = (message: SentMessage) => place({ content: '' }, { forwards: message });
  const cases: [string, (words: string) => SentMessage][] = [
    ['a forward', (words) => forwarded(post(words))],
    ['a forward of an embed', (words) => forwarded(embed({ description: words }))],
    ['the title of an embed', (words) => embed({ title: words })],
    ['the description of an embed', (words) => embed({ description: `> ${words}` })],
    [
      'the fields of an embed',
      (words) => embed({ fields: [{ name: words.slice(0, 8), value: words.slice(8) }] }),
    ],
    ['the footer of an embed', (words) => embed({ footer: { text: words } })],
    ['the author of an embed', (words) => embed({ author: { name: words } })],
    ['a text of components', (words) => place({ flags: V2, components: [text(`**${words}**`)] })],
    [
      'a section in a container',
      (words) => {
        const accessory = { type: 2, style: 2, label: 'x', custom_id: 'x' };
        const section = { type: 9, components: [text(words)], accessory };
        return place({ flags: V2, components: [{ type: 17, components: [section] }] });
      },
    ],
    [
      'a forward of components',
      (words) => forwarded(place({ flags: V2, components: [{ type: 17, components: [text(words)] }] })),
    ],
    ['a poll', (words) => place({ content: '' }, { poll: { question: { text: words }, answers: [] } })],
  ];

  it.each(cases)('is read: %s', async (_, made) => {
    const checked = await verified(made(SENTENCE)).settled();
    expect(plain(checked.text)).toContain(TEXTS.zh.verbatimIn(1));
    const answer = await asked(made(PROBLEMS)).settled();
    expect(filesIn(bot.index, answer)).toEqual(['forestry-2023-h1.txt']);
  });

  it('is read without what Discord made of a link in it', async () => {
    const preview = { type: 'link', title: '别的网页', description: '别的话' };
    const message = place({ content: SENTENCE, embeds: [preview] });
    expect(plain((await verified(message).settled()).text)).toContain(TEXTS.zh.verbatimIn(1));
  });

  it('is an answer of the bot to a command: its quotes are checked, without the text around them', async () => {
    for (const question of [PROBLEMS, '栖鹭镇老年食堂80岁以上老人每餐多少钱', '高标准农田建设了多少亩']) {
      const answer = await discord
        .slash({ channel: GENERAL, person: MEI, name: 'ask', options: { question } })
        .settled();
      const checked = await verified(answer, MEI).settled();
      expect([question, plain(checked.text)]).toEqual([question, expect.stringMatching(/^✅/)]);
      const forward = await verified(forwarded(answer), MEI).settled();
      expect([question, plain(forward.text)]).toEqual([question, plain(checked.text)]);
    }
  });
});

it('both are named in the language of the person', () => {
  const named = (locale: 'zh-CN' | 'zh-TW') =>
    discord.commands
      .in()
      .filter(({ type }) => type === 3)
      .map(({ name_localizations: names }) => names?.[locale]);
  expect(named('zh-CN')).toEqual(['向报告提问', '核对引文']);
  expect(named('zh-TW')).toEqual(['向報告提問', '核對引文']);
});

const offered = async (name: string, focused: string, value: string, channel = GENERAL) => {
  const choices = await discord.complete({ channel, person: MEI, name, focused, value });
  return choices.map(({ value: offer }) => String(offer));
};

/** A slow moment of the machine is no fault: the soonest of some offers counts. */
async function leastWaitMs(value: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && least >= MOST_MS; attempt++) {
    await offered('report', 'name', value);
    least = Math.min(least, discord.interactions.at(-1)?.callback?.afterMs ?? least);
  }
  return least;
}

describe('an option', () => {
  it.each([
    ['report', 'name', '林业'],
    ['report', 'name', '林業'],
    ['report', 'name', 'linye'],
    ['report', 'name', 'forestry'],
    ['report', 'name', 'lin 2023'],
    ['ask', 'report', '林业局 2023'],
  ])('/%s %s offers the forestry reports for «%s»', async (name, focused, value) => {
    const offers = await discord.complete({ channel: GENERAL, person: MEI, name, focused, value });
    expect(offers[0].name).toContain('林业局');
    expect(offers.length).toBeLessThanOrEqual(MOST_CHOICES);
  });

  it.each([
    ['ask', 'agency', '卫生'],
    ['ask', 'agency', '衛生'],
    ['search', 'agency', 'weisheng'],
    ['reports', 'agency', 'health'],
    ['compare', 'first', '卫生'],
    ['compare', 'third', 'wei'],
  ])('/%s %s offers the health commission for «%s»', async (name, focused, value) => {
    expect((await offered(name, focused, value)).some((offer) => offer.includes('卫生健康'))).toBe(true);
  });

  it.each([
    ['ask', '2023'],
    ['search', '上半年'],
    ['reports', 'h1'],
    ['reports', 'first half 2023'],
  ])('/%s period offers the first half of 2023 for «%s»', async (name, value) => {
    expect(await offered(name, 'period', value)).toContain('2023年上半年');
  });

  it('offers something before anything is typed', async () => {
    for (const [name, focused] of [
      ['report', 'name'],
      ['search', 'agency'],
      ['reports', 'period'],
    ]) {
      const offers = await offered(name, focused, '');
      expect(offers.length).toBeGreaterThan(2);
      expect(new Set(offers).size).toBe(offers.length);
    }
  });

  it('that was filled with an offer is understood', async () => {
    const [report] = await offered('report', 'name', 'forestry');
    const [agency] = await offered('search', 'agency', 'linye');
    const [period] = await offered('reports', 'period', 'h1');
    const used = [
      discord.slash({ channel: GENERAL, person: BEN, name: 'report', options: { name: report } }),
      discord.slash({ channel: GENERAL, person: BEN, name: 'search', options: { words: '造林', agency } }),
      discord.slash({ channel: GENERAL, person: BEN, name: 'reports', options: { period } }),
    ];
    for (const answer of await Promise.all(used.map((each) => each.settled())))
      expect(answer.text).not.toContain('No report fits');
  });

  it.each([
    '@everyone',
    '((((',
    '\\',
    '\u0000\ud800\u202e',
    '💥💥💥',
    'x'.repeat(6000),
    '林'.repeat(6000),
    'a b c d e f g '.repeat(400),
    '../../etc/passwd',
  ])('survives what nobody would type: %.20s', async (value) => {
    const offers = await offered('report', 'name', value);
    expect(offers.length).toBeLessThanOrEqual(MOST_CHOICES);
  });

  it('offers in an instant, whatever is typed', async () => {
    const typed = [
      'l',
      'li',
      'lin',
      '林',
      '林业',
      'forest',
      '2023',
      'zzz',
      '卫',
      'xiang',
      'h1 2023',
      'x'.repeat(100),
    ];
    for (const value of typed) expect(await leastWaitMs(value)).toBeLessThan(MOST_MS);
  });

  it('offers nothing where the bot is not allowed', async () => {
    const closed = await startBot({ access: { open: false } });
    const use = { channel: GENERAL, person: MEI, name: 'report', focused: 'name', value: '林' };
    expect(await closed.discord.complete(use)).toEqual([]);
    expect(closed.discord.personMessages).toEqual([]);
    await closed.store.access.set(`discord:channel:${GENERAL}`, 'allowed');
    expect(await closed.discord.complete(use)).not.toEqual([]);
  });

  it('that is completed too late is no more than a line in the log', async () => {
    discord.failNext({
      path: /callback$/,
      status: 404,
      body: { message: 'Unknown interaction', code: 10062 },
    });
    const late = discord.complete({
      channel: GENERAL,
      person: MEI,
      name: 'report',
      focused: 'name',
      value: '林',
    });
    late.catch(() => {}); // nothing is shown to the person
    expect(await bot.noted(/suggestions did not arrive/)).toMatchObject({ level: 'warn' });
    expect(await offered('report', 'name', '林')).not.toEqual([]);
  });
});
