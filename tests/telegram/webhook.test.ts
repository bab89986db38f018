// Updates by webhook: what the server accepts, and the adapter behind it with the real client.
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { ALLOWED_UPDATES, type Update } from '../../adapters/telegram/api.ts';
import { listen, type Webhook } from '../../adapters/telegram/updates/webhook.ts';
import type { ChatStore } from '../../src/chat/index.ts';
import type { Log } from '../../src/log.ts';
import { memoryStore } from '../../src/store/index.ts';
import {
  type Person,
  startTelegram,
  type Telegram,
  type TelegramOptions,
} from '../stand-ins/telegram/index.ts';
import { stateFolder } from '../store/state-folder.ts';
import { type PlainBot, startPlainBot } from './plain-bot.ts';

const SECRET = 'correct-horse_battery';
const PATH = '/telegram/updates';
const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token';
const MEGABYTE = 1024 * 1024;
const UPDATE = { update_id: 7, message: { message_id: 1 } };

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Entered {
  webhook: Webhook;
  updates: Update[];
  logged: string[];
  details: object[];
}

async function open(timeoutMs?: number, host?: string): Promise<Entered> {
  const updates: Update[] = [];
  const logged: string[] = [];
  const details: object[] = [];
  const note = (detail: object, message: string) => {
    details.push(detail);
    logged.push(message);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const entrance = { port: 0, path: PATH, secret: SECRET, log, ...(timeoutMs ? { timeoutMs } : {}) };
  const webhook = await listen({ ...entrance, ...(host ? { host } : {}) }, (update) => updates.push(update));
  cleanUps.push(() => webhook.close());
  return { webhook, updates, logged, details };
}

interface Asked {
  method?: string;
  path?: string;
  secret?: string | undefined;
  body?: string | Buffer;
}

/** Asks as Telegram does, on a connection of its own. */
async function ask(port: number, { method = 'POST', path = PATH, secret = SECRET, body }: Asked = {}) {
  const headers = { Connection: 'close', ...(secret === '' ? {} : { [SECRET_HEADER]: secret }) };
  const url = `http://127.0.0.1:${port}${path}`;
  const content = method === 'GET' ? {} : { body: (body ?? JSON.stringify(UPDATE)) as string };
  return (await fetch(url, { method, headers, ...content })).status;
}

/** A request written by hand; resolves with all that is answered until the connection ends. */
async function raw(port: number, ...pieces: (string | Buffer)[]): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  cleanUps.push(() => socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  for (const piece of pieces) socket.write(piece);
  let answer = '';
  socket.setEncoding('utf8').on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  return answer;
}

const head = (...headers: string[]) =>
  [`POST ${PATH} HTTP/1.1`, 'Host: bot', `${SECRET_HEADER}: ${SECRET}`, ...headers, '', ''].join('\r\n');

describe('the entrance for updates', () => {
  it('lets in what carries the secret, and hands it on once', async () => {
    const { webhook, updates } = await open();
    expect(await ask(webhook.port)).toBe(200);
    expect(updates).toEqual([UPDATE]);
  });

  it('takes the path with a query behind it', async () => {
    const { webhook } = await open();
    expect(await ask(webhook.port, { path: `${PATH}?from=proxy` })).toBe(200);
  });

  it.each([
    ['no secret', ''],
    ['another one', 'wrong'],
    ['one of the same length', SECRET.replace('c', 'k')],
    ['its beginning', SECRET.slice(0, -1)],
    ['more than it', `${SECRET}x`],
    ['it in other letters', SECRET.toUpperCase()],
  ])('turns away %s', async (_, secret) => {
    const { webhook, updates } = await open();
    expect(await ask(webhook.port, { secret })).toBe(401);
    expect(updates).toEqual([]);
  });

  it('turns away a secret that is given twice', async () => {
    const { webhook, updates } = await open();
    const twice = head('Connection: close', `${SECRET_HEADER}: ${SECRET}`, 'Content-Length: 0');
    expect(await raw(webhook.port, twice)).toMatch(/^HTTP\/1\.1 401 /);
    expect(updates).toEqual([]);
  });

  it.each([
    ['GET', PATH],
    ['PUT', PATH],
    ['POST', '/'],
    ['POST', `${PATH}/`],
    ['POST', '/telegram'],
    ['GET', '/.env'],
  ])('knows nothing about %s %s', async (method, path) => {
    const { webhook, updates } = await open();
    expect(await ask(webhook.port, { method, path })).toBe(404);
    expect(updates).toEqual([]);
  });

  it.each(
    [
      [
        '',
        '{',
        'null',
        '[]',
        '7',
        '"update_id"',
        '{}',
        '{"update_id":"7"}',
        '{"update_id":1.5}',
        '\u{0}',
        '<xml/>',
      ],
    ].flat(),
  )('does not understand %j', async (body) => {
    const { webhook, updates } = await open();
    expect(await ask(webhook.port, { body })).toBe(400);
    expect(updates).toEqual([]);
  });

  it('takes a megabyte and not a byte more', async () => {
    const { webhook, updates } = await open();
    const start = '{"update_id":8,"padding":"';
    const filled = (bytes: number) => `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    expect(await ask(webhook.port, { body: filled(MEGABYTE) })).toBe(200);
    const tooLong = head('Connection: close', `Content-Length: ${MEGABYTE + 1}`);
    expect(await raw(webhook.port, tooLong)).toMatch(/^HTTP\/1\.1 413 /);
    expect(updates).toHaveLength(1);
  });

  it('stops reading a chunked body after a megabyte, with a status', async () => {
    const { webhook, updates, logged } = await open();
    const piece = Buffer.alloc(64 * 1024, 'x');
    const chunk = Buffer.concat([
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]);
    const pieces = Array.from({ length: 17 }, () => chunk);
    const answer = await raw(webhook.port, head('Transfer-Encoding: chunked'), ...pieces);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/^connection: close/im);
    expect(updates).toEqual([]);
    expect(logged).toEqual([]);
    expect(await ask(webhook.port)).toBe(200);
  });

  it('does not read the body of a stranger', async () => {
    const { webhook } = await open();
    const stranger = head('Content-Length: 999999999').replace(SECRET, 'wrong');
    const socket = net.connect(webhook.port, '127.0.0.1');
    cleanUps.push(() => socket.destroy());
    socket.write(stranger);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('does not wait for a slow body', async () => {
    const { webhook, updates, logged } = await open(200);
    const answer = await raw(webhook.port, head('Content-Length: 100'), '{"update_id":');
    expect(answer).toMatch(/^(?:HTTP\/1\.1 408 [\s\S]*)?$/);
    expect(updates).toEqual([]);
    expect(logged).toEqual(['a webhook request broke off']);
  });

  it('does not wait for slow headers', async () => {
    const { webhook } = await open(200);
    expect(await raw(webhook.port, `POST ${PATH} HTTP/1.1\r\nHost: b`)).toMatch(
      /^(?:HTTP\/1\.1 408 [\s\S]*)?$/,
    );
  });

  it('survives a connection that is broken in the middle', async () => {
    const { webhook, updates, logged } = await open();
    const socket = net.connect(webhook.port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(head('Content-Length: 100', 'Expect: 100-continue'));
    await once(socket, 'data'); // the server is reading
    socket.resetAndDestroy();
    while (logged.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(logged).toEqual(['a webhook request broke off']);
    expect(await ask(webhook.port)).toBe(200);
    expect(updates).toHaveLength(1);
  });

  it.each<[string, string | undefined, boolean]>([
    ['nobody but this machine under its own address', undefined, false],
    ['whoever is let in by TELEGRAM_WEBHOOK_HOST', '0.0.0.0', true],
  ])('is reached by %s', async (_, host, isReached) => {
    const { webhook, updates } = await open(undefined, host);
    const headers = { Connection: 'close', [SECRET_HEADER]: SECRET };
    const url = `http://127.0.0.2:${webhook.port}${PATH}`; // another address of this machine
    const asked = fetch(url, { method: 'POST', headers, body: JSON.stringify(UPDATE) });
    if (isReached) expect((await asked).status).toBe(200);
    else await expect(asked).rejects.toThrow();
    expect(updates).toHaveLength(isReached ? 1 : 0);
    expect(await ask(webhook.port)).toBe(200);
  });

  it('takes a hundred connections and no more, with a log line', async () => {
    const { webhook, logged } = await open();
    const sockets = Array.from({ length: 130 }, () => net.connect(webhook.port, '127.0.0.1'));
    cleanUps.push(() => sockets.forEach((socket) => void socket.destroy()));
    let ended = 0;
    const enough = new Promise<void>((resolve) => {
      for (const socket of sockets)
        socket
          .on('error', () => {})
          .on('close', () => {
            ended++;
            if (ended === 30) resolve();
          });
    });
    await enough;
    expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(100);
    expect(logged).toEqual(['connections to the webhook were refused: too many are open']);
    const freed = once(sockets.find(({ destroyed }) => !destroyed)!, 'close');
    for (const socket of sockets) socket.destroy();
    await freed;
    await expect.poll(() => ask(webhook.port).catch(() => undefined)).toBe(200);
  });

  it('logs what it refuses, a line for all of a minute, and never what was sent', async () => {
    const { webhook, logged, details } = await open();
    for (let i = 0; i < 20; i++)
      await ask(webhook.port, { secret: `wrong-${i}`, path: i % 2 ? '/private-path' : PATH });
    expect(logged).toEqual(['requests to the webhook without its path or its secret were refused']);
    await webhook.close();
    expect(details).toEqual([
      { requests: 1, status: 401 },
      { requests: 19, status: 404 },
    ]);
    expect(JSON.stringify(details)).not.toMatch(/wrong|private|horse/);
  });

  it('logs bodies that are no updates, and connections that speak no HTTP', async () => {
    const { webhook, logged } = await open();
    for (let i = 0; i < 5; i++) await ask(webhook.port, { body: 'null' });
    expect(await raw(webhook.port, 'SSH-2.0-client\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    await webhook.close();
    expect(logged.sort()).toEqual([
      'connections to the webhook were ended: they speak no HTTP, or too slowly',
      'requests to the webhook that hold no update were refused',
    ]);
  });

  it('closes connections of those who do not know the secret', async () => {
    const { webhook } = await open();
    expect(await raw(webhook.port, head('Content-Length: 0').replace(SECRET, 'wrong'))).toMatch(
      /^HTTP\/1\.1 401 /,
    );
  });

  it('rejects with one sentence where a port is taken', async () => {
    const { webhook } = await open();
    const log = {} as Log;
    const again = listen({ port: webhook.port, path: PATH, secret: SECRET, log }, () => {});
    await expect(again).rejects.toThrow(`Port ${webhook.port} cannot be listened on for Telegram`);
  });

  it('answers a request under way before it closes, and takes no new one', async () => {
    const { webhook, updates } = await open();
    const agent = new http.Agent({ keepAlive: true });
    cleanUps.push(() => agent.destroy());
    const headers = { [SECRET_HEADER]: SECRET, Expect: '100-continue' };
    const request = http.request({ port: webhook.port, path: PATH, method: 'POST', agent, headers });
    request.write('{"update_id":');
    await once(request, 'continue'); // the server is reading
    const before = performance.now();
    const closed = webhook.close();
    await expect(ask(webhook.port)).rejects.toThrow();
    request.end('9}');
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    expect(response.statusCode).toBe(200);
    await text(response);
    await closed;
    expect(performance.now() - before).toBeLessThan(1000);
    expect(updates).toEqual([{ update_id: 9 }]);
  });

  it('does not let a half-open connection keep it from closing', async () => {
    const { webhook } = await open(300);
    const socket = net.connect(webhook.port, '127.0.0.1');
    cleanUps.push(() => socket.destroy());
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(head('Content-Length: 100', 'Expect: 100-continue'));
    await once(socket, 'data');
    const before = performance.now();
    await webhook.close();
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

const LI: Person = { id: 12, first_name: 'Li', language_code: 'zh-hans' };
const QUESTION = '林业局2024年上半年存在哪些问题？';

describe('a bot behind a webhook', () => {
  const state = stateFolder();

  async function startStandIn(options: TelegramOptions = {}): Promise<Telegram> {
    const telegram = await startTelegram({ people: [LI], ...options });
    cleanUps.push(() => telegram.close());
    return telegram;
  }

  /** Telegram has to know the port before the bot listens on it. */
  async function freePort(): Promise<number> {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
  }

  async function start(telegram: Telegram, port: number, store?: ChatStore): Promise<PlainBot> {
    const { token, apiRoot } = telegram;
    const webhook = { url: `http://127.0.0.1:${port}${PATH}`, port, secret: SECRET };
    const bot = await startPlainBot({ token, apiRoot, webhook }, store ?? memoryStore());
    cleanUps.push(() => bot.telegram.stop());
    return bot;
  }

  it('gives Telegram its address, its secret and the kinds of update', async () => {
    const telegram = await startStandIn();
    const port = await freePort();
    await start(telegram, port);
    const [told] = telegram.requests.filter(({ method }) => method === 'setWebhook');
    expect(told.body).toMatchObject({
      url: `http://127.0.0.1:${port}${PATH}`,
      secret_token: SECRET,
      allowed_updates: ALLOWED_UPDATES,
    });
    expect(telegram.requests.filter(({ method }) => method === 'getUpdates')).toEqual([]);
    expect(telegram.violations).toEqual([]);
  });

  it('answers what is delivered to it', async () => {
    const telegram = await startStandIn();
    const { logged } = await start(telegram, await freePort());
    const answer = await telegram.say({ person: LI, text: QUESTION }).answered();
    expect(answer.text).toContain('林业');
    expect(telegram.deliveries).toEqual([{ update: expect.any(Number), status: 200 }]);
    expect(logged.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
    expect(telegram.violations).toEqual([]);
  });

  it('takes note of an update before its answer is made, so that it is not delivered again', async () => {
    const telegram = await startStandIn({ webhookTimeoutMs: 300, webhookRetryMs: 20 });
    await start(telegram, await freePort());
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter: 1 });
    const result = telegram.say({ person: LI, text: QUESTION });
    await telegram.until(() => telegram.deliveries[0], 'A delivery');
    expect(result.answers).toEqual([]);
    await result.answered();
    expect(telegram.deliveries).toEqual([{ update: expect.any(Number), status: 200 }]);
  });

  it('answers an update once that is delivered twice, even after a restart', async () => {
    const telegram = await startStandIn();
    const port = await freePort();
    const file = state.file();
    const { telegram: first } = await start(telegram, port, await state.open(file));
    const result = telegram.say({ person: LI, text: QUESTION });
    await result.answered();
    const again = JSON.stringify(telegram.updates.at(-1));
    expect(await ask(port, { body: again })).toBe(200);
    await first.stop();
    await start(telegram, port, await state.open(file));
    expect(await ask(port, { body: again })).toBe(200);
    const next = telegram.say({ person: LI, text: '/help' });
    await next.answered();
    expect(result.answers).toHaveLength(1);
    expect(next.answers).toHaveLength(1);
    expect(telegram.messagesIn(telegram.privateChat(LI))).toHaveLength(4);
  });

  it('takes note of updates that cannot be read, and answers the next', async () => {
    const telegram = await startStandIn();
    const port = await freePort();
    const { logged } = await start(telegram, port);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const bodies = [
      '{"update_id":1,"message":null}',
      '{"update_id":2,"message":{"chat":{"id":"x"}}}',
      '{"update_id":3,"message":{"message_id":1e308,"date":1,"chat":{"id":1,"type":"private"}}}',
      `{"update_id":4,"message":${deep}}`,
      `{"update_id":5,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"reply_to_message":${deep}}}`,
      '{"update_id":6,"callback_query":{"id":7,"from":null}}',
      '{"update_id":7,"something_new":{}}',
      '{"update_id":8,"__proto__":{"message":{}}}',
      '{"update_id":9007199254740991}',
    ];
    for (const body of bodies) expect(await ask(port, { body })).toBe(200);
    await telegram.say({ person: LI, text: QUESTION }).answered();
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    expect(logged.filter(({ message }) => /cannot be read/.test(message))).toHaveLength(1);
  });

  it('gets later what was written while it was down', async () => {
    const telegram = await startStandIn({ webhookRetryMs: 20 });
    const port = await freePort();
    const { telegram: first } = await start(telegram, port);
    await first.stop();
    const result = telegram.say({ person: LI, text: QUESTION });
    await telegram.until(() => telegram.deliveries[0], 'A delivery in vain');
    await start(telegram, port);
    await result.answered();
    expect(telegram.deliveries[0].status).toBeUndefined();
    expect(telegram.deliveries.at(-1)?.status).toBe(200);
  });

  it('finishes its answers before it has stopped', async () => {
    const telegram = await startStandIn();
    const bot = await start(telegram, await freePort());
    telegram.failNext({ method: 'sendMessage', status: 500 });
    const result = telegram.say({ person: LI, text: QUESTION });
    await telegram.until(() => telegram.deliveries[0], 'A delivery');
    await bot.telegram.stop();
    expect(result.answers).toHaveLength(1);
  });

  it('leaves no server behind where Telegram does not take its address', async () => {
    const telegram = await startStandIn();
    const port = await freePort();
    telegram.failNext({ method: 'setWebhook', status: 400, description: 'Bad Request: bad webhook' });
    await expect(start(telegram, port)).rejects.toThrow('bad webhook');
    await expect(ask(port)).rejects.toThrow();
  });

  it('does away with the webhook when it is started without one', async () => {
    const telegram = await startStandIn();
    const { telegram: first } = await start(telegram, await freePort());
    await first.stop();
    const { token, apiRoot } = telegram;
    const bot = await startPlainBot({ token, apiRoot });
    cleanUps.push(() => bot.telegram.stop());
    await telegram.polled();
    await telegram.say({ person: LI, text: QUESTION }).answered();
    expect(telegram.violations).toEqual([]);
  });
});
