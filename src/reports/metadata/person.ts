// Who gave a report: the name of the person in a line of its front, beside an office, a date or a byline.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../../language/index.ts';
import { frontLineKind } from '../front-lines.ts';

const OFFICES = readWordLists(path.join(import.meta.dirname, 'offices.txt'));
const GROUPS = ['national', 'province', 'city', 'county', 'township', 'subdistrict', 'office', 'body'];
const OFFICE = phrasePattern(
  GROUPS.flatMap((group) => OFFICES.words(group)).sort((a, b) => b.length - a.length),
  'g',
);
const CHINESE_NAME = /^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}$/;
/** Given name and family name, with initials: Ann B. Other. */
const ENGLISH_NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;
/** In brackets, and nothing that was done on that day: 通过, 召开, 在某某市. */
const AFTER_DATE =
  /^[（(].*\d\s*日[\s\u3000]*((?![\u4e00-\u9fff]{0,2}[通召举公发批印施修议在于经由])[\u4e00-\u9fff·]{2,9})[）)]$/;
/** 省 长, 某 某 某: characters of one word, set apart. */
const SET_APART = /(?<=(?:^|[\s\u3000])[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff](?:[\s\u3000]|$))/g;

/** The name in one line: 海南省省长 某某某, （2006年1月12日 某某某）, by Ann Other. */
function personIn(line: string): string | undefined {
  const kind = frontLineKind(line) ?? frontLineKind(bare(line));
  if (kind !== 'speaker' && kind !== 'date' && kind !== 'label' && kind !== 'occasion') return undefined;
  const text = bare(line);
  const byline = /^(?:by|作者|报告人|[^:：]{0,12}[:：])\s*(\S.*)$/i.exec(text)?.[1] ?? '';
  if (ENGLISH_NAME.test(byline)) return byline;
  const offices = [...text.matchAll(OFFICE)];
  const last = offices.at(-1);
  const afterOffice = last ? text.slice(last.index + last[0].length) : '';
  const afterDate = AFTER_DATE.exec(line.trim())?.[1] ?? '';
  return [afterOffice, afterDate]
    .map((each) => each.replace(/[\s\u3000]+/g, ''))
    .find((each) => CHINESE_NAME.test(each));
}

const bare = (line: string): string =>
  line
    .replace(/[*_—（）()[\]【】]/g, ' ')
    .trim()
    .replace(SET_APART, '');

/** The first person whom the lines around the title name; a bare name counts below the occasion. */
export function personAmong(lines: readonly string[]): string | undefined {
  for (const [i, line] of lines.entries()) {
    const person = personIn(line);
    if (person) return person;
    const isBelow = i > 0 && /^(?:occasion|date)$/.test(frontLineKind(lines[i - 1]) ?? '');
    if (isBelow && frontLineKind(bare(line)) === 'name' && CHINESE_NAME.test(bare(line))) return bare(line);
  }
  return undefined;
}
