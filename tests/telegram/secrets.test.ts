// Tokens appear nowhere; refusals end in one sentence; failures are reported with a code.

import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import type { Fault } from '../stand-ins/telegram/index.ts';
import { type Bot, type BotOptions, GROUP, LI, startBot, startStandIn, stopAll } from './bot.ts';
import { button } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';

afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

/** All that an operator can read of a thing: its log line, its stack, its causes. */
function readable(...things: unknown[]): string {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  for (const thing of things) log.error(thing instanceof Error ? { err: thing } : (thing as object), 'x');
  const causes = (error: unknown): string =>
    error instanceof Error ? `${error.stack}${causes(error.cause)}${JSON.stringify(error)}` : '';
  return lines.join('') + things.map(causes).join('');
}

async function startError(options: BotOptions): Promise<unknown> {
  try {
    await startBot(options);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a token', () => {
  it.each(['7000000001:wrong-token', 'wrong', 'wr ong'])(
    'that Telegram does not know ends the start with one sentence: %s',
    async (token) => {
      const standIn = await startStandIn();
      const error = await startError({ standIn, token });
      expect(String(error)).toMatch(/does not accept TELEGRAM_TOKEN/);
      expect(readable(error)).not.toContain(token);
      expect(new Set(standIn.violations.splice(0))).toEqual(new Set(['getMe: Unauthorized']));
    },
  );

  it.each(['7000000001:hush-hush', 'hush-hush', 'hush hush'])(
    'is not in the error where Telegram cannot be reached: %s',
    async (token) => {
      const error = await startError({ token, apiRoot: 'http://127.0.0.1:1' });
      expect(error).toBeInstanceOf(Error);
      expect(readable(error)).not.toMatch(/hush/);
      expect(readable(error)).toContain('ECONNREFUSED');
    },
  );

  it('is not in the error where a proxy answers with a page', async () => {
    const standIn = await startStandIn();
    standIn.failNext({ method: 'getMe', status: 403, body: '<html>' });
    const error = await startError({ standIn });
    expect(readable(error)).not.toContain(standIn.token);
    expect(readable(error)).not.toContain(standIn.token.split(':')[1]);
  });

  it('is in no line of the log, whatever fails', async () => {
    const bot = await startBot();
    const { standIn } = bot;
    const page = { status: 403, body: '<html>', times: 2 };
    standIn.failNext({ method: 'getUpdates', ...page });
    for (const method of ['sendMessage', 'answerCallbackQuery', 'getChatAdministrators', 'answerInlineQuery'])
      standIn.failNext({ method, ...page });
    standIn.say({ chat: GROUP, person: LI, text: '/settings@stand_in_bot' });
    const answer = await standIn.say({ person: LI, text: PROBLEMS }).answered();
    await standIn.inline({ person: LI, query: '林业', timeoutMs: 100 }).catch(() => {});
    standIn.press({ message: answer, person: LI, data: button(answer, TEXTS.zh.helpful()) });
    standIn.failNext({ method: 'sendMessage', status: 400, description: 'Bad Request: something new' });
    standIn.say({ person: LI, text: PROBLEMS });
    await bot.finish();
    expect(bot.logged.length).toBeGreaterThan(1);
    expect(readable(...bot.logged.map(({ details }) => details))).not.toContain('stand-in-token');
    expect(readable(...bot.logged.map(({ details }) => details))).not.toContain('林业局');
  });

  it('nor is the secret of the webhook where Telegram does not take it', async () => {
    const standIn = await startStandIn();
    const webhook = { url: 'ftp://127.0.0.1/hook', port: 0, secret: 'very-secret' };
    const error = await startError({ standIn, webhook });
    expect(error).toBeInstanceOf(Error);
    expect(readable(error)).not.toContain('very-secret');
    standIn.violations.length = 0; // such an address is the operator's mistake
  });
});

describe('a refusal while the bot runs', () => {
  const WEBHOOK_SET =
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

  it.each<[string, { status: number; description?: string }, RegExp]>([
    ['401', { status: 401 }, /does not accept TELEGRAM_TOKEN/],
    ['404', { status: 404 }, /does not accept TELEGRAM_TOKEN/],
    ['409 of another poller', { status: 409 }, /Another process is already asking/],
    [
      '409 of a webhook',
      { status: 409, description: WEBHOOK_SET },
      /to a webhook that another process has set/,
    ],
  ])('that stays ends it with one sentence: %s', async (_, fault, sentence) => {
    const bot = await startBot();
    bot.standIn.failNext({ method: 'getUpdates', times: 1000, ...fault });
    bot.standIn.say({ person: LI, text: '/help' });
    expect(await bot.adapter!.ended).toMatch(sentence);
    expect(bot.lines('error')).toEqual([]);
    await bot.stop();
  });

  it.each<[string, Fault]>([
    ['a 401', { status: 401 }],
    ['a 404', { status: 404, times: 2 }],
    ['a 403', { status: 403 }],
    ['a 409 for a minute, of another poller', { status: 409, times: 6 }],
    ['a 409 for a minute, of a webhook', { status: 409, times: 6, description: WEBHOOK_SET }],
    [
      'a 429 without a time',
      { status: 429, body: '{"ok":false,"error_code":429,"description":"Too Many Requests"}' },
    ],
  ])('that passes does not: %s', async (_, fault) => {
    const bot = await startBot();
    bot.standIn.failNext({ method: 'getUpdates', ...fault });
    const result = bot.standIn.say({ person: LI, text: '/help' });
    await result.answered();
    await bot.standIn.say({ person: LI, text: '/privacy' }).answered();
    expect(bot.lines('warn')).toHaveLength(1);
    expect(bot.lines('error')).toEqual([]);
  });

  it('by a second instance that begins to ask and ends is lived through', async () => {
    const bot = await startBot();
    bot.standIn.interruptPoll();
    await bot.standIn.say({ person: LI, text: '/help' }).answered();
    expect(bot.lines('warn')).toEqual([expect.stringMatching(/^Another process is asking/)]);
  });

  it('is reported as what it is: a webhook that was set', async () => {
    const bot = await startBot();
    bot.standIn.failNext({ method: 'getUpdates', status: 409, description: WEBHOOK_SET });
    await bot.standIn.say({ person: LI, text: '/help' }).answered();
    expect(bot.lines('warn')).toEqual([expect.stringMatching(/to a webhook that was set after the start/)]);
    expect(bot.standIn.requests.filter(({ method }) => method === 'deleteWebhook')).toHaveLength(1);
  });
});

describe('a refusal at the start', () => {
  it.each(['getMe', 'deleteWebhook'])('that passes is asked about again: %s', async (method) => {
    for (const fault of [
      { status: 401 },
      { status: 404 },
      { status: 409 },
      { status: 200, body: '{"ok":true}' },
    ]) {
      if (method === 'deleteWebhook' && fault.status === 200) continue; // its result tells nothing
      const standIn = await startStandIn();
      standIn.failNext({ method, ...fault });
      const bot = await startBot({ standIn });
      await standIn.say({ person: LI, text: '/help' }).answered();
      expect(bot.lines('error')).toEqual([]);
    }
  });

  it('of the address for updates is asked about again, and believed when it stays', async () => {
    const standIn = await startStandIn();
    const webhook = { url: 'http://127.0.0.1:1/hook', port: 0, secret: 'secret' };
    standIn.failNext({ method: 'setWebhook', status: 404 });
    await (await startBot({ standIn, webhook })).stop();
    standIn.failNext({ method: 'setWebhook', status: 401, times: 10 });
    expect(String(await startError({ standIn, webhook }))).toMatch(/does not accept TELEGRAM_TOKEN/);
  });

  it('that comes from an older process does not end it: serving is tried again', async () => {
    const standIn = await startStandIn();
    standIn.failNext({ method: 'deleteWebhook', status: 409, times: 10 });
    const error = await startError({ standIn });
    expect(String(error)).toMatch(/409/);
    expect(String(error)).not.toMatch(/already asking/);
  });
});

describe('what is broken in the bot', () => {
  const breakDown = (bot: Bot) => {
    bot.store.conversations.latest = async () => {
      throw new Error('the disk is full');
    };
  };

  it('is answered with a code, in the person’s language, and logged with the same', async () => {
    const bot = await startBot();
    breakDown(bot);
    const answer = await bot.standIn.say({ person: LI, text: PROBLEMS }).answered();
    expect(answer.text).toBe(TEXTS.zh.failed('C0DE42'));
    const { details } = await bot.noted(/could not be answered/);
    expect(details).toMatchObject({ code: 'C0DE42', err: new Error('the disk is full') });
  });

  it('is reported where Telegram refuses an answer', async () => {
    const bot = await startBot();
    bot.standIn.failNext({ method: 'sendMessage', status: 400, description: 'Bad Request: something new' });
    const answer = await bot.standIn.say({ person: LI, text: PROBLEMS }).answered();
    expect(answer.text).toBe(TEXTS.zh.failed('C0DE42'));
  });

  it('does not keep questions from being answered where only the memory of updates is broken', async () => {
    const store = memoryStore();
    store.notices.claim = async () => {
      throw new Error('the disk is full');
    };
    const bot = await startBot({ store });
    const answer = await bot.standIn.say({ person: LI, text: PROBLEMS }).answered();
    expect(answer.text).toContain('林业局2023年上半年工作总结');
    expect(bot.lines('error').length).toBeGreaterThan(0);
  });
});
