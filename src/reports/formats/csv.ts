// .csv and .tsv: each record is a row. Separated by commas, semicolons or tabs, whichever gives rows of one
// length; cells may be quoted.
import papa from 'papaparse';
import { decode } from './decode.ts';
import type { ReadResult, ReportReader } from './reader.ts';
import { separateTitle, writeGrid } from './tables/grid-blocks.ts';
import { RowText } from './tables/row-text.ts';
import { TOO_MUCH_TEXT } from './text-limit.ts';

/** Commas come last: where they are as even as another sign, they are decimal. */
const SEPARATORS = ['\t', ';', ','];
/** Excel's own line about the separator. */
const SEPARATOR_LINE = /^sep=([\t;,])\n/i;
/** Rows by which the separator is found. */
const SAMPLE_ROWS = 50;
/** Is in no text, see `decode`. */
const NO_QUOTE = '\0';

export const csv = {
  read(bytes: Uint8Array): ReadResult {
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    const source = decoded.text.replace(/\r\n?/g, '\n');
    const named = SEPARATOR_LINE.exec(source);
    const records = recordsOf(source.slice(named?.[0].length ?? 0), named?.[1]);
    const { title, rows } = separateTitle(records.map((cells) => ({ cells })));
    const text = new RowText();
    if (title !== undefined) text.addHeading(title, 1);
    writeGrid(rows, text);
    return text.isTooLong
      ? { ok: false, reason: TOO_MUCH_TEXT }
      : { ok: true, ...text.finish(), markup: [], warnings: [] };
  },
} satisfies ReportReader;

function recordsOf(source: string, separator = separatorOf(source)): string[][] {
  const settings = { delimiter: separator, newline: '\n' } as const;
  const parsed = papa.parse<string[]>(source, settings);
  // a quotation mark that is never closed would swallow the rest: then it is an ordinary sign
  const isOpen = parsed.errors.some(({ code }) => code === 'MissingQuotes');
  return isOpen ? papa.parse<string[]>(source, { ...settings, quoteChar: NO_QUOTE }).data : parsed.data;
}

function separatorOf(source: string): string {
  const evenness = SEPARATORS.map((delimiter) => {
    const { data, errors } = papa.parse<string[]>(source, { delimiter, newline: '\n', preview: SAMPLE_ROWS });
    const lengths = new Map<number, number>();
    for (const { length } of data) if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1);
    // by the wrong sign, quotation marks stand within cells
    return Math.max(0, ...lengths.values()) - errors.length;
  });
  const most = Math.max(...evenness);
  return most <= 0 ? ',' : SEPARATORS[evenness.indexOf(most)];
}
