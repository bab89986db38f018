// Recognised words to runs of text as a PDF page has them, so that lines, columns and paragraphs of scans are
// found as those of other pages are.
import { isWide } from '../pdf/characters.ts';
import { median } from '../pdf/median.ts';
import type { Run } from '../pdf/rows.ts';
import type { RecognisedWord } from './recogniser.ts';

/** Lines of dirt, seals and drawings are recognised with less than this. */
const MIN_CONFIDENCE = 50;
/** Wider gaps, in heights of the line, may separate columns. */
const MAX_GAP = 0.8;
/** Lines whose heights differ by less than this share are set in the same size. */
const SAME_SIZE = 0.25;

interface Line {
  words: RecognisedWord[];
  bottom: number;
  height: number;
}

/** @param scale pixels of the picture for each point of the page */
export function runsOf(words: RecognisedWord[], scale: number): Run[] {
  const lines = linesOf(words).filter((line) => confidenceOf(line.words) >= MIN_CONFIDENCE);
  const usual = median(lines.map(({ height }) => height));
  return lines.flatMap((line) => {
    const height = Math.abs(line.height - usual) < usual * SAME_SIZE ? usual : line.height;
    return runsIn({ ...line, height }).map(({ text, x, y, width, size }) => ({
      text,
      x: x / scale,
      y: y / scale,
      width: width / scale,
      size: size / scale,
    }));
  });
}

function linesOf(words: RecognisedWord[]): Line[] {
  const byNumber = new Map<number, RecognisedWord[]>();
  for (const word of words) {
    if (word.text.trim() === '') continue;
    const line = byNumber.get(word.line);
    if (line) line.push(word);
    else byNumber.set(word.line, [word]);
  }
  return [...byNumber.values()].map((line) => ({
    words: line,
    bottom: median(line.map(({ bottom }) => bottom)),
    height: median(line.map(({ top, bottom }) => bottom - top)),
  }));
}

/** The mean, in which long words count more. */
function confidenceOf(words: RecognisedWord[]): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / length;
}

/** Between Chinese characters a recogniser sees spaces that are none. */
function runsIn({ words, bottom, height }: Line): Run[] {
  const runs: Run[] = [];
  for (const { text, left, right } of words) {
    const last = runs.at(-1);
    if (!last || left - (last.x + last.width) > height * MAX_GAP) {
      runs.push({ text, x: left, y: bottom, width: right - left, size: height });
      continue;
    }
    const isJoined = isWide(last.text.slice(-1)) || isWide(text.slice(0, 1));
    last.text += isJoined ? text : ` ${text}`;
    last.width = Math.max(last.width, right - last.x);
  }
  return runs;
}
