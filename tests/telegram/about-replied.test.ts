// Commands and mentions without words that reply to a message: they are about that message or its quoted part.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { ADA, type Bot, CHANNEL, CHIEF, GROUP, LI, startBot, stopAll } from './bot.ts';
import { quotesIn, readQuotes } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const { zh } = TEXTS;

let bot: Bot;
/** A sentence of a report. */
let sentence: string;
let messages = 900;

beforeEach(async () => {
  bot = await startBot({ world: { deliverMentions: true } });
  const answer = await ask(PROBLEMS);
  [sentence] = readQuotes(answer).map(({ words }) => words);
});
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(bot.lines('warn')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const ask = (text: string) =>
  bot.standIn.say({ chat: GROUP, person: LI, text: `/ask@stand_in_bot ${text}` }).answered();

/** A message of Li's that replies to one, or brings a part of one, as Telegram writes it. */
function reply(text: string, more: object, chat = GROUP) {
  const before = bot.standIn.messagesIn(chat).at(-1)!;
  const from = { id: LI.id, is_bot: false, first_name: 'Li', language_code: 'zh-hans' };
  const date = Math.floor(bot.time.now() / 1000);
  const where = { id: chat, type: 'group', title: 'Town hall' };
  bot.tell({ message: { message_id: ++messages, date, chat: where, from, text, ...more } });
  return bot.standIn.nextMessage({ chat, after: before });
}

/** A message of another person, with its content. */
const theirs = (shown: object, more: object = {}) => ({
  reply_to_message: {
    message_id: ++messages,
    date: 1_795_000_000,
    chat: { id: GROUP, type: 'group', title: 'Town hall' },
    from: { id: ADA.id, is_bot: false, first_name: 'Ada' },
    ...shown,
    ...more,
  },
});

const VERIFY = '/verify@stand_in_bot';

describe('/verify as a reply', () => {
  it.each<[string, () => object]>([
    ['a text', () => theirs({ text: sentence })],
    ['the caption of a picture', () => theirs({ caption: sentence, photo: [] })],
    [
      'the caption of a file',
      () => theirs({ caption: sentence, document: { file_id: 'f', file_name: 'a.pdf' } }),
    ],
    [
      'what was forwarded',
      () =>
        theirs(
          { text: sentence },
          { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } },
        ),
    ],
    ['a question of a poll', () => theirs({ poll: { id: '1', question: sentence, options: [] } })],
    [
      'a message with paragraphs of its own',
      () =>
        theirs({
          rich_message: {
            blocks: [
              {
                type: 'paragraph',
                text: ['', { type: 'bold', text: sentence.slice(0, 5) }, sentence.slice(5)],
              },
            ],
          },
        }),
    ],
    [
      'a quotation among other words',
      () =>
        theirs({
          text: `看：\n${sentence}\n真的吗`,
          entities: [{ type: 'blockquote', offset: 3, length: sentence.length }],
        }),
    ],
    [
      'a quotation in a caption',
      () =>
        theirs({
          caption: `看：\n${sentence}\n真的吗`,
          caption_entities: [{ type: 'expandable_blockquote', offset: 3, length: sentence.length }],
        }),
    ],
    [
      'the stretch that is marked',
      () => ({ ...theirs({ text: `我听说${sentence}，对吗` }), quote: { text: sentence, position: 3 } }),
    ],
    [
      'the stretch that is marked in a message of another chat',
      () => ({
        external_reply: { origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } },
        quote: { text: sentence, position: 0, is_manual: true },
      }),
    ],
    ['a question to the bot', () => theirs({ text: `/ask@stand_in_bot ${sentence}` })],
    ['a mention of the bot', () => theirs({ text: `@stand_in_bot ${sentence}` })],
  ])('checks %s', async (_, message) => {
    const answer = await reply(VERIFY, message());
    expect(answer.text).toContain(zh.verbatimIn(1));
    expect(readQuotes(answer)[0].words).toBe(sentence);
  });

  it('to an answer of the bot checks its quote, without the text around it', async () => {
    const answer = await ask(PROBLEMS);
    const result = bot.standIn.say({ chat: GROUP, person: LI, text: VERIFY, replyTo: answer });
    expect(await result.answered()).toMatchObject({ text: expect.stringContaining(zh.verbatimIn(1)) });
  });

  it.each(['@stand_in_bot /verify', '@stand_in_bot /核对', '@stand_in_bot ／verify'])(
    'typed behind a mention or by another name checks it, too: %s',
    async (text) => {
      expect((await reply(text, theirs({ text: sentence }))).text).toContain(zh.verbatimIn(1));
    },
  );

  it('by another name to an answer of the bot checks its quotation', async () => {
    const answer = await ask(PROBLEMS);
    const result = bot.standIn.say({ chat: GROUP, person: LI, text: '/核对', replyTo: answer });
    expect((await result.answered()).text).toContain(zh.verbatimIn(1));
  });

  it('to a quote that was sent in inline mode checks that', async () => {
    const { results } = await bot.standIn.inline({ person: ADA, query: '高标准农田' });
    const quote = bot.standIn.choose({ result: results[0], chat: GROUP });
    const result = bot.standIn.say({ chat: GROUP, person: LI, text: VERIFY, replyTo: quote });
    expect((await result.answered()).text).toContain(zh.verbatimIn(1));
  });

  it('in a channel checks what was posted there', async () => {
    const post = bot.standIn.say({ chat: CHANNEL, person: CHIEF, text: sentence }).message;
    const result = bot.standIn.say({ chat: CHANNEL, person: CHIEF, text: '/verify', replyTo: post });
    expect(readQuotes(await result.answered())[0].words).toBe(sentence);
  });

  it('with words of its own checks these', async () => {
    const answer = await reply(`${VERIFY} 报告里没有这样的话`, theirs({ text: sentence }));
    expect(answer.text).toContain(zh.notInReports());
  });

  it.each<[string, () => object]>([
    ['a picture', () => theirs({ photo: [] })],
    ['a message of another chat of which nothing is marked', () => ({ external_reply: { origin: {} } })],
    [
      'a note of the bot that quotes nothing',
      () => theirs({ text: zh.writePrivately() }, { from: { id: bot.standIn.bot.id, is_bot: true } }),
    ],
    ['nothing', () => ({})],
  ])('to %s asks for the text', async (_, message) => {
    expect((await reply(VERIFY, message())).text).toContain(zh.optionMissing('原文', '要核对的话'));
  });
});

describe('what else replies without words of its own', () => {
  it('/ask answers the message', async () => {
    const answer = await reply('/ask@stand_in_bot', theirs({ text: PROBLEMS }));
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('/search looks for its words', async () => {
    const answer = await reply('/search@stand_in_bot', theirs({ text: '高标准农田' }));
    expect(quotesIn(bot.index, answer).length).toBeGreaterThan(1);
  });

  it('a mention alone answers it', async () => {
    const answer = await reply('@stand_in_bot', theirs({ text: PROBLEMS }));
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('a mention with words is a question of its own', async () => {
    const answer = await reply(`@stand_in_bot ${PROBLEMS}`, theirs({ text: '你好' }));
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('a command that takes no such words asks for its own', async () => {
    const answer = await reply('/quote@stand_in_bot', theirs({ text: PROBLEMS }));
    expect(answer.text).toContain('编号');
  });
});
