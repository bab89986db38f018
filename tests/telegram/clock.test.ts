// A machine with a wrong clock: the age of questions goes by Telegram's clock, and the log says so.
import { afterEach, describe, expect, it } from 'vitest';
import { TelegramClock } from '../../adapters/telegram/updates/telegram-clock.ts';
import { type Bot, LeapingTime, LI, startBot, startStandIn, stopAll } from './bot.ts';
import { quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

/** A clock that is off by some time; it leaps like the other one. */
class WrongTime extends LeapingTime {
  private readonly offMs: number;
  private readonly right: LeapingTime;

  constructor(right: LeapingTime, offMs: number) {
    super();
    this.right = right;
    this.offMs = offMs;
  }

  override now = (): number => this.right.now() + this.offMs;
  override wait = (ms: number): Promise<void> => this.right.wait(ms);
}

const aboutClock = (bot: Bot) => bot.lines('warn').filter((line) => /clock/i.test(line));

describe('a bot whose clock is wrong', () => {
  it.each([
    ['an hour ahead', HOUR_MS, '60 minutes ahead'],
    ['a day ahead', DAY_MS, '24 hours ahead'],
    ['ten years ahead', 3650 * DAY_MS, '3650 days ahead'],
  ])('answers all the same, and says so once: %s', async (_, offMs, said) => {
    const right = new LeapingTime();
    const standIn = await startStandIn({ now: right.now });
    const bot = await startBot({ standIn, time: new WrongTime(right, offMs) });
    for (let i = 0; i < 2; i++)
      expect(quotesIn(bot.index, await standIn.say({ person: LI, text: PROBLEMS }).answered())).toHaveLength(
        4,
      );
    expect(aboutClock(bot)).toEqual([expect.stringContaining(`The clock of this machine is ${said}`)]);
  });

  it.each([
    ['an hour ahead', HOUR_MS],
    ['as it should be', 0],
    ['an hour behind', -HOUR_MS],
    ['a year behind', -365 * DAY_MS],
  ])('answers what waited for minutes, and drops what waited for long: %s', async (_, offMs) => {
    const right = new LeapingTime();
    const standIn = await startStandIn({ now: right.now });
    const old = standIn.say({ person: LI, text: PROBLEMS });
    right.leap(11 * MINUTE_MS);
    const recent = standIn.say({ person: LI, text: PROBLEMS });
    right.leap(2 * MINUTE_MS);
    const bot = await startBot({ standIn, time: new WrongTime(right, offMs) });
    await recent.answered();
    await bot.finish();
    expect(old.answers).toEqual([]);
    expect(bot.lines('warn')).toContain(
      'questions that had waited for more than ten minutes were left unanswered',
    );
    expect(aboutClock(bot)).toHaveLength(offMs === 0 ? 0 : 1);
  });

  it('says nothing of a clock that is right enough', async () => {
    const right = new LeapingTime();
    const standIn = await startStandIn({ now: right.now });
    const bot = await startBot({ standIn, time: new WrongTime(right, 5 * MINUTE_MS) });
    await standIn.say({ person: LI, text: '/help' }).answered();
    await bot.finish();
    expect(bot.lines('warn')).toEqual([]);
  });
});

describe('a message', () => {
  it.each([
    ['of the year 1970', { date: 0 }],
    ['without a date', {}],
    ['with nothing for its date', { date: null }],
    ['with words for its date', { date: 'yesterday' }],
    ['with a broken date', { date: 1.5 }],
    ['from the future', { date: 9_999_999_999 }],
    ['from far beyond it', { date: 1e300 }],
  ])('%s is answered', async (_, date) => {
    const bot = await startBot();
    await bot.standIn.start({ person: LI }).answered();
    const from = { id: LI.id, is_bot: false, first_name: 'Li', language_code: 'zh-hans' };
    bot.tell({
      message: { message_id: 900, chat: { id: LI.id, type: 'private' }, from, text: PROBLEMS, ...date },
    });
    const answer = await bot.standIn.until(
      () => bot.standIn.messagesIn(LI.id).find(({ text }) => text.includes('林业局2023年')),
      'An answer',
    );
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
    expect(bot.lines('warn')).toEqual([]);
  });
});

describe('the clock of Telegram', () => {
  const NOW = Date.UTC(2026, 10, 20, 8);
  const at = (minutes: number) => (NOW + minutes * MINUTE_MS) / 1000;

  function clockAt(now: number) {
    const logged: string[] = [];
    const note = (_: object, message: string) => logged.push(message);
    const log = { debug: note, info: note, warn: note, error: note };
    const state = { now, elapsed: 0 };
    const time = { now: () => state.now, elapsed: () => state.elapsed, wait: async () => {} };
    return { clock: new TelegramClock(time, log), state, logged };
  }

  it('is unknown without a response: then this machine’s counts', () => {
    const { clock } = clockAt(NOW);
    expect([at(-11), at(-9), at(5)].map((date) => clock.isTooOld(date, undefined))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is not believed where it is older than the messages', () => {
    const { clock, logged } = clockAt(NOW);
    clock.set(NOW - 60 * MINUTE_MS);
    clock.checkAgainst(at(-3));
    expect(clock.isTooOld(at(-20), undefined)).toBe(true);
    expect(logged).toEqual([]);
  });

  it('is not needed for updates that came while the bot polled', () => {
    const { clock, logged } = clockAt(NOW);
    expect(clock.isTooOld(at(-90), NOW - MINUTE_MS)).toBe(false);
    expect(logged).toEqual([expect.stringMatching(/90 minutes ahead/)]);
  });

  it('runs on where the clock of this machine is set, as behind a webhook, without responses', () => {
    const { clock, state, logged } = clockAt(NOW);
    clock.set(NOW);
    state.elapsed += 30 * MINUTE_MS;
    state.now = NOW + 150 * MINUTE_MS;
    expect(clock.isTooOld(at(30), undefined)).toBe(false);
    expect(clock.isTooOld(at(10), undefined)).toBe(true);
    expect(logged).toEqual([expect.stringMatching(/2 hours|120 minutes/)]);
  });

  it('says nothing of what waited while the bot could not ask for hours', () => {
    const { clock } = clockAt(NOW);
    expect(clock.isTooOld(at(-90), NOW - 100 * MINUTE_MS)).toBe(true);
    expect(clock.isTooOld(at(-90), NOW + 100 * MINUTE_MS)).toBe(true); // the clock was set back meanwhile
  });

  it('that differs is said again only after it has changed', () => {
    const { clock, state, logged } = clockAt(NOW);
    const ask = () => {
      clock.set(NOW - 60 * MINUTE_MS);
      return clock.isTooOld(at(-60), undefined);
    };
    expect([ask(), ask()]).toEqual([false, false]);
    expect(logged).toHaveLength(1);
    state.now = NOW + DAY_MS;
    ask();
    expect(logged).toHaveLength(2);
  });
});
