// The log: JSON lines on standard error by default. The only importer of pino.
import { pino } from 'pino';

export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Fields that are redacted. */
const SECRETS = ['token', '*.token', 'authorization', '*.authorization', 'secret', '*.secret'];

export interface LogDestination {
  write(line: string): void;
}

/** @param level the least severe level that is logged */
export function createLog(level: string, destination: LogDestination = standardError()): Log {
  return pino({ level, redact: SECRETS }, destination);
}

/** A full disk or a closed pipe loses log lines but does not end the process. */
function standardError(): LogDestination {
  const stream = pino.destination({ fd: 2, sync: true });
  stream.on('error', () => {});
  return stream;
}
