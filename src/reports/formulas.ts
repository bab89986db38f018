// Lines by which a report addresses its listeners and asks them to hear it: 各位代表：, 现在，我代表市人民政府向大会报告工作，请予审议。
// They tell of the author and the kind, and are no passages. A line with anything else in it is none.
import path from 'node:path';
import { normalise, readWordLists } from '../language/index.ts';
import type { TextLine } from './text-line.ts';

const WORDS = readWordLists(path.join(import.meta.dirname, 'formulas.txt'));
const ADDRESS = new RegExp(`^(?:${WORDS.pattern('address')})`);
const ASKED = new RegExp(`(?:${WORDS.pattern('asked')})`);
const BEHALF = new RegExp(`^.{0,12}(?:我|受).{0,30}(?:${WORDS.pattern('behalf')})`);
const MAX_ADDRESS = 60;
const MAX_REQUEST = 160;
/** One sentence of figures is no request. */
const SENTENCE_MARK = /[。；！？]/;

/** They stand among so many lines at the beginning. */
const MAX_LINES = 12;

/** The formulas with which a report begins. */
export const formulasAmong = (lines: readonly TextLine[]): Set<TextLine> =>
  new Set(lines.slice(0, MAX_LINES).filter(({ text, table }) => table === undefined && isFormula(text)));

/** Whether a whole line is a formula. */
function isFormula(line: string): boolean {
  const words = normalise(line.trim());
  if (words.length <= MAX_ADDRESS && ADDRESS.test(words)) return isAddress(words);
  if (words.length > MAX_REQUEST || !words.endsWith('。') || SENTENCE_MARK.test(words.slice(0, -1)))
    return false;
  return BEHALF.test(words) && ASKED.test(words);
}

/** It ends like an address, and holds names of listeners only. */
const isAddress = (words: string): boolean =>
  /[:!,]$/.test(words) && !/[。；？.;?\d]/.test(words.slice(0, -1).replace(/^(mr|mrs|ms|dr)\./, '$1'));
