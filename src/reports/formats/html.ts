// .html: what a reader of the page sees, block by block; navigation, scripts and hidden elements are left
// out.
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
    return { ok: true, ...readMarkup(decoded.text, body ? { body } : {}) };
  },
} satisfies ReportReader;
