// How updates reach the bot: by polling, raw and unhurried, and by webhooks of the real client library.
import type http from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Waits } from '../discord/waits.ts';
import { ADA, ask, begin, failing, LI, serve, start, stop } from './clients.ts';
import type { Telegram } from './index.ts';
import { Polling } from './polling.ts';
import { Updates } from './updates.ts';

afterEach(stop);

describe('polling', () => {
  const poll = (standIn: Telegram, body: object) =>
    ask(standIn, 'getUpdates', body).then(
      ({ answer }) => answer.result as { update_id: number; message?: { text: string } }[],
    );
  const texts = (updates: { message?: { text: string } }[]) => updates.map(({ message }) => message?.text);

  it('keeps updates until they are confirmed', async () => {
    const standIn = await start();
    for (const text of ['1', '2', '3']) standIn.say({ person: ADA, text });
    const [first] = await poll(standIn, { limit: 1 });
    expect(texts(await poll(standIn, {}))).toEqual(['1', '2', '3']);
    expect(texts(await poll(standIn, { offset: first.update_id + 1 }))).toEqual(['2', '3']);
    expect(texts(await poll(standIn, { offset: -1 }))).toEqual(['3']);
    expect(standIn.pending).toBe(1);
  });

  it('waits for nothing not longer than it was asked to', async () => {
    vi.useFakeTimers();
    const polling = new Polling(new Updates(() => {}), new Waits());
    const polled = polling.poll({ timeout: 5 }, new AbortController().signal);
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    expect(await polled).toEqual([]);
  });

  it('waits for what comes', async () => {
    const standIn = await start();
    const waiting = poll(standIn, { timeout: 50 });
    await standIn.polled();
    standIn.say({ person: ADA, text: 'now' });
    const [update] = await waiting;
    expect(texts([update])).toEqual(['now']);
    expect(await poll(standIn, { offset: update.update_id + 1 })).toEqual([]);
  });

  it('is for one: who comes later ends who waits', async () => {
    const standIn = await start();
    const one = ask(standIn, 'getUpdates', { timeout: 50 });
    await standIn.polled();
    const two = poll(standIn, { timeout: 50 });
    expect(await one).toMatchObject({ status: 409, answer: { error_code: 409 } });
    standIn.say({ person: ADA, text: 'for two' });
    expect(texts(await two)).toEqual(['for two']);
  });

  it('delivers only the requested kinds', async () => {
    const standIn = await start();
    await poll(standIn, { allowed_updates: ['message'] });
    standIn.start({ person: ADA });
    standIn.block({ person: ADA });
    expect(standIn.updates).toHaveLength(1);
    await poll(standIn, { allowed_updates: [] });
    standIn.unblock({ person: ADA });
    expect(Object.keys(standIn.updates[1])).toEqual(['update_id', 'my_chat_member']);
  });

  it('drops what waited where a bot wants that', async () => {
    const { standIn, bot } = await begin();
    standIn.say({ person: ADA, text: 'too late' });
    await bot.telegram.deleteWebhook({ drop_pending_updates: true });
    expect(standIn.pending).toBe(0);
  });
});

describe('a webhook', () => {
  const SECRET = 'only-from-telegram_1';

  it('is delivered to with the secret', async () => {
    const { standIn, bot } = await begin();
    bot.on('message', (ctx) => ctx.reply(`webhook: ${ctx.text}`));
    const url = await serve(bot.webhookCallback('/hook', { secretToken: SECRET }));
    await bot.telegram.setWebhook(`${url}/hook`, { secret_token: SECRET });
    const result = standIn.say({ person: ADA, text: 'hello' });
    expect((await result.answered()).text).toBe('webhook: hello');
    await standIn.confirmed();
    expect(await bot.telegram.getWebhookInfo()).toMatchObject({
      url: `${url}/hook`,
      pending_update_count: 0,
    });
    expect(standIn.deliveries).toEqual([{ update: expect.any(Number), status: 200 }]);
    expect(await failing(bot.telegram.callApi('getUpdates', {}))).toMatchObject({
      code: 409,
      description: expect.stringContaining("can't use getUpdates method while webhook is active"),
    });
    expect(standIn.violations).toEqual([]);
  });

  it('is not opened by a wrong secret, and tried again', async () => {
    const { standIn, bot } = await begin({ webhookRetryMs: 1 });
    const url = await serve(bot.webhookCallback('/', { secretToken: SECRET }));
    standIn.say({ person: ADA, text: 'hello?' });
    await bot.telegram.setWebhook(url, { secret_token: 'another' });
    await standIn.until(() => standIn.deliveries[1], 'Delivered twice');
    expect(standIn.deliveries.slice(0, 2).map(({ status }) => status)).toEqual([403, 403]);
    expect(await bot.telegram.getWebhookInfo()).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 403 Forbidden',
      pending_update_count: 1,
    });
    await bot.telegram.setWebhook(url, { secret_token: SECRET });
    await standIn.confirmed();
  });

  it('gets the updates of a chat in order, while other chats proceed', async () => {
    const { standIn, bot } = await begin({ webhookRetryMs: 20 });
    const got: string[] = [];
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const { message } = JSON.parse(Buffer.concat(chunks).toString());
        const refused = message.text === 'first' && !got.includes('first (refused)');
        got.push(refused ? 'first (refused)' : message.text);
        response.writeHead(refused ? 500 : 200).end();
      });
    });
    standIn.say({ person: ADA, text: 'first' });
    standIn.say({ person: ADA, text: 'second' });
    standIn.say({ person: LI, text: 'other' });
    await bot.telegram.setWebhook(url);
    await standIn.confirmed();
    expect(got.filter((text) => text !== 'other')).toEqual(['first (refused)', 'first', 'second']);
    expect(got.indexOf('other')).toBeLessThan(got.indexOf('first'));
  });

  it('may answer with a method', async () => {
    const { standIn, bot } = await begin();
    bot.on('callback_query', (ctx) => ctx.answerCbQuery('by the answer'));
    const url = await serve(bot.webhookCallback('/'));
    await bot.telegram.setWebhook(url);
    const keyboard = { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] };
    await bot.telegram.sendMessage(ADA.id, 'press', { reply_markup: keyboard });
    const press = standIn.press({
      message: await standIn.nextMessage({ chat: ADA.id }),
      person: ADA,
      data: 'x',
    });
    expect((await press.answered()).text).toBe('by the answer');
    const answer = () => standIn.requests.find(({ via, status }) => via === 'webhook' && status === 200);
    expect((await standIn.until(answer, 'A method in an answer')).method).toBe('answerCallbackQuery');
  });

  it('may not be asked for everything by its answer', async () => {
    const { standIn, bot } = await begin();
    const url = await serve((_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ method: 'getMe' }));
    });
    await bot.telegram.setWebhook(url);
    standIn.say({ person: ADA, text: 'who are you?' });
    await standIn.until(() => standIn.violations[0], 'A violation');
    expect(standIn.violations).toEqual(['getMe: is not carried out in answer to a delivery']);
  });

  it('has a public address, which a test leads to this machine', async () => {
    let listener: http.RequestListener = () => {};
    const url = await serve((request, response) => listener(request, response));
    const { standIn, bot } = await begin({ webhookRoute: ({ pathname }: URL) => new URL(url + pathname) });
    bot.on('message', (ctx) => ctx.reply('from afar'));
    const hook = { domain: 'bot.example.org', path: '/secret', secret_token: SECRET };
    listener = await bot.createWebhook(hook);
    expect((await standIn.say({ person: ADA, text: 'x' }).answered()).text).toBe('from afar');
  });

  it.each([
    [{ url: 'http://example.org/' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      { url: 'https://example.org:8080/' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [{ url: 'https://example.org/' }, 'bad webhook: Failed to resolve host: Name or service not known'],
    [{ url: 'https://exa mple/' }, 'invalid webhook URL specified'],
    [{ url: 'https://example.org/', secret_token: 'a b' }, 'secret token contains unallowed characters'],
  ])('is refused as %j', async (body, description) => {
    const standIn = await start();
    const { status, answer } = await ask(standIn, 'setWebhook', body);
    expect([status, answer.description]).toEqual([400, `Bad Request: ${description}`]);
    expect(standIn.violations).toHaveLength(1);
  });
});
