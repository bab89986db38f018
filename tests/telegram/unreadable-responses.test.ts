// Responses that are not Telegram's: a proxy's page, an empty body, other JSON. They count as outages.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../adapters/telegram/api.ts';
import { failureOf, finalReason } from '../../adapters/telegram/errors.ts';
import { clientFor } from '../../adapters/telegram/telegraf.ts';
import { LI, startBot, startStandIn, stopAll } from './bot.ts';
import { quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';

/** What is answered instead, with its status. */
const NONSENSE: [string, number, string][] = [
  ['no result', 200, '{"ok":true}'],
  ['no list', 200, '{"ok":true,"result":{}}'],
  ['a result of words', 200, '{"ok":true,"result":"fine"}'],
  ['a result that is nothing', 200, '{"ok":true,"result":null}'],
  ['a page', 200, '<html><body>Please log in</body></html>'],
  ['an empty body', 200, ''],
  ['broken JSON', 200, '{"ok":true,"result":[{"upd'],
  ['null', 200, 'null'],
  ['a number', 200, '7'],
  ['words', 200, '"ok"'],
  ['a list', 200, '[]'],
  ['another service', 200, '{"status":"ok"}'],
  ['a failure without words', 200, '{"ok":false}'],
  ['a failure with a code in words', 200, '{"ok":false,"error_code":"401","description":"Unauthorized"}'],
  ['a page with 401', 401, '<html>'],
  ['a page with 404', 404, '<html>'],
  ['a page with 403', 403, '<html>'],
  ['JSON of a proxy with 401', 401, '{"error":"unauthorized"}'],
  ['JSON of a proxy with 404', 404, '{"message":"Not Found"}'],
  ['an empty body with 404', 404, ''],
  ['a page with 409', 409, '<html>'],
  ['a redirection to nowhere', 302, ''],
  ['a page with 503', 503, '<html>'],
];

describe('an answer that is not Telegram’s', () => {
  let call: Call;
  let standIn: Awaited<ReturnType<typeof startStandIn>>;
  beforeEach(async () => {
    standIn = await startStandIn();
    ({ call } = clientFor(standIn.token, standIn.apiRoot));
  });
  afterEach(async () => {
    expect(await stopAll()).toEqual([]);
  });

  it.each(NONSENSE)('is an outage, and no refusal: %s', async (_, status, body) => {
    standIn.failNext({ method: 'getUpdates', status, body });
    const error: unknown = await call('getUpdates', { offset: 0, timeout: 0, allowed_updates: [] }).catch(
      (each: unknown) => each,
    );
    expect(failureOf(error)).toEqual({ kind: 'again' });
    expect(finalReason(error)).toBeUndefined();
    expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain(standIn.token);
  });
});

describe('a bot that is answered so', () => {
  afterEach(async () => {
    expect(await stopAll()).toEqual([]);
  });

  it('resumes once that is over, with a log line', async () => {
    const bot = await startBot();
    for (const [, status, body] of NONSENSE)
      bot.standIn.failNext({ method: 'getUpdates', status, body, times: 2 });
    const recovered = bot.standIn.polled(bot.standIn.polls + 1);
    await bot.standIn.say({ person: LI, text: '/help' }).answered(); // by the request that waits already
    await recovered;
    await bot.standIn.say({ person: LI, text: '/help' }).answered();
    await bot.noted(/can be asked for messages again/);
    expect(bot.lines('warn')).toEqual(['Telegram cannot be asked for messages now']);
    expect(bot.lines('error')).toEqual([]);
  });

  it('starts once that is over', async () => {
    for (const [, status, body] of NONSENSE.filter(([, status]) => status < 500)) {
      const standIn = await startStandIn();
      standIn.failNext({ method: 'getMe', status, body });
      await (await startBot({ standIn })).stop();
    }
  });

  it('sends its answer once that is over', async () => {
    const bot = await startBot();
    bot.standIn.failNext({ method: 'sendMessage', status: 200, body: '{"ok":true}' });
    bot.standIn.failNext({ method: 'sendMessage', status: 401, body: '{"error":"unauthorized"}' });
    const answer = await bot.standIn.say({ person: LI, text: PROBLEMS }).answered();
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
    expect(bot.lines('error')).toEqual([]);
  });
});
