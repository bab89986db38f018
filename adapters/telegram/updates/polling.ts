// Long polling for updates. Outages are waited for; a lasting refusal ends it.

import type { Log } from '#core';
import { ALLOWED_UPDATES, type Call } from '../api.ts';
import type { Time } from '../sending/rate-limiter.ts';
import { PollingRetry } from './polling-retry.ts';
import { updateIdOf } from './read-update.ts';

/** How long Telegram keeps a request open while there are no updates. */
const TIMEOUT_SECONDS = 50;
/** After this the connection counts as dead. */
const MAX_RESPONSE_MS = (TIMEOUT_SECONDS + 10) * 1000;
/**
 * Updates in one response at most; fewer are all that waited. https://core.telegram.org/bots/api#getupdates
 */
const BATCH_SIZE = 100;
/** A response without new updates that comes sooner was no long poll. */
const QUICK_RESPONSE_MS = 1000;
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 2000;
/** Updates without an id that are sent this often block those behind them. */
const MAX_REPEATS = 3;

/** What polling works with. */
interface PollContext {
  call: Call;
  time: Time;
  log: Log;
  stopping: AbortSignal;
}

/**
 * Resolves when stopped, rejects where Telegram goes on refusing. Each request confirms the updates before
 * it, readable or not; the handler recognises repeated ones by their number.
 * @param handle takes a raw update, with a time before its arrival, where one is known
 */
export async function poll(
  { call, time, log, stopping }: PollContext,
  handle: (raw: unknown, after: number | undefined) => void,
): Promise<void> {
  const retry = new PollingRetry(time, log);
  const cursor = new Cursor();
  while (!stopping.aborted) {
    const requestedAt = time.now();
    const startedAt = time.elapsed();
    const { offset, emptyAt } = cursor;
    // waiting updates are fetched without a timeout, so that they are known to have waited
    const timeout = emptyAt === undefined ? 0 : TIMEOUT_SECONDS;
    const parameters = { allowed_updates: ALLOWED_UPDATES, offset, timeout };
    try {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(MAX_RESPONSE_MS)]);
      const updates = await call('getUpdates', parameters, signal);
      retry.succeeded();
      for (const raw of updates) handle(raw, emptyAt);
      const pauseMs = cursor.advance(updates, requestedAt, time.elapsed() - startedAt);
      if (pauseMs > 0) await pause(pauseMs, time, stopping);
    } catch (error) {
      if (stopping.aborted) break;
      await pause(retry.pauseAfter(error), time, stopping);
    }
  }
}

/** Waits for some time, or until it is stopped. */
function pause(ms: number, time: Time, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stopping.removeEventListener('abort', end);
      resolve();
    };
    stopping.addEventListener('abort', end);
    time.wait(ms).then(end);
  });
}

/** Which updates are confirmed, and whether requests bring new ones. */
class Cursor {
  /** The first unconfirmed update; 0 while none is known. */
  offset = 0;
  /** When no updates waited: all later ones are newer. Undefined while more may wait. */
  emptyAt: number | undefined;
  private idle = 0;
  private repeats = 0;

  /**
   * Notes a response; gives the milliseconds to wait before the next request, 0 after new updates or a long
   * poll.
   */
  advance(updates: unknown[], requestedAt: number, tookMs: number): number {
    const wasEmpty = this.emptyAt !== undefined;
    this.emptyAt = updates.length < BATCH_SIZE ? requestedAt : undefined;
    const before = this.offset;
    this.confirm(updates);
    const isIdle = this.offset === before && tookMs < QUICK_RESPONSE_MS && (wasEmpty || updates.length > 0);
    this.idle = isIdle ? this.idle + 1 : 0;
    return this.idle === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (this.idle - 1), MAX_PAUSE_MS);
  }

  /**
   * Updates without an id are confirmed with the next that has one; where none has, one by one: ids are
   * consecutive.
   */
  private confirm(updates: unknown[]): void {
    const ids = updates.flatMap((raw) => updateIdOf(raw) ?? []);
    if (ids.length > 0) this.offset = Math.max(...ids) + 1;
    this.repeats = ids.length === 0 && updates.length > 0 ? this.repeats + 1 : 0;
    if (this.repeats < MAX_REPEATS) return;
    this.repeats = 0;
    this.offset = this.offset > 0 ? this.offset + 1 : -1; // -1 asks for the latest one
  }
}
