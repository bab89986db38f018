// The program that lists the reports.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, Programs } from './program.ts';

let programs: Programs;
let json: Ended;
let table: Ended;
beforeAll(async () => {
  programs = await Programs.create();
  json = await programs.run('terminal/catalogue.ts', ['--json']);
  table = await programs.run('terminal/catalogue.ts', []);
});
afterAll(() => programs.remove());

const PERIOD = {
  label: expect.stringMatching(/^20\d\d年/),
  start: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
  end: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
};
const KIND = /^(?:achievements|problems|plans|highlights|suggestions|none)$/;
const REPORT_COUNT = 16;

type Entry = Record<string, unknown> & {
  title: string;
  file: string;
  start: number;
  end: number;
  parts: { heading: string; kind: string; start: number; end: number }[];
};
const entries = () => JSON.parse(json.stdout) as Entry[];

describe('the catalogue as JSON', () => {
  it('has all fields of every report, and no other', () => {
    expect(json.code).toBe(0);
    expect(entries()).toHaveLength(REPORT_COUNT);
    for (const { plannedFor, ...entry } of entries()) {
      expect(entry).toEqual({
        file: expect.stringMatching(/\.(?:txt|md)$/),
        title: expect.stringMatching(/./),
        titled: expect.any(Boolean),
        agency: expect.stringMatching(/./),
        places: expect.any(Array),
        kind: expect.stringMatching(/^[a-z-]+$/),
        period: PERIOD,
        start: expect.any(Number),
        end: expect.any(Number),
        parts: expect.any(Array),
        passages: expect.any(Number),
      });
      expect(plannedFor).toEqual(PERIOD);
    }
  });

  it('gives the span of each section', () => {
    for (const { parts, start, end } of entries()) {
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) {
        expect(part.heading).not.toBe('');
        expect(part.kind).toMatch(KIND);
        expect(part.start).toBeGreaterThanOrEqual(start);
        expect(part.end).toBeLessThanOrEqual(end);
        expect(part.end).toBeGreaterThan(part.start);
      }
    }
  });

  it('distinguishes generated titles from those of the source', () => {
    const made = entries().filter(({ titled }) => !titled);
    expect(made.map(({ title }) => title)).toEqual(['柳汀街道2023年工作总结']);
  });

  it('keeps warnings apart, on standard error', () => {
    expect(json.stderr).toContain('compilation-2023.txt: ');
    expect(json.stdout).not.toContain('left out');
  });
});

describe('the catalogue as a table', () => {
  /** A character of these takes two columns of a terminal. */
  const WIDE = /[\u2e80-\ua4cf\uff00-\uff60]/g;
  const columnsBefore = (line: string, words: string) => {
    const before = line.slice(0, line.lastIndexOf(words));
    return before.length + (before.match(WIDE)?.length ?? 0);
  };
  const lines = () => table.stdout.trimEnd().split('\n');

  it('has a head, a line for each report and their number', () => {
    expect(table.code).toBe(0);
    expect(lines()).toHaveLength(REPORT_COUNT + 2);
    expect(lines()[0]).toMatch(/^title +agency +covers +plans for +passages +file$/);
    expect(lines().at(-1)).toBe('16 reports');
  });

  it('is aligned, Chinese characters taking two columns', () => {
    const rows = lines().slice(1, -1);
    const files = entries().map(({ file }) => file);
    const columns = rows.map((row, i) => columnsBefore(row, files[i]));
    expect(new Set(columns)).toEqual(new Set([columnsBefore(lines()[0], 'file')]));
    const arrows = rows.map((row) => columnsBefore(row, '→'));
    expect(new Set(arrows)).toEqual(new Set([columnsBefore(lines()[0], 'plans for')]));
  });

  it('puts a title that was made into brackets', () => {
    expect(lines().filter((line) => line.startsWith('('))).toEqual([
      expect.stringMatching(/^\(柳汀街道2023年工作总结\)/),
    ]);
  });
});
