// Whether a question has waited too long, by Telegram's clock: by a wrong clock of this machine every
// question might be too old.
import type { Log } from '#core';
import type { Time } from '../sending/rate-limiter.ts';

const MINUTE_MS = 60 * 1000;
/** Questions that waited longer than this while the bot was down are not answered. */
const MAX_AGE_MS = 10 * MINUTE_MS;
/** How far the clocks of two of Telegram's servers may differ. */
const TOLERANCE_MS = MINUTE_MS;
/** When Telegram introduced bots: an earlier date is invalid. */
const FIRST_BOTS = Date.UTC(2015, 5, 24);

export class TelegramClock {
  private readonly time: Time;
  private readonly log: Log;
  /**
   * The date of Telegram's last response, with its monotonic time: this machine's clock may be set meanwhile.
   */
  private response: { date: number; elapsedMs: number } | undefined;
  /** The difference of the clocks that was last logged. */
  private loggedMs: number | undefined;

  constructor(time: Time, log: Log) {
    this.time = time;
    this.log = log;
  }

  /** @param date what Telegram's clock shows now, in milliseconds since 1970 */
  set(date: number): void {
    this.response = { date, elapsedMs: this.time.elapsed() };
  }

  /** What Telegram's clock shows now, where it is known. */
  private get telegramNow(): number | undefined {
    return this.response && this.response.date + this.time.elapsed() - this.response.elapsedMs;
  }

  /** Drops the date of a response that is older than an existing message (in seconds): a proxy made it. */
  checkAgainst(date: number | undefined): void {
    const sent = momentOf(date);
    const { telegramNow } = this;
    if (sent === undefined || telegramNow === undefined || sent > this.time.now() + TOLERANCE_MS) return;
    if (sent > telegramNow + TOLERANCE_MS) this.response = undefined;
  }

  /**
   * Whether a message of this date (in seconds) has waited too long; false without a date.
   * @param after a time before its arrival, by this machine's clock
   */
  isTooOld(date: number | undefined, after: number | undefined): boolean {
    const sent = momentOf(date);
    if (sent === undefined) return false;
    const now = this.time.now();
    const isNew = after !== undefined && now >= after && now - after < MAX_AGE_MS;
    const { telegramNow } = this;
    const aheadMs = telegramNow !== undefined ? now - telegramNow : isNew ? now - sent : 0;
    const tooOld = !isNew && now - aheadMs - sent > MAX_AGE_MS;
    if (tooOld !== now - sent > MAX_AGE_MS) this.warn(aheadMs);
    return tooOld;
  }

  /** Logs a wrong clock once, and again after it was set. */
  private warn(aheadMs: number): void {
    if (this.loggedMs !== undefined && Math.abs(aheadMs - this.loggedMs) < MAX_AGE_MS) return;
    this.loggedMs = aheadMs;
    this.log.warn(
      { aheadMs },
      `The clock of this machine is ${durationLabel(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'} Telegram's: how long questions have waited is told by Telegram's; set it, and have it kept right`,
    );
  }
}

/** In milliseconds since 1970; undefined for an invalid date. */
function momentOf(seconds: number | undefined): number | undefined {
  const moment = seconds === undefined ? Number.NaN : seconds * 1000;
  return moment >= FIRST_BOTS ? moment : undefined;
}

/** In minutes, hours or days. */
function durationLabel(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
