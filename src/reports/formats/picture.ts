// .png and .jpg: the text that is recognised in a picture of one page, where recognition is switched on.

import { guttersOf, type RawPage } from './pdf/columns.ts';
import { linesOf } from './pdf/lines.ts';
import { assemble } from './pdf/paragraphs.ts';
import { stretchesOf } from './pdf/rows.ts';
import type { ReadResult, ReportReader } from './reader.ts';
import { pictureHeader } from './recognition/picture-size.ts';
import { MAX_PIXELS, type Recogniser } from './recognition/recogniser.ts';
import { runsOf } from './recognition/words-to-runs.ts';

/** The shorter side of an A4 page, in points: a picture does not reliably say how large its page is. */
const SHORTER_SIDE = 595;
const ONLY_PAGE = [{ first: 1, last: 1 }];
const MILLION = 1_000_000;

export const picture = {
  async read(bytes: Uint8Array, recogniser?: Recogniser): Promise<ReadResult> {
    if (!recogniser) return { ok: false, reason: { kind: 'picture' } };
    const header = pictureHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    if (!header || header.width === 0 || header.height === 0)
      return { ok: false, reason: { kind: 'damaged' } };
    if (header.width * header.height > MAX_PIXELS)
      return { ok: false, reason: { kind: 'too-many-pixels', millions: MAX_PIXELS / MILLION } };
    const page = await pageOf(bytes, header, recogniser);
    const lines = linesOf(page, guttersOf([page])[0]);
    const { text, furniture, pages, ...tables } = assemble([{ ...page, lines }]);
    if (text.trim() === '') return { ok: false, reason: { kind: 'nothing-recognised' } };
    return {
      ok: true,
      text,
      markup: [],
      headings: [],
      furniture,
      pages,
      ...tables,
      recognised: ONLY_PAGE,
      warnings: [{ kind: 'pages', trouble: 'recognised', pages: ONLY_PAGE }],
    };
  },
} satisfies ReportReader;

/** Orientations from this one on lie on their side. */
const FIRST_TURNED = 5;

async function pageOf(
  bytes: Uint8Array,
  { width: columns, height: rows, orientation }: { width: number; height: number; orientation: number },
  recogniser: Recogniser,
): Promise<RawPage> {
  const scale = Math.min(columns, rows) / SHORTER_SIDE;
  const [width, height] = orientation < FIRST_TURNED ? [columns, rows] : [rows, columns];
  const words = await recogniser.recognise(bytes, orientation);
  return {
    number: 1,
    width: width / scale,
    height: height / scale,
    stretches: stretchesOf(runsOf(words, scale)),
    isBeside: false,
  };
}
