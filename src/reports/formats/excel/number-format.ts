// Numbers as a spreadsheet shows them: 0.125 as 12.5%, 45843 as 2025/7/5. The only importer of numfmt.
import { format, isDateFormat } from 'numfmt';

const GENERAL = 'General';
const DATE = 'yyyy/m/d'; // Excel shows the order of the system's language; year first is read alike everywhere
const CHINESE_DATE = 'yyyy"年"m"月"d"日"';
const CHINESE_MONTH = 'yyyy"年"m"月"';
const CHINESE_DAY = 'm"月"d"日"';

/** Formats that files name by number only (ECMA-376 Part 1, 18.8.30); 27 to 58 are those of Chinese systems. */
const KNOWN = new Map<number, string>([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, DATE],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, `${DATE} h:mm`],
  [30, 'm-d-yy'],
  [31, CHINESE_DATE],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  ...[27, 36, 50, 52, 57].map((id): [number, string] => [id, CHINESE_MONTH]),
  ...[28, 29, 51, 53, 54, 58].map((id): [number, string] => [id, CHINESE_DAY]),
]);

export const knownFormat = (id: number): string => KNOWN.get(id) ?? GENERAL;

/** Digits that a spreadsheet keeps. */
const PRECISION = 15;
/** `!` before a sign in formats of Chinese systems, as `\` elsewhere: 0!.0,"万". */
const CHINESE_ESCAPE = /"[^"]*"|\\.|!(.)/g;

/**
 * @param code a number format such as `0.0%`
 * @param daysBefore added to dates
 */
export function shownNumber(value: number, code: string, daysBefore = 0): string {
  if (!Number.isFinite(value)) return '';
  // not shortened to the width of a column, as 1.2E+11
  if (code === GENERAL) return String(Number(value.toPrecision(PRECISION)));
  const portable = code.replace(CHINESE_ESCAPE, (all, sign?: string) => (sign ? `\\${sign}` : all));
  try {
    return format(portable, isDateFormat(portable) ? value + daysBefore : value);
  } catch {
    return String(Number(value.toPrecision(PRECISION))); // no format
  }
}
