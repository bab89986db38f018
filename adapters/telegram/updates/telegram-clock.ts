// How long a question has waited, told by Telegram's clock: the clock of this machine may be wrong, and then it would silence the bot.
import type { Log } from '#core';
import type { Time } from '../sending/rate-limiter.ts';

const MINUTE_MS = 60 * 1000;
/** Questions that waited longer than this while the bot was down are not answered any more. */
const MAX_AGE_MS = 10 * MINUTE_MS;
/** Two clocks of Telegram may differ by so much. */
const TOLERANCE_MS = MINUTE_MS;
/** Bots are no older: a date before this is none. */
const FIRST_BOTS = Date.UTC(2015, 5, 24);

export class TelegramClock {
  private readonly time: Time;
  private readonly log: Log;
  /** What Telegram's last answer told, and when by the time that never goes back: this machine's clock may be set meanwhile. */
  private heard: { date: number; elapsedMs: number } | undefined;
  /** By how much it was ahead when that was last said. */
  private saidMs: number | undefined;

  constructor(time: Time, log: Log) {
    this.time = time;
    this.log = log;
  }

  /** Telegram's clock says this now, in milliseconds since 1970. */
  hear(date: number): void {
    this.heard = { date, elapsedMs: this.time.elapsed() };
  }

  /** What Telegram's clock shows now, where it is known. */
  private get shown(): number | undefined {
    return this.heard && this.heard.date + this.time.elapsed() - this.heard.elapsedMs;
  }

  /** There is a message of this date, in seconds: an answer that is older than it did not come from Telegram itself. */
  see(date: number | undefined): void {
    const sent = momentOf(date);
    const { shown } = this;
    if (sent === undefined || shown === undefined || sent > this.time.now() + TOLERANCE_MS) return;
    if (sent > shown + TOLERANCE_MS) this.heard = undefined;
  }

  /**
   * Whether a message of this date (in seconds) has waited too long. One that says no date has not.
   * @param after when it was certainly not there yet, by the clock of this machine
   */
  isTooOld(date: number | undefined, after: number | undefined): boolean {
    const sent = momentOf(date);
    if (sent === undefined) return false;
    const now = this.time.now();
    const isNew = after !== undefined && now >= after && now - after < MAX_AGE_MS;
    const { shown } = this;
    const aheadMs = shown !== undefined ? now - shown : isNew ? now - sent : 0;
    const tooOld = !isNew && now - aheadMs - sent > MAX_AGE_MS;
    if (tooOld !== now - sent > MAX_AGE_MS) this.complain(aheadMs);
    return tooOld;
  }

  /** Said again only after the clock was set. */
  private complain(aheadMs: number): void {
    if (this.saidMs !== undefined && Math.abs(aheadMs - this.saidMs) < MAX_AGE_MS) return;
    this.saidMs = aheadMs;
    this.log.warn(
      { aheadMs },
      `The clock of this machine is ${spanOf(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'} Telegram's: how long questions have waited is told by Telegram's; set it, and have it kept right`,
    );
  }
}

/** A date as a point of time; undefined for what can be none. */
function momentOf(seconds: number | undefined): number | undefined {
  const moment = seconds === undefined ? Number.NaN : seconds * 1000;
  return moment >= FIRST_BOTS ? moment : undefined;
}

/** In minutes, hours or days, whichever can be read at a glance. */
function spanOf(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
