// Whether a year in a question is the one by which a report is called: 2024年政府工作报告, the 2024 address.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import type { Reading } from './reading.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/report-nouns.txt'));
const NOUN = new RegExp(`^(?:${phrasePattern(LISTS.words('noun')).source})`);
const BETWEEN = new RegExp(`^(?:${phrasePattern(LISTS.words('between')).source})`);

/** Whether nothing but names stands between the year of a question and a noun that names a report. */
export function isCalledByYear({ normalised, spans, period, names }: Reading): boolean {
  if (period?.year === null || period?.year === undefined) return false;
  return spans.some(({ group, end }) => {
    if (group !== 'period') return false;
    let at = end;
    for (;;) {
      while (normalised[at] === ' ') at++;
      const rest = normalised.slice(at);
      if (NOUN.test(rest)) return true;
      const name = names.find(({ start }) => start === at);
      const between = BETWEEN.exec(rest)?.[0].length ?? 0;
      if (name) at = name.end;
      else if (between > 0) at += between;
      else return false;
    }
  });
}
