// Asks for updates again and again. Outages are waited for; a refusal ends it.

import type { Log } from '#core';
import { ALLOWED_UPDATES, type Call, type Update } from './api.ts';
import { failureOf } from './errors.ts';
import type { Time } from './pace.ts';

/** So long Telegram keeps a request open while there is nothing to tell. */
const OPEN_SECONDS = 50;
/** After this the connection is taken for dead. */
const ANSWER_MS = (OPEN_SECONDS + 10) * 1000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Resolves when stopped, rejects where Telegram refuses. What was handed on is confirmed with the next request; what is told again is known by its number. */
export async function poll(
  { call, time, log, stopping }: { call: Call; time: Time; log: Log; stopping: AbortSignal },
  handle: (update: Update) => void,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => stopping.addEventListener('abort', () => resolve()));
  const asked = { allowed_updates: ALLOWED_UPDATES };
  let offset = 0;
  let pauseMs = FIRST_PAUSE_MS;
  while (!stopping.aborted) {
    try {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_MS)]);
      const updates = await call('getUpdates', { ...asked, offset, timeout: OPEN_SECONDS }, signal);
      for (const update of updates) {
        offset = update.update_id + 1;
        handle(update);
      }
      pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      if (stopping.aborted) break;
      const failure = failureOf(error);
      if (failure?.kind !== 'again' && failure?.kind !== 'wait') throw error;
      if (pauseMs === FIRST_PAUSE_MS) log.warn({ err: error }, 'Telegram cannot be asked for messages now');
      await Promise.race([stopped, time.wait(failure.kind === 'wait' ? failure.afterMs : pauseMs)]);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }
}
