// Advertising of those who sell documents, and the passwords of their files.
import path from 'node:path';
import { readWordLists } from '../language/index.ts';
import { withoutMarkers } from './marker.ts';
import type { SourceLine } from './source-line.ts';

const WORDS = readWordLists(path.join(import.meta.dirname, 'advertising.txt'));
const SELLING = new RegExp(WORDS.pattern('selling'), 'gi');
const ADVERTISING = new RegExp(WORDS.pattern('advertising'), 'g');
/**
 * In the middle of a file a line is advertising if it holds this many selling words, and this many words in
 * all.
 */
const MIN_SELLING_WORDS = 2;
const MIN_ADVERTISING_WORDS = 3;

const PASSWORD =
  /^\s*(?:本)?(?:文档|文件|文稿|文章|资料)?(?:的)?(?:编辑|打开|解压|查看|下载)?密码\s*[:：]\s*\S+\s*$/;

export const isPassword = (line: string): boolean => PASSWORD.test(line);

export function isAdvertising(line: string): boolean {
  const selling = countDistinct(line, SELLING);
  return selling >= MIN_SELLING_WORDS && selling + countDistinct(line, ADVERTISING) >= MIN_ADVERTISING_WORDS;
}

const countDistinct = (line: string, pattern: RegExp) => new Set(line.match(pattern) ?? []).size;

/**
 * Where the advertising at a file's end begins: there one selling word is enough in a line that ends no
 * sentence.
 */
export function advertisingTail(lines: SourceLine[]): number {
  let start = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const content = withoutMarkers(lines[i].text);
    if (content === '' || isPassword(content)) continue;
    const sells = countDistinct(content, SELLING) > 0 && !/[。！？]$/.test(content);
    if (!sells && !isAdvertising(content)) break;
    start = i;
  }
  return start;
}
