// Whether the machine's clock is believed. A clock that leaps by months is wrong, or the process was off for
// as long: nothing is sent or deleted until it has gone on steadily for a while.
import type { ClockState, ClockStore } from './store.ts';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A larger step is a leap. */
const LEAP_MS = 100 * DAY_MS;
/** How long a clock must go on steadily after a leap until digests are sent, and until it is believed. */
const SEND_AFTER_MS = 10 * MINUTE_MS;
const BELIEVE_AFTER_MS = DAY_MS;
/** The clocks of two processes on one store may differ by this. */
const SLACK_MS = 2 * MINUTE_MS;

export interface Belief {
  /** Digests may be sent. */
  sends: boolean;
  /** Old records may be deleted. */
  deletes: boolean;
  /** The clock has gone back since the last look, or digests may be sent again after a leap. */
  cameBack: boolean;
  /** It has not gone back for a day, or is back from a leap: dates in the future are errors. */
  isSteady: boolean;
  /** Since the last time that was believed. */
  sinceLastMs: number;
}

type Log = { warn(details: object, message: string): void; error(details: object, message: string): void };

export class ClockWatch {
  private readonly store: ClockStore;
  private readonly log: Log;
  /** The last time seen by this process; other processes may have stored later ones. */
  private last = Number.NEGATIVE_INFINITY;

  constructor(store: ClockStore, log: Log) {
    this.store = store;
    this.log = log;
  }

  /** Judges a time, and stores it. */
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
      this.log.warn(details, 'the clock has leapt and gone on steadily for a day: its time is used again');
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

/** An ISO time for the log; a number where it is outside the range of dates. */
const iso = (at: number): string => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at));
