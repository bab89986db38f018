// Numbering that one line alone does not show: 第三条, 3.2, Article 3, IV., (b) may begin a sentence or a line of a wrapped
// paragraph. A line counts where its number is one of a run: the one before or the one after it stands in the document too.
import { normalise } from '../language/index.ts';
import {
  chineseNames,
  englishNames,
  HAN_NUMBER,
  LATIN_NUMBER,
  numberKey,
  ordinalOfKey,
  romanValue,
} from './numbered-part.ts';
import { type Numbering, type NumberingStyle, numberingOf } from './numbering.ts';
import type { TextLine } from './text-line.ts';

/** What a line may be numbered with. `scope` names the run that it belongs to. */
interface Candidate extends Numbering {
  key: string;
  scope: string;
}

/** A numbering is looked for in this many units. */
const MAX_LENGTH = 40;
/** 第三条规定…, 第三条和第四条: goes on as a sentence. */
const GOES_ON = '[第规的和与及或至到之以款项所中，,。；课车]';
const AFTER_HAN = `(?:[\\s、：:．.]+|(?!${GOES_ON})|(?=$))`;
/** After the number of an English part: the end, a mark, or words that begin anew. */
const AFTER_LATIN = '(?=$|[\\s.:)\\]–—-])[.:)\\]]?(?:$|\\s*[–—:-]\\s+|\\s+(?=["“‘(A-Z\\d\\u4e00-\\u9fff]|$))';

const NAMED: [NumberingStyle, RegExp][] = (['part', 'chapter', 'section', 'article'] as const).flatMap(
  (name) => [
    [
      name,
      new RegExp(
        `^第\\s?(${HAN_NUMBER})\\s?(?:${chineseNames(name)})(之[一二三四五六七八九十])?${AFTER_HAN}`,
      ),
    ],
    [name, new RegExp(`^(?:${englishNames(name)})\\s{0,2}(${LATIN_NUMBER})()${AFTER_LATIN}`, 'i')],
  ],
);
const ANNEX: [NumberingStyle, RegExp][] = [
  ['annex', new RegExp(`^(?:${chineseNames('annex')})\\s?(${HAN_NUMBER})()(?:[\\s、：:．.]+|(?=$))`)],
  ['annex', new RegExp(`^(?:${englishNames('annex')})\\s{1,2}(${LATIN_NUMBER})()${AFTER_LATIN}`, 'i')],
];
const SIGNS: [NumberingStyle, RegExp][] = [
  [
    'decimal',
    /^(\d{1,2}(?:\.\d{1,2}){1,4})()[.、．]?(?:\s+|(?=[\u4e00-\u9fff（(])(?![万亿千百十个米公元亩吨倍度人户家项次]))(?=\S)/,
  ],
  ['roman', /^([IVXL]{1,7})()\s?[.、．)]\s*(?=\S)/],
  ['letter', /^([A-Z])()[.、．)]\s+(?=\S)/],
  ['letter-brackets', /^[（(]([a-z])()[）)]\s*(?=\S)/],
  ['letter-brackets', /^([a-z])()[.)]\s+(?=\S)/],
  ['roman-brackets', /^[（(]([ivxl]{1,6})()[）)]\s*(?=\S)/],
];

/** Everything that a line may be numbered with; a letter may be a roman numeral too. */
function candidatesOf(line: string): Candidate[] {
  const plain = line.slice(0, MAX_LENGTH);
  const folded = normalise(plain);
  const found: Candidate[] = [];
  for (const [style, pattern] of [...NAMED, ...ANNEX, ...SIGNS]) {
    const isHan = pattern.source.startsWith('^第') || pattern.source.startsWith('^(?:附');
    const match = pattern.exec(isHan ? folded : plain);
    const candidate = match && candidateOf(style, match);
    if (candidate) found.push(candidate);
  }
  return found;
}

function candidateOf(style: NumberingStyle, [whole, number, bis]: RegExpExecArray): Candidate | undefined {
  const isRoman = style === 'roman' || style === 'roman-brackets';
  const roman = isRoman ? romanValue(number) : undefined;
  if (isRoman && roman === undefined) return undefined;
  const isLetter = style === 'letter' || style === 'letter-brackets';
  const own = isRoman ? String(roman) : isLetter ? number.toLowerCase() : numberKey(number);
  const key = bis ? `${own}-${numberKey(bis.slice(1))}` : own;
  const parent = style === 'decimal' ? own.slice(0, own.lastIndexOf('.')) : '';
  return { style, key, ordinal: ordinalOfKey(own), length: whole.length, scope: `${style} ${parent}` };
}

/** Marks each line with the numbering that it begins with. */
export function withNumbering(lines: readonly TextLine[]): TextLine[] {
  const runs = acceptedIn(lines);
  return lines.map((line, i) => {
    const numbering = runs.get(i) ?? numberingOf(line.text);
    return numbering ? { ...line, numbering } : line;
  });
}

/** The candidates that belong to a run, by the index of their line. */
function acceptedIn(lines: readonly TextLine[]): Map<number, Numbering> {
  const byScope = new Map<string, { line: number; candidate: Candidate }[]>();
  lines.forEach((line, i) => {
    if (line.continues) return;
    for (const candidate of candidatesOf(line.text)) {
      const known = byScope.get(candidate.scope);
      if (known) known.push({ line: i, candidate });
      else byScope.set(candidate.scope, [{ line: i, candidate }]);
    }
  });
  const accepted = new Map<number, Numbering>();
  for (const found of byScope.values()) {
    for (const { line, candidate } of runsIn(found, lines)) {
      const known = accepted.get(line);
      const { scope: _, ...numbering } = candidate;
      // I. of I., II. is a numeral; of H., I. a letter: the longer run has it
      if (!known || (known.style === 'letter' && numbering.style === 'roman' && numbering.ordinal !== 1))
        accepted.set(line, numbering);
    }
  }
  return accepted;
}

/** How many numbers may be missing between two of a run. */
const MAX_GAP = 2;

/** Those of one scope that go on from one to the next. A run begins anew with one; a declared heading needs none. */
function runsIn<Found extends { line: number; candidate: Candidate }>(
  found: Found[],
  lines: readonly TextLine[],
): Found[] {
  const runs: Found[][] = [];
  for (const each of found) {
    const { ordinal } = each.candidate;
    const run = runs.at(-1);
    const step = run === undefined ? Number.NaN : ordinal - (run.at(-1) as Found).candidate.ordinal;
    if (run && step >= 0 && step <= 1 + MAX_GAP && (step > 0 || each.candidate.key.includes('-')))
      run.push(each);
    else if (run === undefined || ordinal === 1 || run.length === 1) runs.push([each]);
  }
  return runs.filter((run) => run.length > 1 || lines[run[0].line].declaredLevel !== undefined).flat();
}
