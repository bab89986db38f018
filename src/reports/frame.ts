// What frames a report: a line under the title (date, author) and the signature at its end.
import type { Line } from './clean.ts';

const DATE_LINE =
  /^[（(]?\s*(?:(?:20\d\d|[xX]{2,4}|二[〇○零Oo0]二[一二三四五六七八九〇○零])\s*年)(?:\s*[\dxX一二三四五六七八九十]{1,3}\s*月)?(?:\s*[\dxX一二三四五六七八九十]{1,3}\s*日)?\s*[）)]?$/;
const AUTHOR_LINE =
  /^[（(]?[^。，；：！？,;:!?]{2,24}(?:政府|委员会|局|办|办公室|街道|中心|站|分局|公司|医院|学校|支部|党委|党组|镇|乡|县|市|区)\s*[）)]?$/;
const MAX_SIGNATURE_LINES = 3;

/** A report's lines without its frame, and the frame. */
export interface Framed {
  body: Line[];
  frontMatter: Line[];
  signature: Line[];
}

/** Takes the frame off: at the top only lines with a date, at the end a date and the author's name before it. */
export function takeFrame(lines: Line[]): Framed {
  let first = 0;
  while (first < Math.min(2, lines.length) && DATE_LINE.test(lines[first].text)) first++;
  let last = lines.length;
  const earliest = Math.max(first + 1, lines.length - MAX_SIGNATURE_LINES);
  while (last > earliest && isSignature(lines[last - 1])) last--;
  return { body: lines.slice(first, last), frontMatter: lines.slice(0, first), signature: lines.slice(last) };
}

function isSignature(line: Line): boolean {
  return DATE_LINE.test(line.text) || AUTHOR_LINE.test(line.text);
}
