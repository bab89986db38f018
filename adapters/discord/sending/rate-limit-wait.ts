// How long a request waits for Discord's limits: as long as they want where a person waits for the answer, else it gives up and is told when
// to come again.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '#core';
import type { REST } from '../discord-js.ts';

/** What nobody waits for does not hold its place for longer. */
export const LONGEST_WAIT_MS = 60_000;

/** The library asks about a wait without naming the request: what it is part of tells. */
const impatient = new AsyncLocalStorage<true>();

/** Has requests that are begun by a task fail where a limit would have them wait for longer than `LONGEST_WAIT_MS`. */
export const withoutLongWaits = <Result>(task: () => Promise<Result>): Promise<Result> =>
  impatient.run(true, task);

/** Whether a request is to fail instead of waiting for a limit; times are milliseconds. */
export const isTooLong = ({
  retryAfter,
  timeToReset,
}: {
  retryAfter: number;
  timeToReset: number;
}): boolean => impatient.getStore() === true && Math.max(retryAfter, timeToReset) > LONGEST_WAIT_MS;

/** A clock that is kept right is set by less than this. */
const SET_BACK_MS = 1000;

/**
 * The library keeps by the machine's clock until when a limit lasts: where that was set back, a limit of a second would last for as long as
 * the clock has to go again. All that was counted before is forgotten then; Discord tells it again.
 */
export function forgetLimitsOfAnotherTime(rest: REST, time: Clock): void {
  const queue = rest.queueRequest.bind(rest);
  let before = time.now() - time.elapsed();
  rest.queueRequest = (request) => {
    const since = time.now() - time.elapsed();
    if (since < before - SET_BACK_MS) {
      rest.handlers.clear();
      rest.globalReset = 0;
    }
    before = since;
    return queue(request);
  };
}
