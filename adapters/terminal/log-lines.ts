// Log lines for people on a terminal: level, sentence, and the reason of an error in a few words. In a file
// or a pipe the log stays JSON.
import { reasonOf } from '../network-reason.ts';
import { safe } from './render.ts';

const LEVELS: [min: number, name: string][] = [
  [50, 'error'],
  [40, 'warning'],
  [30, 'info'],
  [0, 'debug'],
];

/** Fields that the sentence leaves out or shows otherwise. */
const STANDARD_FIELDS = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);

interface LogLine {
  level?: number;
  msg?: string;
  err?: { message?: string; stack?: string; code?: unknown };
}

/**
 * A log line as a sentence; a text that is no JSON stays as it is.
 * @param withStacks for finding faults
 */
export function sentenceOf(json: string, withStacks: boolean): string {
  const line = parsed(json);
  if (!line) return json;
  const { level = 0, msg = '', err } = line;
  const name = LEVELS.find(([min]) => level >= min)?.[1] ?? 'debug';
  const reason = err && reasonOf(Object.assign(new Error(err.message ?? ''), { code: err.code }));
  const rest = Object.entries(line).flatMap(([key, value]) =>
    STANDARD_FIELDS.has(key) ? [] : [`${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
  const details = [...(reason ? [reason] : []), ...rest].join(', ');
  const sentence = `${name}: ${msg}${details ? ` (${details})` : ''}`.replace(/\s+/g, ' ');
  return `${safe(sentence)}${withStacks && err?.stack ? `\n${safe(err.stack)}` : ''}\n`;
}

function parsed(json: string): (LogLine & object) | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // written by a library
  }
}
