// The log on a terminal: sentences with their reason, with stacks only for finding faults.
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../adapters/terminal/log-lines.ts';
import { createLog } from '../../src/log.ts';

function logged(error: unknown, withStacks = false): string {
  const lines: string[] = [];
  createLog('debug', { write: (line) => lines.push(sentenceOf(line, withStacks)) }).error(
    { err: error, place: 'x:1' },
    'an answer was not sent',
  );
  return lines.join('');
}

const withCode = (code: string, message = code) => Object.assign(new Error(message), { code });

describe('an error in the log', () => {
  it('is one sentence with its reason', () => {
    const error = new Error('Discord could not be reached', { cause: withCode('ECONNREFUSED') });
    expect(logged(error)).toBe('error: an answer was not sent (connection refused, place x:1)\n');
  });

  it('has its stack where faults are looked for', () => {
    expect(logged(new Error('a fault'), true)).toMatch(/ at .*log-lines\.test\.ts:\d/);
  });

  it('cannot steer the terminal', () => {
    expect(logged(new Error('\u001b[2Jgone'))).not.toContain('\u001b');
  });
});

describe('a line that is no JSON', () => {
  it('is shown as it is', () => {
    expect(sentenceOf('a text of a library\n', false)).toBe('a text of a library\n');
  });
});
