// What was thrown and nobody caught: on one platform it is no reason to leave the other. It is logged and counted, and where it comes
// again and again, or the ground itself is gone, the process ends with an error, so that whoever watches it starts it anew.
import type { Log } from '#core';

/** More than so many within a minute are no accident. */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Nothing can be said any more, or nothing be kept in memory. */
const FATAL = new Set<unknown>(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED', 'ERR_INTERNAL_ASSERTION', 'ENOMEM']);
/** Where those codes are meant: what a peer breaks off is no fault of ours. */
const OWN_STREAMS = new Set<unknown>(['write', 'read']);

/** Where errors come in that nobody caught; a process. */
export interface Uncaught {
  on(event: 'uncaughtException', listener: (error: unknown, origin: string) => void): unknown;
  off(event: 'uncaughtException', listener: (error: unknown, origin: string) => void): unknown;
}

/**
 * Has errors that nobody caught logged instead of ending the process at once; refused promises come the same way.
 * @param end ends the process with an error
 * @returns takes it back
 */
export function lastResort(from: Uncaught, log: Pick<Log, 'error'>, end: () => void): () => void {
  let count = 0;
  let lately = 0;
  const forget = setInterval(() => {
    lately = 0;
  }, MINUTE_MS).unref();
  const caught = (error: unknown, origin: string) => {
    count++;
    lately++;
    const isFatal = isGroundGone(error);
    const isTooMuch = lately > MOST_A_MINUTE;
    log.error(
      { err: error, origin, count },
      isFatal || isTooMuch
        ? 'an error was caught by nobody, and the program cannot go on: it ends'
        : 'an error was caught by nobody; the program goes on',
    );
    if (isFatal || isTooMuch) end();
  };
  from.on('uncaughtException', caught);
  return () => {
    clearInterval(forget);
    from.off('uncaughtException', caught);
  };
}

function isGroundGone(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !FATAL.has(error.code)) return false;
  const isStream = error.code === 'EPIPE' || error.code === 'EIO';
  return !isStream || ('syscall' in error && OWN_STREAMS.has(error.syscall) && !('address' in error));
}
