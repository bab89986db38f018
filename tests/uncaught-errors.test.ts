// Uncaught errors: logged while the program can go on; it ends where it cannot.
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { handleUncaughtErrors } from '../adapters/uncaught-errors.ts';

let from: EventEmitter;
let lines: { details: object; message: string }[];
let ended: number;
let takeBack: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  from = new EventEmitter();
  lines = [];
  ended = 0;
  const log = { error: (details: object, message: string) => void lines.push({ details, message }) };
  takeBack = handleUncaughtErrors(from, log, () => ended++);
});
afterEach(() => {
  takeBack();
  vi.useRealTimers();
});

const thrown = (error: unknown) => from.emit('uncaughtException', error, 'uncaughtException');

it('an error in a listener is logged with how many there were, and the program goes on', () => {
  for (const error of [new Error('a'), 'text', undefined, new TypeError('b')]) thrown(error);
  expect(lines.map(({ details }) => details)).toMatchObject([
    { count: 1 },
    { count: 2 },
    { count: 3 },
    { count: 4 },
  ]);
  expect(ended).toBe(0);
});

it('errors without end end it', () => {
  for (let i = 0; i < 20; i++) thrown(new Error('again'));
  expect(ended).toBe(0);
  thrown(new Error('again'));
  expect(ended).toBe(1);
});

it('errors now and then do not', () => {
  for (let i = 0; i < 100; i++) {
    thrown(new Error('now and then'));
    vi.advanceTimersByTime(10_000);
  }
  expect(ended).toBe(0);
});

it('a standard output that is gone ends it; a connection that a peer broke off does not', () => {
  thrown(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write', address: '10.0.0.1' }));
  thrown(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }));
  expect(ended).toBe(0);
  thrown(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }));
  expect(ended).toBe(1);
});

it('is gone once it is taken back', () => {
  takeBack();
  expect(from.listenerCount('uncaughtException')).toBe(0);
});
