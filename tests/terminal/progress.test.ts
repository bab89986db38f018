import { expect, it } from 'vitest';
import { showProgress } from '../../adapters/terminal/progress.ts';

/** Reads a hundred files, each in so many milliseconds. */
function shown(isTTY: boolean, msPerFile: number): string[] {
  const written: string[] = [];
  let now = 0;
  const progress = showProgress({ isTTY, write: (text) => written.push(text) }, () => now);
  for (let done = 1; done <= 100; done++) {
    now += msPerFile;
    progress.step(done, 100);
  }
  progress.end();
  now += 60_000;
  progress.step(1, 1);
  return written;
}

it('shows nothing of what is soon done', () => {
  expect(shown(true, 5)).toEqual([]);
  expect(shown(false, 50)).toEqual([]);
});

it('shows a bar on a terminal that fills up, and takes it away', () => {
  const written = shown(true, 50);
  expect(written[0]).toMatch(/^\r\[█{6}░{24}\] 20 of 100 files read$/);
  expect(written.at(-2)).toContain('100 of 100');
  expect(written.at(-1)).toBe('\r\x1b[K');
});

it('writes a line every ten seconds without a terminal, and nothing after the end', () => {
  expect(shown(false, 300)).toEqual(['34 of 100 files read\n', '68 of 100 files read\n']);
});
