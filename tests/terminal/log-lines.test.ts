// The log on a terminal: sentences with their reason, and no stack unless faults are looked for.
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../adapters/reason.ts';
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

describe('the reason of an error', () => {
  it.each<[error: unknown, words: string]>([
    [withCode('ECONNREFUSED'), 'connection refused'],
    [new Error('not reached', { cause: withCode('ENOTFOUND') }), 'its address was not found'],
    [new Error('a', { cause: new Error('b', { cause: withCode('ETIMEDOUT') }) }), 'no answer in time'],
    [new AggregateError([withCode('ENETUNREACH'), withCode('ECONNREFUSED')], ''), 'there is no network'],
    [Object.assign(withCode('ECONNRESET'), { cause: withCode('ECONNREFUSED') }), 'connection refused'],
    [new DOMException('The operation was aborted', 'AbortError'), 'no answer in time'],
    [Object.assign(new Error('Bad Gateway'), { status: 502 }), 'it answered with status 502'],
    [new Error('something else.\n    at somewhere'), 'something else'],
    [new Error(''), 'no reason was given'],
    ['a text', 'a text'],
  ])('is said in a few words: %s', (error, words) => {
    expect(reasonOf(error)).toBe(words);
  });

  it('of an error that causes itself is found, too', () => {
    const error = new Error('round');
    error.cause = error;
    expect(reasonOf(error)).toBe('round');
  });
});
