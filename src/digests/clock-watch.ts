// Whether the machine's clock may be believed. A clock that leaps by months is wrong, or the program was off for as long: what would be
// sent or deleted under it waits until it has gone on steadily for a while.
import type { ClockState, ClockStore } from './store.ts';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Nobody sets a clock by more than this for a good reason. */
const LEAP_MS = 100 * DAY_MS;
/** So long a clock that has leapt must go on steadily until something is sent under it, and until it is believed altogether. */
const SEND_AFTER_MS = 10 * MINUTE_MS;
const BELIEVE_AFTER_MS = DAY_MS;
/** Processes on one store do not agree to the second. */
const SLACK_MS = 2 * MINUTE_MS;

/** What may be done at a time. */
export interface Belief {
  sends: boolean;
  /** Deletes what is too old by it. */
  deletes: boolean;
  /** The clock has gone back since the last look, or something may be sent again after a leap. */
  cameBack: boolean;
  /** It has gone on for a day without going back, or is back from a leap: what is dated later than now is an error. */
  isSteady: boolean;
  /** How long after the last time that was believed. */
  sinceLastMs: number;
}

type Log = { warn(details: object, message: string): void; error(details: object, message: string): void };

export class ClockWatch {
  private readonly store: ClockStore;
  private readonly log: Log;
  /** The last time that was looked at here, whatever others have kept since. */
  private last = Number.NEGATIVE_INFINITY;

  constructor(store: ClockStore, log: Log) {
    this.store = store;
    this.log = log;
  }

  /** Looks at a time, and keeps it. */
  async look(now: number): Promise<Belief> {
    const state = (await this.store.get()) ?? { at: now, since: now };
    const belief = await (Math.abs(now - state.at) > LEAP_MS
      ? this.leapt(state, now)
      : this.near(state, now));
    const wentBack = now < this.last - SLACK_MS;
    this.last = now;
    return { ...belief, cameBack: belief.cameBack || (wentBack && belief.sends) };
  }

  private async near({ doubt, ...state }: ClockState, now: number): Promise<Belief> {
    const wentBack = now < state.at - SLACK_MS;
    const since = wentBack ? now : state.since;
    if (doubt) this.log.warn({ at: iso(now) }, 'the clock is right again');
    if (doubt || wentBack || Math.abs(now - state.at) >= MINUTE_MS || since === now)
      await this.store.set({ ...state, at: now, since });
    return {
      sends: true,
      deletes: true,
      cameBack: wentBack || doubt !== undefined,
      isSteady: doubt !== undefined || now - since >= BELIEVE_AFTER_MS,
      sinceLastMs: Math.max(0, now - state.at),
    };
  }

  private async leapt({ doubt, ...state }: ClockState, now: number): Promise<Belief> {
    const goesOn = doubt && now >= doubt.at - SLACK_MS && now - doubt.at <= LEAP_MS;
    const from = goesOn ? doubt.from : now;
    const steadyMs = now - from;
    const sinceLastMs = Math.max(0, now - state.at);
    const details = { from: iso(state.at), to: iso(now) };
    if (steadyMs >= BELIEVE_AFTER_MS) {
      this.log.warn(details, 'the clock has leapt and gone on for a day: it is believed');
      await this.store.set({ ...state, at: now, since: from });
      return { sends: true, deletes: true, cameBack: true, isSteady: true, sinceLastMs };
    }
    if (!goesOn) this.log.error(details, 'the clock has leapt by months: nothing is sent or deleted for now');
    if (!goesOn || now - doubt.at >= MINUTE_MS) await this.store.set({ ...state, doubt: { from, at: now } });
    const sends = steadyMs >= SEND_AFTER_MS;
    const isFirst = sends && goesOn === true && doubt.at - from < SEND_AFTER_MS;
    return { sends, deletes: false, cameBack: isFirst, isSteady: false, sinceLastMs };
  }
}

/** A time for the log; one that no calendar shows as its number. */
const iso = (at: number): string => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at));
