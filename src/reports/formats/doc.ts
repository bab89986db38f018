// .doc of Word 97 to 2003: the paragraphs of the body, then those of text boxes, whose places are not known.
// Styles are not read, so headings are detected by their words. Not used for .docx, whose text word-extractor
// corrupts at its buffer boundaries.
import WordExtractor from 'word-extractor';
import type { Warning } from '../warning.ts';
import { looksLikeText } from './decode.ts';
import { withNames } from './ole.ts';
import type { ReadResult, ReportReader } from './reader.ts';

/** The filter would replace Chinese quotation marks and dashes with ASCII. */
const AS_WRITTEN = { filterUnicode: false };
/** The streams that word-extractor asks for by these names; some programs write them in capitals. */
const STREAMS = ['WordDocument', '0Table', '1Table'];

export const doc = {
  async read(bytes: Uint8Array): Promise<ReadResult> {
    const container = withNames(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), STREAMS);
    const document = await new WordExtractor().extract(container);
    const body = document.getBody(AS_WRITTEN);
    const boxes = document.getTextboxes({ ...AS_WRITTEN, includeHeadersAndFooters: false });
    const text = boxes.trim() === '' ? body : `${body.trimEnd()}\n\n${boxes.trim()}`;
    if (!looksLikeText(text)) return { ok: false, reason: { kind: 'damaged-text' } };
    const notes = document.getFootnotes(AS_WRITTEN) + document.getEndnotes(AS_WRITTEN);
    const warnings: Warning[] = notes.trim() === '' ? [] : [{ kind: 'notes' }];
    return { ok: true, text, markup: [], headings: [], warnings };
  },
} satisfies ReportReader;
