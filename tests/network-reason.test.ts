// Why something could not be reached, in a few words.
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../adapters/network-reason.ts';

const withCode = (code: string, message = code) => Object.assign(new Error(message), { code });

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
    [withCode('EAI_AGAIN'), 'no name server answers'],
    [new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }), 'connection refused'],
    [withCode('CERT_HAS_EXPIRED'), 'its certificate has expired'],
    [withCode('ERR_SSL_WRONG_VERSION_NUMBER'), 'no secure connection can be made'],
    [new Error('Unexpected server response: 503'), 'it answered with status 503'],
    [Object.assign(new Error('Service Unavailable'), { status: 503 }), 'it answered with status 503'],
    [new SyntaxError('Invalid URL: null'), 'Invalid URL: null'],
  ])('is a few words: %s', (error, words) => {
    expect(reasonOf(error)).toBe(words);
  });

  it('is found in an error that causes itself', () => {
    const error = new Error('round');
    error.cause = error;
    expect(reasonOf(error)).toBe('round');
  });
});
