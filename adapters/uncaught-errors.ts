// Uncaught errors are logged and counted, so that a fault of one platform does not end the others. Where they
// repeat, or where output or memory fails, the process ends with an error and its supervisor restarts it.
import type { Log } from '#core';

/** More than this end the process. */
const MAX_PER_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Codes of failures of output, memory or Node itself. */
const FATAL = new Set<unknown>(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED', 'ERR_INTERNAL_ASSERTION', 'ENOMEM']);
/** System calls of the process's own streams; connections fail with the same codes in other calls. */
const OWN_STREAMS = new Set<unknown>(['write', 'read']);

/** The used part of a process. */
interface UncaughtSource {
  on(event: 'uncaughtException', listener: (error: unknown, origin: string) => void): unknown;
  off(event: 'uncaughtException', listener: (error: unknown, origin: string) => void): unknown;
}

/**
 * Logs uncaught errors and rejections instead of ending the process at once.
 * @param end ends the process with an error
 * @returns removes the listener
 */
export function handleUncaughtErrors(
  from: UncaughtSource,
  log: Pick<Log, 'error'>,
  end: () => void,
): () => void {
  let count = 0;
  let thisMinute = 0;
  const timer = setInterval(() => {
    thisMinute = 0;
  }, MINUTE_MS).unref();
  const caught = (error: unknown, origin: string) => {
    count++;
    thisMinute++;
    const isFatal = isFatalError(error);
    const isTooMuch = thisMinute > MAX_PER_MINUTE;
    log.error(
      { err: error, origin, count },
      isFatal || isTooMuch
        ? 'an uncaught error after which the program cannot go on: it ends'
        : 'an uncaught error; the program goes on',
    );
    if (isFatal || isTooMuch) end();
  };
  from.on('uncaughtException', caught);
  return () => {
    clearInterval(timer);
    from.off('uncaughtException', caught);
  };
}

function isFatalError(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !FATAL.has(error.code)) return false;
  const isStream = error.code === 'EPIPE' || error.code === 'EIO';
  return !isStream || ('syscall' in error && OWN_STREAMS.has(error.syscall) && !('address' in error));
}
