// .txt: the text is the file, nothing is markup.
import { decode } from './decode.ts';
import type { ReportReader } from './reader.ts';

export const plainText: ReportReader = {
  extensions: ['.txt', '.text'],
  read(bytes) {
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    return { ok: true, text: decoded.text, markup: [], headings: [], warnings: [] };
  },
};
