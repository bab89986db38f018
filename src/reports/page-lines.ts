// Lines that a web site sets around a text: publication date, number of readers, sharing, breadcrumbs,
// imprint.
// Promise: such a line consists of labels and their values only; a sentence is never one.
import path from 'node:path';
import { readWordLists, simplified } from '../language/index.ts';

const LABELS = readWordLists(path.join(import.meta.dirname, 'page-labels.txt'));
const OF_PAGES = LABELS.pattern('page');
const BEFORE_COLON = LABELS.pattern('before-colon');
const OF_TEXTS = LABELS.pattern('text');
const LABELLED = new RegExp(`(?:${OF_PAGES}|${OF_TEXTS}|${BEFORE_COLON})\\s*[:：]`, 'g');
const PAGE_LABEL = new RegExp(`^(?:(?:${OF_PAGES})(?:：(\\S*))?|(?:${BEFORE_COLON})：(\\S*))$`);
const TEXT_LABEL = new RegExp(`^(?:${OF_TEXTS})(?:：(\\S*))?$`);
/** 当前位置：首页 > 政务公开 */
const BREADCRUMBS =
  /^(?:(?:您|你)?(?:现在|当前|所在)?(?:的|所在)?位置\s*[:：]\s*)?首页\s*(?:[>＞»›]+\s*[^\s>＞»›]{1,20}\s*)+$/;
const REGISTRATION = /^[\u4e00-\u9fff]?(?:ICP备\d+号(?:-\d+)?|公网安备\d*号?)$/i;
const OTHER_VALUE =
  /^(?:[大中小]|微信|微博|新浪微博|朋友圈|QQ空间|QQ|\d{1,9}次?|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}:\d\d(?::\d\d)?)$/;
const BRACKETS_AND_BARS = /[[\]【】（）()|｜丨]/g;
const SENTENCE_MARK = /[。；！？，;!?]/;
const MAX_LENGTH = 120;
const MAX_VALUE_LENGTH = 30;

/** Certainly a line of a web page, one only beside such a line, or none. */
type PageLine = 'certain' | 'beside' | undefined;

function pageLineOf(line: string): PageLine {
  const words = simplified(line.trim());
  if (words.length > MAX_LENGTH || SENTENCE_MARK.test(words)) return undefined;
  if (BREADCRUMBS.test(words)) return 'certain';
  const parts = words
    .replace(BRACKETS_AND_BARS, ' ')
    .replace(LABELLED, (label) => ` ${label.slice(0, -1).trim()}：`)
    .trim()
    .split(/\s+/);
  const kinds = parts.map((part, i) => kindOf(part, parts[i - 1]));
  if (kinds.includes('other') || !kinds.some((kind) => kind === 'page' || kind === 'text')) return undefined;
  return kinds.includes('page') ? 'certain' : 'beside';
}

function kindOf(part: string, before: string | undefined): 'page' | 'text' | 'value' | 'other' {
  if (REGISTRATION.test(part)) return 'page';
  const label = PAGE_LABEL.exec(part) ?? TEXT_LABEL.exec(part);
  if (label)
    return (label[1] ?? label[2] ?? '').length > MAX_VALUE_LENGTH
      ? 'other'
      : PAGE_LABEL.test(part)
        ? 'page'
        : 'text';
  const isNamed = before?.endsWith('：') && part.length <= MAX_VALUE_LENGTH;
  return isNamed || OTHER_VALUE.test(part) ? 'value' : 'other';
}

/**
 * Which lines a web site added around a text.
 * @param lines of a file, blank ones included
 * @returns their indices
 */
export function pageLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  const beside: number[] = [];
  const filled = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  filled.forEach((at, order) => {
    const kind = pageLineOf(lines[at]);
    if (kind === 'certain') found.add(at);
    else if (kind === 'beside') beside.push(order);
  });
  const adopt = (order: number) => {
    if (found.has(filled[order - 1]) || found.has(filled[order + 1])) found.add(filled[order]);
  };
  for (const order of beside) adopt(order);
  for (const order of beside.toReversed()) adopt(order);
  return found;
}
