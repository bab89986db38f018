// The log: one JSON line each on standard error. The only importer of pino.
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

/** A log that writes lines of at least `level` to standard error. */
export function createLog(level: string): Log {
  return pino({ level, redact: SECRETS }, pino.destination({ fd: 2, sync: true }));
}
