// .doc of Word 97 to 2003: the paragraphs of the body. Styles are not read, so headings are detected by their
// words. Not used for .docx, whose text word-extractor corrupts at its buffer boundaries.
import WordExtractor from 'word-extractor';
import type { Warning } from '../warning.ts';
import { looksLikeText } from './decode.ts';
import type { ReadResult, ReportReader } from './reader.ts';

/** The filter would replace Chinese quotation marks and dashes with ASCII. */
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
