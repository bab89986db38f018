// .txt: the text is the file, nothing is markup.
import { decode } from './decode.ts';
import type { ReadResult, ReportReader } from './reader.ts';

export const plainText = {
  read(bytes: Uint8Array): ReadResult {
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    return { ok: true, text: decoded.text, markup: [], headings: [], warnings: [] };
  },
} satisfies ReportReader;
