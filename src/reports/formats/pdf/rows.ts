// Text runs to stretches of words. Measures are points (1/72 inch) on the upright page, x from the left, y
// down to the base line.
import { plainCharacters, withoutHairSpaces } from './characters.ts';

/** A run of glyphs and its position. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the letters. */
  size: number;
}

/** Words on one base line without a gap wide enough to separate columns. */
export interface Stretch {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Runs whose base lines differ by less than this share of the smaller size are on one line. */
const SAME_LINE = 0.4;
/**
 * Letters of this share of their neighbours' size, raised or lowered by at most half of it, belong to their
 * line.
 */
const SMALL = 0.75;
const RAISED = 0.5;
/** A gap of this share of a character may separate columns, and separates words at least. */
const STRETCH_GAP = 0.8;
/** A gap of this share of a character is a space between Latin words. */
const WORD_GAP = 0.2;

/** The stretches of a page, from top to bottom and from left to right. */
export function stretchesOf(runs: Run[]): Stretch[] {
  return withSmallLetters(rowsOf(withoutOverprint(runs))).flatMap(({ runs: row }) => stretchesIn(row));
}

/** Compares base lines. */
export const onOneLine = (a: { y: number; size: number }, b: { y: number; size: number }): boolean =>
  Math.abs(a.y - b.y) <= SAME_LINE * Math.min(a.size, b.size);

/** Some programs print bold letters twice with a small offset. */
function withoutOverprint(runs: Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const near = run.size * SAME_LINE;
    if (same.some(({ x, y }) => Math.abs(x - run.x) < near && Math.abs(y - run.y) < near)) return false;
    seen.set(run.text, [...same.slice(-OVERPRINT_MEMORY), run]);
    return true;
  });
}

/** Enough to detect a second print; a page that repeats one letter must not cost quadratic time. */
const OVERPRINT_MEMORY = 50;

interface Row {
  y: number;
  size: number;
  runs: Run[];
}

/** Rows of neighbouring columns may alternate: this many of the last rows are compared. */
const NEIGHBOURING_ROWS = 4;

/** Runs on one base line, rows from top to bottom. */
function rowsOf(runs: Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.slice(-NEIGHBOURING_ROWS).find((each) => onOneLine(each, run));
    if (!row) rows.push({ y: run.y, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size });
    }
  }
  return rows;
}

/** A longer row is no row of single raised letters, and must not cost quadratic time. */
const MAX_SMALL_RUNS = 100;

/** Raised and lowered letters (m², a note's number) join the line that they touch. */
function withSmallLetters(rows: Row[]): Row[] {
  for (const [i, row] of rows.entries()) {
    if (row.runs.length > MAX_SMALL_RUNS) continue;
    const hosts = rows
      .slice(Math.max(0, i - NEIGHBOURING_ROWS), i + NEIGHBOURING_ROWS + 1)
      .filter(({ y, size }) => row.size <= size * SMALL && Math.abs(y - row.y) <= size * RAISED);
    if (hosts.length === 0) continue;
    row.runs = row.runs.filter((run) => {
      const host = hosts.find(({ runs, size }) => runs.some((each) => touch(run, each, size * WORD_GAP)));
      host?.runs.push(run);
      return host === undefined;
    });
  }
  return rows;
}

const touch = (a: Run, b: Run, room: number) =>
  Math.abs(a.x - (b.x + b.width)) <= room || Math.abs(b.x - (a.x + a.width)) <= room;

/** Enclose a raised mark that may cite a note: noncharacters, which no text holds. */
const [CITES, CITED] = ['\ufdd0', '\ufdd1'];
const CITATION = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/g;
const NOTE_MARK = /^[[(（［]?(?:\d{1,3}|[①-⑳*†‡]{1,3})[\])）］]?$/;
/** A mark is raised above the base line by this share of its line's letters. */
const MIN_RAISED = 0.15;

/** The raised marks of a line that may cite notes. */
export const citedIn = (text: string): string[] => [...text.matchAll(CITATION)].map(([, mark]) => mark);

/** A line without the marks that cite notes; other raised figures stay (m²). */
export const withoutCitations = (text: string, noted: ReadonlySet<string>): string =>
  text.replace(CITATION, (_, mark: string) => (noted.has(mark) ? '' : mark));

/** A run's text; a raised mark is enclosed in CITES and CITED. */
function wordsIn({ text, y, size }: Run, line: Stretch): string {
  const raised = size <= line.size * SMALL && line.y - y > line.size * MIN_RAISED;
  return raised && NOTE_MARK.test(text.trim()) ? `${CITES}${text.trim()}${CITED}` : text;
}

function stretchesIn(runs: Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  // the last text added: looking at the end of the whole stretch would cost its length at every run
  let before = '';
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const last = stretches.at(-1);
    const gap = last ? run.x - last.right : 0;
    if (!last || gap > STRETCH_GAP * Math.min(run.size, last.size)) {
      before = run.text;
      stretches.push({ text: run.text, left: run.x, right: run.x + run.width, y: run.y, size: run.size });
      continue;
    }
    const apart = gap > run.size * WORD_GAP && !/\s$/.test(before) && !/^\s/.test(run.text);
    const words = wordsIn(run, last);
    last.text += (apart ? ' ' : '') + words;
    if (words !== '' || apart) before = words || ' ';
    last.right = Math.max(last.right, run.x + run.width);
    if (run.size > last.size) Object.assign(last, { size: run.size, y: run.y });
  }
  return stretches
    .map((stretch) => ({ ...stretch, text: plainWords(stretch.text) }))
    .filter(({ text }) => text !== '');
}

const plainWords = (text: string) => withoutHairSpaces(plainCharacters(text).trim());
