// .html: the main text of the page as its reader sees it, block by block, with what the page says of its title,
// author and date. Navigation, scripts, hidden elements and what the site sets around the text are left out.
import { declaredEncoding } from './declared-encoding.ts';
import { decode } from './decode.ts';
import { readMarkup } from './markup-reader.ts';
import { pageBodyOf } from './page-body.ts';
import type { ReadResult, ReportReader } from './reader.ts';

export const html = {
  read(bytes: Uint8Array): ReadResult {
    const decoded = decode(bytes, declaredEncoding(bytes));
    if (!decoded.ok) return decoded;
    const body = pageBodyOf(decoded.text);
    const read = readMarkup(decoded.text, { body });
    const hasProperties = Object.keys(body.properties).length > 0;
    return { ok: true, ...read, ...(hasProperties ? { properties: body.properties } : {}) };
  },
} satisfies ReportReader;
