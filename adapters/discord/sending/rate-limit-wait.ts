// How long a request waits for Discord's rate limits: without bound where a person waits for the answer; a
// posting fails after a minute and is retried when the limit is over.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '#core';
import type { REST } from '../discord-js.ts';

/** For postings, in milliseconds. */
export const MAX_WAIT_MS = 60_000;

/** The library's callback does not name the request: the async context marks those that must not wait. */
const noLongWaits = new AsyncLocalStorage<true>();

/** Runs a task whose requests fail where a rate limit would delay them by more than `MAX_WAIT_MS`. */
export const withoutLongWaits = <Result>(task: () => Promise<Result>): Promise<Result> =>
  noLongWaits.run(true, task);

/** Whether a request is to fail instead of waiting for a rate limit; times in milliseconds. */
export const isTooLong = ({
  retryAfter,
  timeToReset,
}: {
  retryAfter: number;
  timeToReset: number;
}): boolean => noLongWaits.getStore() === true && Math.max(retryAfter, timeToReset) > MAX_WAIT_MS;

/** A synchronised clock is set back by less than this. */
const SET_BACK_MS = 1000;

/**
 * The library keeps the end of a rate limit by the machine's clock: when that is set back, a limit of a
 * second would last until the clock is there again. All limits are dropped then; Discord's next responses
 * state them again.
 */
export function resetLimitsWhenClockIsSetBack(rest: REST, time: Clock): void {
  const queue = rest.queueRequest.bind(rest);
  let startedAt = time.now() - time.elapsed();
  rest.queueRequest = (request) => {
    const startedAtNow = time.now() - time.elapsed();
    if (startedAtNow < startedAt - SET_BACK_MS) {
      rest.handlers.clear();
      rest.globalReset = 0;
    }
    startedAt = startedAtNow;
    return queue(request);
  };
}
