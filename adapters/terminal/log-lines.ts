// Lines of the log as a person reads them on a terminal: level and sentence, the reason of an error in a few words. In a file or a pipe
// they stay JSON, for machines.
import { reasonOf } from '../network-reason.ts';
import { safe } from './render.ts';

const LEVELS: [least: number, name: string][] = [
  [50, 'error'],
  [40, 'warning'],
  [30, 'info'],
  [0, 'debug'],
];

/** What every line has, and what the sentence does not need. */
const OWN = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);

interface Line {
  level?: number;
  msg?: string;
  err?: { message?: string; stack?: string; code?: unknown };
}

/**
 * A line of JSON in a person's words; one that is none comes back as it is.
 * @param withStacks where the log is read to find a fault
 */
export function sentenceOf(json: string, withStacks: boolean): string {
  const line = parsed(json);
  if (!line) return json;
  const { level = 0, msg = '', err } = line;
  const name = LEVELS.find(([least]) => level >= least)?.[1] ?? 'debug';
  const reason = err && reasonOf(Object.assign(new Error(err.message ?? ''), { code: err.code }));
  const rest = Object.entries(line).flatMap(([key, value]) =>
    OWN.has(key) ? [] : [`${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
  const beside = [...(reason ? [reason] : []), ...rest].join(', ');
  const sentence = `${name}: ${msg}${beside ? ` (${beside})` : ''}`.replace(/\s+/g, ' ');
  return `${safe(sentence)}${withStacks && err?.stack ? `\n${safe(err.stack)}` : ''}\n`;
}

function parsed(json: string): (Line & object) | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // a text that somebody else wrote
  }
}
