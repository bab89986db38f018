// The log: one JSON line each on standard error, or wherever its lines are read. The only importer of pino.
import { pino } from 'pino';

/** What the rooms need of a log. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Settings whose values never appear in a log line. */
const SECRETS = ['token', '*.token', 'authorization', '*.authorization', 'secret', '*.secret'];

/** Where lines of JSON go. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * A log of lines of at least `level`.
 * @param destination standard error where not given
 */
export function createLog(level: string, destination: LogDestination = standardError()): Log {
  return pino({ level, redact: SECRETS }, destination);
}

/** A disk that is full, or a reader who is gone, costs lines of the log and not the program. */
function standardError(): LogDestination {
  const stream = pino.destination({ fd: 2, sync: true });
  stream.on('error', () => {});
  return stream;
}
