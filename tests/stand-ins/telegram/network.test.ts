// The stand-in as a bad network and as a strict keeper of limits: what the real client library makes of it.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Input } from 'telegraf';
import { afterEach, describe, expect, it } from 'vitest';
import { ADA, begin, clientOf, failing, GROUP, LI, launch, start, stop } from './clients.ts';
import { RateLimits } from './rate-limits.ts';

afterEach(stop);

describe('a token', () => {
  it('that is wrong opens nothing', async () => {
    const { standIn } = await begin();
    const { bot } = clientOf(standIn, '7000000001:wrong');
    const error = await failing(bot.launch());
    expect(error.response).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    const file = await fetch(`${standIn.apiRoot}/file/botwrong/documents/file-1.txt`, {
      headers: { Connection: 'close' },
    });
    expect(file.status).toBe(401);
    expect(standIn.violations).toEqual(['getMe: Unauthorized']);
  });
});

describe('what goes wrong on purpose', () => {
  it.each([
    [
      { status: 429, retryAfter: 7 },
      { code: 429, parameters: { retry_after: 7 } },
    ],
    [{ status: 500 }, { code: 500, description: 'Internal Server Error' }],
    [{ status: 502 }, { code: 502, description: 'Bad Gateway' }],
    [{ status: 403 }, { code: 403, description: 'Forbidden: bot was blocked by the user' }],
    [
      { status: 400, description: 'Bad Request: chat not found' },
      { description: 'Bad Request: chat not found' },
    ],
    [{ cut: true }, { name: 'FetchError', code: 'ECONNRESET' }],
    [{ cut: 'reset' as const }, { name: 'FetchError', code: 'ECONNRESET' }],
  ])('%j', async (fault, expected) => {
    const { standIn, bot } = await begin();
    standIn.failNext({ ...fault, method: 'sendMessage', times: 2 });
    for (const text of ['one', 'two'])
      expect(await failing(bot.telegram.sendMessage(ADA.id, text))).toMatchObject(expected);
    await bot.telegram.sendMessage(ADA.id, 'three');
    expect(standIn.messagesIn(ADA.id).map(({ text }) => text)).toEqual(['three']);
    expect(standIn.requests.map(({ status }) => status)).toEqual(
      'cut' in fault ? [undefined, undefined, 200] : [fault.status, fault.status, 200],
    );
    expect(standIn.violations).toEqual([]);
  });

  it('may have taken effect', async () => {
    const { standIn, bot } = await begin();
    standIn.failNext({ cut: true, takesEffect: true });
    expect(await failing(bot.telegram.sendMessage(ADA.id, 'unsure'))).toMatchObject({ name: 'FetchError' });
    expect((await standIn.nextMessage({ chat: ADA.id })).text).toBe('unsure');
  });

  it('breaks off in the middle of an answer, which the library does not notice: it needs a signal', async () => {
    const { standIn, bot } = await begin();
    standIn.failNext({ cut: 'midway', times: 2 });
    const url = `${standIn.apiRoot}/bot${standIn.token}/getMe`;
    await expect(fetch(url).then((response) => response.json())).rejects.toThrow();
    const control = new AbortController();
    const sent = bot.telegram.callApi(
      'sendMessage',
      { chat_id: ADA.id, text: 'half' },
      { signal: control.signal as never },
    );
    await standIn.nextMessage({ chat: ADA.id });
    control.abort();
    expect(await failing(sent)).toMatchObject({ name: 'AbortError' });
  });

  it('leaves the poll alone unless it is named, and is survived by it', async () => {
    const standIn = await start();
    await launch(standIn, (bot) => bot.on('message', (ctx) => ctx.reply('here')));
    standIn.failNext({ status: 500 });
    standIn.failNext({ method: 'getUpdates', status: 429, retryAfter: 0.01 });
    const lost = standIn.say({ person: ADA, text: 'lost' });
    const polls = standIn.polls;
    await standIn.polled(polls + 1);
    const result = standIn.say({ person: LI, text: 'again' });
    expect((await result.answered()).text).toBe('here');
    expect(lost.answers).toEqual([]);
  });

  it('ends a poll with a conflict', async () => {
    const standIn = await start();
    const { ended } = await launch(standIn);
    standIn.interruptPoll();
    expect(await failing(ended)).toMatchObject({ code: 409 });
  });

  it('shows where the library lets the token out: behind a proxy that answers without JSON', async () => {
    const { standIn, bot } = await begin();
    standIn.failNext({ status: 413, body: '<html>' });
    expect((await failing(bot.telegram.sendMessage(ADA.id, 'x'))).message).toContain(standIn.token);
    standIn.failNext({ cut: true });
    expect((await failing(bot.telegram.sendMessage(ADA.id, 'x'))).message).not.toContain(standIn.token);
  });
});

describe('limits on how often', () => {
  it('are a burst and then one a second for a chat, twenty a minute for a group, thirty a second for all', () => {
    let now = 0;
    const limits = new RateLimits({}, () => now);
    const take = (chat: number, edit = false) => limits.take({ chat, group: chat < 0, edit });
    expect([1, 2, 3, 4].map(() => take(7))).toEqual([undefined, undefined, undefined, undefined]);
    expect(take(7)).toBe(1);
    expect(take(7, true)).toBe(1);
    now += 1000;
    expect([take(7), take(7)]).toEqual([undefined, 1]);
    for (let sent = 0; sent < 20; sent += 1, now += 1000) expect(take(-5)).toBeUndefined();
    expect(take(-5)).toBe(40);
    for (let chat = 100; chat < 130; chat += 1) expect(take(chat)).toBeUndefined();
    expect(take(130)).toBe(1);
  });

  it('reach the client, and end', async () => {
    let now = 1_700_000_000_000;
    const { standIn, bot } = await begin({ rateLimits: { chatBurst: 1 }, now: () => now });
    await bot.telegram.sendMessage(ADA.id, 'one');
    expect(await failing(bot.telegram.sendMessage(ADA.id, 'two'))).toMatchObject({
      code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    await bot.telegram.sendMessage(GROUP, 'elsewhere');
    now += 1000;
    await bot.telegram.sendMessage(ADA.id, 'two');
    expect(standIn.violations).toEqual([]);
  });

  it('last as long as a test wants', async () => {
    const { bot } = await begin({ rateLimits: { chatBurst: 1, secondMs: 10 }, now: () => 0 });
    await bot.telegram.sendMessage(ADA.id, 'one');
    const error = await failing(bot.telegram.sendMessage(ADA.id, 'two'));
    expect(error.parameters).toEqual({ retry_after: 0.01 });
  });
});

describe('what the library loses', () => {
  it('is what a message with a file replies to', async () => {
    const { standIn, bot } = await begin();
    const { message } = standIn.say({ person: ADA, text: 'which?' });
    const reply_parameters = { message_id: message.id };
    const file = () => Input.fromBuffer(Buffer.from('x'), 'a.txt');
    await bot.telegram.sendDocument(ADA.id, file(), { reply_parameters });
    expect((await standIn.nextMessage({ chat: ADA.id })).replied).toBeUndefined();
    await bot.telegram.sendDocument(ADA.id, file(), {
      reply_parameters: JSON.stringify(reply_parameters) as never,
    });
    expect((await standIn.nextMessage({ chat: ADA.id })).replied).toBe(message);
    expect(standIn.violations).toEqual([]);
  });
});

describe('a stand-in that is closed', () => {
  it('leaves nothing open', async () => {
    const program = `
      import { Telegraf } from 'telegraf';
      import { startTelegram } from '${path.join(import.meta.dirname, 'index.ts')}';
      const standIn = await startTelegram();
      const bot = new Telegraf(standIn.token, { telegram: { apiRoot: standIn.apiRoot } });
      bot.on('message', (ctx) => ctx.reply('hello'));
      const ended = bot.launch();
      await standIn.polled();
      await standIn.say({ person: { id: 1, first_name: 'A' }, text: 'hi' }).answered();
      standIn.until(() => undefined, 'Never').catch((error) => console.log(error.message));
      bot.stop();
      await ended;
      await standIn.close();`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: path.join(import.meta.dirname, '..', '..', '..'),
      timeout: 10_000,
    });
    await expect(run).resolves.toMatchObject({ stdout: 'Never: the stand-in was closed\n', stderr: '' });
  });
});
