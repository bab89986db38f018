// The stand-in for Telegram, checked with the real client library.
import { Input, Markup, type Telegraf } from 'telegraf';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ADA,
  ask,
  CHANNEL,
  clientOf,
  FORUM,
  GROUP,
  LI,
  launch,
  start,
  stop,
  TOPIC,
} from '../stand-ins/telegram/clients.ts';
import type { Telegram } from '../stand-ins/telegram/index.ts';

const KEYBOARD = Markup.inlineKeyboard([
  [Markup.button.callback('上一页', 'page:1'), Markup.button.callback('下一页', 'page:3')],
  [Markup.button.url('来源', 'https://example.org/report')],
]);
const article = (id: string, text: string, extra: object = {}) => ({
  type: 'article' as const,
  id,
  title: `Title ${id}`,
  input_message_content: { message_text: text },
  ...extra,
});

/** A bot that does a little of everything. */
function prepare(bot: Telegraf): void {
  bot.start((ctx) => ctx.reply(`started with ${ctx.payload || 'nothing'}`));
  bot.command('ask', (ctx) => ctx.reply(`you asked ${ctx.payload}`));
  bot.command('page', (ctx) => ctx.reply('page 2', KEYBOARD));
  bot.command('two', async (ctx) => {
    await ctx.sendChatAction('typing');
    await ctx.reply('one');
    await ctx.reply('two');
  });
  bot.action(/^page:(\d)$/, async (ctx) => {
    await ctx.answerCbQuery(`page ${ctx.match[1]}`, { show_alert: ctx.match[1] === '3' });
    await ctx.editMessageText(`page ${ctx.match[1]}`, KEYBOARD);
  });
  bot.on('inline_query', (ctx) => {
    const page = Number(ctx.inlineQuery.offset || 0);
    return ctx.answerInlineQuery(
      [article(`${page}`, `quote ${page}`, KEYBOARD), article(`${page}-plain`, 'plain')],
      { next_offset: page < 2 ? String(page + 1) : '', cache_time: 5, is_personal: true },
    );
  });
  bot.on('document', async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
    const content = await (await fetch(link, { headers: { Connection: 'close' } })).text();
    await ctx.replyWithDocument(Input.fromBuffer(Buffer.from(content.toUpperCase()), '答复.txt'), {
      caption: 'louder',
    });
  });
  bot.on('message', (ctx) =>
    ctx.reply('heard you', { reply_parameters: { message_id: ctx.message.message_id } }),
  );
}

describe('a bot that polls', () => {
  let standIn: Telegram;
  let bot: Telegraf;
  let errors: unknown[];
  beforeAll(async () => {
    standIn = await start();
    ({ bot, errors } = await launch(standIn, prepare));
  });
  afterEach(() => {
    expect(standIn.violations).toEqual([]);
    expect(errors).toEqual([]);
  });
  afterAll(stop);

  it('knows itself', () => {
    expect(bot.botInfo).toMatchObject({
      id: standIn.bot.id,
      username: 'stand_in_bot',
      is_bot: true,
      can_read_all_group_messages: false,
    });
  });

  it('answers a command, once and twice', async () => {
    const result = standIn.say({ person: LI, text: '/ask 林业局有哪些问题' });
    const answer = await result.answered();
    expect(answer).toMatchObject({ text: 'you asked 林业局有哪些问题', deleted: false });
    expect(result.firstAnswerAfterMs).toBeGreaterThan(0);
    const twice = standIn.say({ person: LI, text: '/two' });
    expect((await twice.answered(2)).text).toBe('two');
    expect(twice.answers[0].text).toBe('one');
    expect(standIn.actions.at(-1)).toMatchObject({ action: 'typing', chat: standIn.privateChat(LI) });
  });

  it('is started by a link', async () => {
    expect((await standIn.start({ person: ADA, payload: 'report_7' }).answered()).text).toBe(
      'started with report_7',
    );
    expect(() => standIn.start({ person: ADA, payload: '报告' })).toThrow('No link can start the bot');
  });

  it('replies to a message', async () => {
    const result = standIn.say({ person: ADA, text: 'hello' });
    const answer = await result.answered();
    expect(answer.replied).toBe(result.message);
    const next = standIn.say({ person: ADA, text: 'and this?', replyTo: answer });
    expect((await next.answered()).replied).toBe(next.message);
  });

  it('is given what is said in one breath together, and answers all of it', async () => {
    await standIn.confirmed();
    const before = standIn.requests.filter(({ method }) => method === 'getUpdates').length;
    const all = ['1', '2', '3'].map((text) => standIn.say({ person: LI, text: `/ask ${text}` }));
    const answers = await Promise.all(all.map((result) => result.answered()));
    expect(answers.map(({ text }) => text).sort()).toEqual(['you asked 1', 'you asked 2', 'you asked 3']);
    await standIn.confirmed();
    expect(standIn.requests.filter(({ method }) => method === 'getUpdates').length - before).toBe(1);
  });

  it('hands out its next message, after another and by itself', async () => {
    const chat = standIn.privateChat(LI);
    const { message } = standIn.say({ person: LI, text: '/two' });
    const one = await standIn.nextMessage({ chat, after: message });
    const two = await standIn.nextMessage({ chat, after: one });
    expect([one.text, two.text]).toEqual(['one', 'two']);
    expect(standIn.messagesIn(chat).slice(-3)).toEqual([message, one, two]);
  });

  it('has buttons pressed, answers and edits', async () => {
    const message = await standIn.say({ person: LI, text: '/page' }).answered();
    expect(message.keyboard.map((row) => row.map(({ text }) => text))).toEqual([
      ['上一页', '下一页'],
      ['来源'],
    ]);
    const press = standIn.press({ message, person: LI, data: 'page:3' });
    expect(await press.answered()).toEqual({ text: 'page 3', alert: true });
    expect(press.answeredAfterMs).toBeGreaterThan(0);
    await message.edited();
    expect(message).toMatchObject({ text: 'page 3', original: { text: 'page 2' } });
    expect(message.edits).toHaveLength(1);
    expect(message.buttons).toHaveLength(3);
    expect(() => standIn.press({ message, person: LI, data: 'page:9' })).toThrow('has no button "page:9"');
  });

  it('gets a press under a message that is too old to be shown', async () => {
    const old = standIn.placeMessage({
      chat: standIn.privateChat(LI),
      body: {
        text: 'from last year',
        reply_markup: { inline_keyboard: [[{ text: 'more', callback_data: 'page:1' }]] },
      },
    });
    const press = standIn.press({ message: old, person: LI, data: 'page:1', inaccessible: true });
    expect(await press.answered()).toMatchObject({ text: 'page 1', alert: false });
    expect(standIn.updates.at(-1)?.callback_query).toMatchObject({
      message: { message_id: old.id, date: 0 },
    });
    await old.edited();
  });

  it('is asked inline, page by page, and its result is sent into a chat', async () => {
    const first = await standIn.inline({ person: ADA, query: '林业', chatType: 'group' });
    expect(first).toMatchObject({ next_offset: '1', cache_time: 5, is_personal: true });
    const second = await standIn.inline({ person: ADA, query: '林业', offset: first.next_offset });
    expect(second.results.map(({ id }) => id)).toEqual(['1', '1-plain']);
    const sent = standIn.choose({ result: second.results[0] });
    expect(sent).toMatchObject({ text: 'quote 1', author: ADA, via: standIn.bot });
    expect(sent.inlineId).toBeDefined();
    const press = standIn.press({ message: sent, person: LI, data: 'page:1' });
    await press.answered();
    await sent.edited();
    expect(sent.text).toBe('page 1');
    expect(standIn.updates.find((update) => update.chosen_inline_result)?.chosen_inline_result).toEqual({
      result_id: '1',
      query: '林业',
      from: expect.objectContaining({ id: ADA.id }),
      inline_message_id: sent.inlineId,
    });
  });

  it('sees what was sent by way of it, without a keyboard under no id', async () => {
    const { results } = await standIn.inline({ person: ADA, query: 'x' });
    const sent = standIn.choose({ result: results[1], chat: GROUP });
    expect(sent.inlineId).toBeUndefined();
    const answer = await standIn.nextMessage({ chat: GROUP, after: sent });
    expect(answer.replied).toBe(sent);
  });

  it('is sent a file, fetches it and sends one back', async () => {
    const result = standIn.sendFile({
      person: LI,
      name: 'note.txt',
      content: 'quiet 内容',
      type: 'text/plain',
    });
    const answer = await result.answered();
    expect(answer.document).toMatchObject({ name: '答复.txt' });
    expect(answer.document?.content.toString()).toBe('QUIET 内容');
    expect(answer.text).toBe('louder');
  });

  it('does not get files over 20 MB', async () => {
    const { message } = standIn.sendFile({
      chat: CHANNEL,
      person: ADA,
      name: 'a.pdf',
      content: '',
      size: 21 * 2 ** 20,
    });
    await expect(bot.telegram.getFile(message.document!.id)).rejects.toThrow('file is too big');
    expect(standIn.violations.splice(0)).toEqual(['getFile: Bad Request: file is too big']);
  });

  it('is asked in a chat that it is not in, and answers once', async () => {
    const guest = standIn.guest({ person: ADA, text: '@stand_in_bot is this quote right?' });
    await standIn.confirmed();
    const answer = { guest_query_id: guest.id, result: article('1', 'It is.') };
    await bot.telegram.callApi('answerGuestQuery' as never, answer as never);
    expect(await guest.answered()).toMatchObject({ text: 'It is.', replied: guest.message });
  });

  it('says how long everything waited', () => {
    const timings = standIn.timings();
    expect(timings.find(({ what }) => what === '/page')?.firstMs).toBeGreaterThan(0);
    expect(timings.find(({ what }) => what === 'the button "page:3"')?.firstMs).toBeGreaterThan(0);
    expect(timings.find(({ what }) => what === 'the inline query "林业"')?.firstMs).toBeGreaterThan(0);
  });

  it('rejects a wait in vain with a sentence', async () => {
    const silent = standIn.say({ chat: GROUP, person: ADA, text: 'just talking' });
    await expect(silent.answered(1, 5)).rejects.toThrow(
      'Answer 1 to "just talking", of which the bot was not told: waited 5 ms in vain',
    );
    await expect(standIn.until(() => undefined, 'Pigs fly', 5)).rejects.toThrow(
      'Pigs fly: waited 5 ms in vain',
    );
  });
});

describe('topics', () => {
  let standIn: Telegram;
  beforeAll(async () => {
    standIn = await start();
    await launch(standIn, prepare);
  });
  afterAll(stop);

  it('have their answers inside of them', async () => {
    const result = standIn.say({ chat: FORUM, person: ADA, thread: TOPIC, text: '/ask@stand_in_bot here' });
    expect(await result.answered()).toMatchObject({ thread: TOPIC, text: 'you asked here' });
    const general = standIn.say({ chat: FORUM, person: ADA, text: '/ask@stand_in_bot there' });
    expect((await general.answered()).thread).toBeUndefined();
    expect(standIn.updates[0].message).toMatchObject({
      is_topic_message: true,
      message_thread_id: TOPIC,
      reply_to_message: { message_id: TOPIC, forum_topic_created: { name: 'Forestry' } },
    });
    expect(standIn.violations).toEqual([]);
  });

  it('must be there', async () => {
    const { status, answer } = await ask(standIn, 'sendMessage', {
      chat_id: FORUM,
      message_thread_id: 99,
      text: 'x',
    });
    expect([status, answer.description]).toEqual([400, 'Bad Request: message thread not found']);
    expect(standIn.violations).toEqual(['sendMessage: Bad Request: message thread not found']);
  });
});

describe('messages of the bot', () => {
  let standIn: Telegram;
  let bot: Telegraf;
  beforeAll(async () => {
    standIn = await start();
    ({ bot } = clientOf(standIn));
    standIn.start({ person: ADA });
    standIn.start({ person: LI });
  });
  afterEach(() => expect(standIn.violations).toEqual([]));
  afterAll(stop);
  const last = () => standIn.messagesIn(ADA.id).at(-1)!;

  it('keep their entities, also those newer than the library', async () => {
    const text = ' 😀 引文 end';
    const entities = [{ type: 'expandable_blockquote', offset: 4, length: 2 }];
    await bot.telegram.sendMessage(ADA.id, text, { entities: entities as never });
    expect(last().text).toBe('😀 引文 end');
    expect(last().marked('expandable_blockquote')).toEqual(['引文']);
  });

  it('are read from HTML', async () => {
    const html =
      '<b>标题 <i>x</i></b> &lt;a&gt; <blockquote expandable>引文</blockquote><a href="https://example.org/?a=1&amp;b=2">p. 3</a>';
    await bot.telegram.sendMessage(ADA.id, html, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    });
    expect(last().text).toBe('标题 x <a> 引文p. 3');
    expect(last().entities).toEqual([
      { type: 'bold', offset: 0, length: 4 },
      { type: 'italic', offset: 3, length: 1 },
      { type: 'expandable_blockquote', offset: 9, length: 2 },
      { type: 'text_link', offset: 11, length: 4, url: 'https://example.org/?a=1&b=2' },
    ]);
  });

  it('quote what they reply to', async () => {
    const { message } = standIn.say({ person: ADA, text: '其中，林业局未按规定' });
    await bot.telegram.sendMessage(ADA.id, 'this?', {
      reply_parameters: { message_id: message.id, quote: '林业局' },
    });
    expect(last()).toMatchObject({ replied: message, quote: { text: '林业局', position: 3 } });
    const lost = { message_id: 9999, allow_sending_without_reply: true };
    await bot.telegram.sendMessage(ADA.id, 'lost', { reply_parameters: lost });
    expect(last().replied).toBeUndefined();
  });

  it('are edited, lose their keyboard if it is not sent again, are deleted', async () => {
    const { message_id } = await bot.telegram.sendMessage(ADA.id, 'one', KEYBOARD);
    const message = last();
    await bot.telegram.editMessageReplyMarkup(ADA.id, message_id, undefined, { inline_keyboard: [] });
    expect([message.text, message.buttons.length]).toEqual(['one', 0]);
    await bot.telegram.editMessageText(ADA.id, message_id, undefined, 'two', KEYBOARD);
    await bot.telegram.editMessageText(ADA.id, message_id, undefined, 'three');
    expect([message.text, message.buttons.length]).toEqual(['three', 0]);
    await bot.telegram.deleteMessage(ADA.id, message_id);
    expect((await message.gone()).deleted).toBe(true);
    expect(standIn.messagesIn(ADA.id)).not.toContain(message);
  });

  it('are forwarded and copied, silently or not', async () => {
    const { message } = standIn.say({ person: ADA, text: 'pass it on' });
    await bot.telegram.forwardMessage(LI.id, ADA.id, message.id, { disable_notification: true });
    const [forwarded] = standIn.messagesIn(LI.id).slice(-1);
    expect(forwarded).toMatchObject({ text: 'pass it on', origin: message, silent: true });
    const copied = await bot.telegram.copyMessage(LI.id, ADA.id, message.id);
    expect(standIn.messagesIn(LI.id).at(-1)).toMatchObject({ id: copied.message_id, text: 'pass it on' });
  });

  it('may be sent to a public name, and be reacted to', async () => {
    await bot.telegram.sendMessage('@town_news', 'news');
    const [post] = standIn.messagesIn(CHANNEL).slice(-1);
    await bot.telegram.setMessageReaction(CHANNEL, post.id, [{ type: 'emoji', emoji: '👍' }]);
    expect(post.reactions).toEqual(['👍']);
  });

  it('come as forms too', async () => {
    const form = new URLSearchParams({
      chat_id: String(ADA.id),
      text: 'a form',
      reply_markup: JSON.stringify(KEYBOARD.reply_markup),
      disable_notification: 'true',
    });
    const response = await fetch(`${standIn.apiRoot}/bot${standIn.token}/SENDMESSAGE`, {
      method: 'POST',
      body: form,
    });
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'a form' } });
    expect(last()).toMatchObject({ silent: true, keyboard: KEYBOARD.reply_markup.inline_keyboard });
    const file = new FormData();
    file.set('chat_id', String(ADA.id));
    file.set('document', 'attach://paper');
    file.set('paper', new Blob(['text']), 'paper.txt');
    await fetch(`${standIn.apiRoot}/bot${standIn.token}/sendDocument`, { method: 'POST', body: file });
    expect(last().document).toMatchObject({ name: 'paper.txt', size: 4 });
  });

  it('are numbered as Telegram numbers them: each supergroup for itself', async () => {
    const ids = async (chat: number) => (await bot.telegram.sendMessage(chat, 'x')).message_id;
    const [inPrivate, inOther, inForum] = [await ids(ADA.id), await ids(LI.id), await ids(FORUM)];
    expect(inOther).toBe(inPrivate + 1);
    expect(inForum).toBe(TOPIC + 1);
  });
});

describe('what a bot says about itself', () => {
  it('is offered by scope and language', async () => {
    const standIn = await start();
    const { telegram } = clientOf(standIn).bot;
    const named = (description: string) => [{ command: 'ask', description }];
    await telegram.setMyCommands(named('Ask'));
    await telegram.setMyCommands(named('提问'), { language_code: 'zh' });
    await telegram.setMyCommands(named('In groups'), { scope: { type: 'all_group_chats' } });
    await telegram.setMyCommands(named('For admins'), { scope: { type: 'all_chat_administrators' } });
    const offered = (...where: Parameters<Telegram['commandsFor']>) =>
      standIn.commandsFor(...where)[0].description;
    expect([offered(ADA), offered(LI), offered(LI, GROUP), offered(ADA, GROUP)]).toEqual([
      'Ask',
      '提问',
      'In groups',
      'For admins',
    ]);
    expect(await telegram.getMyCommands({ language_code: 'zh' })).toEqual(named('提问'));
    await telegram.deleteMyCommands({ language_code: 'zh' });
    expect(offered(LI)).toBe('Ask');
    await telegram.setMyDescription('Ask reports', undefined);
    await telegram.setMyShortDescription('Ask', 'en');
    expect([...standIn.about]).toEqual([
      ['description:', 'Ask reports'],
      ['short_description:en', 'Ask'],
    ]);
    expect(standIn.violations).toEqual([]);
    await stop();
  });
});
