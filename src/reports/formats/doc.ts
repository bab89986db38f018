// .doc of Word 97 to 2003: the body's paragraphs. Its styles are not read, so headings are known by their words alone.
// Never for .docx, whose text word-extractor corrupts at the borders of its buffers.
import WordExtractor from 'word-extractor';
import type { Warning } from '../warning.ts';
import { looksLikeText } from './decode.ts';
import type { ReadResult, ReportReader } from './reader.ts';

/** The filter would turn Chinese quotation marks and dashes into ASCII. */
const AS_WRITTEN = { filterUnicode: false };

export const doc = {
  async read(bytes: Uint8Array): Promise<ReadResult> {
    const document = await new WordExtractor().extract(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    );
    const text = document.getBody(AS_WRITTEN);
    if (!looksLikeText(text)) return { ok: false, reason: { kind: 'damaged-text' } };
    const notes = document.getFootnotes(AS_WRITTEN) + document.getEndnotes(AS_WRITTEN);
    const warnings: Warning[] = notes.trim() === '' ? [] : [{ kind: 'notes' }];
    return { ok: true, text, markup: [], headings: [], warnings };
  },
} satisfies ReportReader;
