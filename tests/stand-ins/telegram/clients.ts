// Real clients connected to the stand-in, for the tests of the stand-in itself.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Telegraf } from 'telegraf';
import {
  type ChatOptions,
  type Person,
  startTelegram,
  type Telegram,
  type TelegramOptions,
} from './index.ts';

export const ADA: Person = { id: 11, first_name: 'Ada', username: 'ada', language_code: 'en' };
export const LI: Person = { id: 12, first_name: 'Li', language_code: 'zh-hans' };
export const OTHER_BOT: Person = { id: 13, first_name: 'Other', username: 'other_bot', is_bot: true };
export const GROUP = -101;
export const FORUM = -1_000_000_000_102;
export const CHANNEL = -1_000_000_000_103;
export const TOPIC = 7;

const CHATS: ChatOptions[] = [
  { id: GROUP, type: 'group', title: 'Town hall', admins: [ADA] },
  { id: FORUM, type: 'supergroup', title: 'Forum', admins: [ADA], topics: [{ id: TOPIC, name: 'Forestry' }] },
  { id: CHANNEL, type: 'channel', title: 'News', username: 'town_news', admins: [ADA] },
];

interface Running {
  standIns: Telegram[];
  bots: { bot: Telegraf; ended: Promise<void> }[];
  servers: http.Server[];
}
const running: Running = { standIns: [], bots: [], servers: [] };

export async function start(options: TelegramOptions = {}): Promise<Telegram> {
  const standIn = await startTelegram({ chats: CHATS, people: [ADA, LI], ...options });
  running.standIns.push(standIn);
  return standIn;
}

/** An unchanged client; errors of handlers are kept instead of ending the test run. */
export function clientOf(standIn: Telegram, token = standIn.token): { bot: Telegraf; errors: unknown[] } {
  const bot = new Telegraf(token, { telegram: { apiRoot: standIn.apiRoot } });
  const errors: unknown[] = [];
  bot.catch((error) => {
    errors.push(error);
  });
  return { bot, errors };
}

/** A stand-in with a person who has started the bot, and a client. */
export async function begin(options: TelegramOptions = {}) {
  const standIn = await start({ started: [ADA], ...options });
  return { standIn, ...clientOf(standIn) };
}

/** What a request is refused with; undefined where it is not. */
export const failing = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => error,
  );

/** A client that polls. `ended` settles when it stops. */
export async function launch(
  standIn: Telegram,
  prepare: (bot: Telegraf) => void = () => {},
  allowedUpdates?: Parameters<Telegraf['launch']>[0]['allowedUpdates'],
) {
  const { bot, errors } = clientOf(standIn);
  prepare(bot);
  const polling = standIn.polled(standIn.polls + 1);
  const ended = bot.launch(allowedUpdates ? { allowedUpdates } : {});
  ended.catch(() => {}); // whoever cares looks at it
  running.bots.push({ bot, ended });
  await Promise.race([polling, ended]);
  return { bot, errors, ended };
}

/** A server of the bot's own on this machine, for webhooks. */
export async function serve(listener: http.RequestListener): Promise<string> {
  const server = http.createServer(listener);
  running.servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface RawAnswer {
  ok: boolean;
  description?: string;
  result?: unknown;
  parameters?: object;
}

/** Raw requests, as no client library would make them. */
export async function ask(
  standIn: Telegram,
  method: string,
  body: object = {},
  token = standIn.token,
): Promise<{ status: number; answer: RawAnswer }> {
  const response = await fetch(`${standIn.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as RawAnswer };
}

/** Ends all clients, servers and stand-ins that were started here. */
export async function stop(): Promise<void> {
  for (const { bot, ended } of running.bots.splice(0)) {
    try {
      bot.stop();
    } catch {
      // it has stopped already
    }
    await ended.catch(() => {});
  }
  for (const server of running.servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await Promise.all(running.standIns.splice(0).map((standIn) => standIn.close()));
}
