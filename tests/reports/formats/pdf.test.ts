// PDFs: reading order, paragraphs, what belongs to the pages, and pages that say nothing.
import { describe, expect, it } from 'vitest';
import { HELVETICA, latinPage, writePdf } from '../../fixtures/formats/pdf-writer.ts';
import { sentencesOf } from '../warning-sentences.ts';
import { documentOf, reasonAgainst, wordsOf } from './read.ts';

type Lines = Parameters<typeof latinPage>[0];
const pdf = (...pages: Lines[]) => writePdf({ pages: pages.map(latinPage), fonts: { F1: HELVETICA } });
const read = (...pages: Lines[]) => documentOf('a.pdf', pdf(...pages));
const FULL = 'The county built sixty two kilometres of rural roads and mended bridges';
const at = (text: string, x: number, y: number, size = 12) => ({ text, x, y, size });

describe('the text of a PDF', () => {
  it('joins the lines of a paragraph, and begins a new one where a line was not full', async () => {
    const { text } = await read([FULL, FULL, 'at last.', 'A new paragraph', FULL]);
    expect(text).toBe(`${FULL} ${FULL} at last.\nA new paragraph\n${FULL}`);
  });

  it('puts hyphenated words together', async () => {
    const { text } = await read([`${FULL} in the moun-`, 'tains and in the valleys.']);
    expect(text).toBe(`${FULL} in the mountains and in the valleys.`);
  });

  it('begins a paragraph where a line is indented', async () => {
    const { text } = await read([at(FULL, 72, 700), at(FULL, 96, 680), at(FULL, 72, 660)]);
    expect(text).toBe(`${FULL}\n${FULL} ${FULL}`);
  });

  it('follows the page, not the order in which it was drawn', async () => {
    const { text } = await read([at('third', 72, 600), at('first', 72, 760), at('second', 72, 680)]);
    expect(text.split(/\n+/)).toEqual(['first', 'second', 'third']);
  });

  it('reads two columns one after the other', async () => {
    const column = (name: string, x: number) =>
      Array.from({ length: 8 }, (_, i) =>
        at(`${name} line ${i} with words up to its end`, x, 700 - 16 * i, 10),
      );
    const title = at('A title that stands over both of the columns on this page', 100, 760, 14);
    const { text } = await read([...column('right', 320), title, ...column('left', 60)]);
    const order = [...text.matchAll(/title|(?:left|right) line \d/g)].map(([words]) => words);
    const lines = (name: string) => Array.from({ length: 8 }, (_, i) => `${name} line ${i}`);
    expect(order).toEqual(['title', ...lines('left'), ...lines('right')]);
  });

  it('has each word once where a program printed it twice for bold letters', async () => {
    expect((await read([at('Bold words', 72, 700), at('Bold words', 72.4, 700)])).text).toBe('Bold words');
  });

  it('shows the cells of a row apart from each other', async () => {
    expect((await read([at('Town', 72, 700), at('Area', 200, 700), at('3', 320, 700)])).text).toBe(
      'Town  Area  3',
    );
  });

  it('leaves out turned text with a warning', async () => {
    const watermark = 'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (Draft) Tj ET';
    const page = `${latinPage(['Words of the report.'])}\n${watermark}`;
    const { text, warnings } = await documentOf(
      'a.pdf',
      writePdf({ pages: [page], fonts: { F1: HELVETICA } }),
    );
    expect(text).toBe('Words of the report.');
    expect(sentencesOf(warnings)).toEqual(['page 1 has turned text (a watermark?), which is left out']);
  });
});

describe('a page of a PDF', () => {
  const lines = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => at(`${name} ${i}.`, 72, 760 - 20 * i));

  it('that ends early is followed by a wide break', async () => {
    const { text } = await read(lines('One', 34), lines('Two', 12), [at('Opening.', 72, 760)]);
    expect(text).toMatch(/One 33\.\nTwo 0\.[\s\S]*Two 11\.\n\n\n\nOpening\.$/);
  });

  it.each([
    ['is nearly full', 28, 760],
    ['ended early, before one that begins low', 12, 500],
  ])('that %s is not', async (_, count, y) => {
    const { text } = await read(lines('One', 34), lines('Two', count), [at('Opening.', 72, y)]);
    expect(text).toMatch(/Two \d+\.\nOpening\.$/);
  });

  it('that a sentence goes over is not, wherever it ended', async () => {
    const { text } = await read(lines('One', 34), [at(FULL, 72, 760)], [at('goes on.', 72, 760)]);
    expect(text).toMatch(/bridges goes on\.$/);
  });
});

describe('what belongs to the pages of a PDF', () => {
  const page = (number: number, ...lines: string[]) => [
    at('County Papers, No. 7', 72, 800, 9),
    ...lines.map((line, i) => at(line, 72, 700 - 20 * i)),
    at(`- ${number} -`, 290, 40, 9),
  ];

  it('is kept out of the words, and out of a paragraph that goes over the end of a page', async () => {
    const document = await read(page(1, 'Opening.', FULL), page(2, 'goes on here.', 'Next.'));
    expect(wordsOf(document).trim().split(/\n+/)).toEqual(['Opening.', `${FULL} goes on here.`, 'Next.']);
    expect(document.furniture?.map(({ reason }) => reason).sort()).toEqual([
      'page-number',
      'page-number',
      'running-head',
      'running-head',
    ]);
  });

  it('is separated, and each page has its start', async () => {
    const { text, pages = [] } = await read(
      page(1, 'Opening.', FULL),
      page(2, 'goes on here.'),
      page(3, 'Last.'),
    );
    expect(pages.map(({ start, page: number }) => [number, /^\w+/.exec(text.slice(start))?.[0]])).toEqual([
      [1, 'Opening'],
      [2, 'goes'],
      [3, 'Last'],
    ]);
  });

  it('is not a figure at the bottom of a page', async () => {
    const { furniture } = await read([at('Area in hectares', 72, 700), at('360', 72, 40)]);
    expect(furniture).toEqual([]);
  });
});

describe('a PDF that does not say which characters it shows', () => {
  const PICTURE =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\u007f\nendstream';
  const SCAN = 'q 500 0 0 700 40 60 cm /I1 Do Q';
  /** A font whose characters are numbers of its own. */
  const NAMELESS =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 1 /LastChar 2 /Widths [1 1] /Encoding << /Type /Encoding /Differences [1 /g1 /g2] >> /CharProcs << >> /Resources << >> >>';
  const GLYPHS = 'BT /F2 12 Tf 72 700 Td <0102010201020102> Tj ET';
  const make = (...pages: string[]) =>
    writePdf({ pages, fonts: { F1: HELVETICA, F2: NAMELESS }, pictures: { I1: PICTURE } });

  it('is skipped where all of it is a scan', async () => {
    expect(await reasonAgainst('scan.pdf', make(SCAN, SCAN))).toMatch(/holds no text.*scan.*OCR/);
  });

  it('is read, with a warning for the pages that are scans', async () => {
    const pages = [latinPage(['Words.']), SCAN, SCAN, '', SCAN];
    const { text, warnings } = await documentOf('a.pdf', make(...pages));
    expect(text).toBe('Words.');
    expect(sentencesOf(warnings)).toEqual([
      expect.stringMatching(/^each of the pages 2–3, 5 holds pictures and no text \(a scan\?\).*OCR/),
    ]);
  });

  it('is read, with a warning for a page of signs without a character map', async () => {
    const { text, warnings } = await documentOf('a.pdf', make(latinPage(['Words.']), GLYPHS));
    expect(text).toBe('Words.');
    expect(sentencesOf(warnings)).toEqual([expect.stringMatching(/^page 2 shows signs without saying/)]);
  });

  it('is skipped where all its pages are such', async () => {
    expect(await reasonAgainst('a.pdf', make(GLYPHS))).toMatch(/fonts do not say which characters/);
  });
});

describe('a PDF that is too much', () => {
  it('has more than 2,000 pages', async () => {
    const bytes = writePdf({ pages: Array(2001).fill('') });
    expect(await reasonAgainst('long.pdf', bytes)).toMatch(/^it has 2001 pages, more than 2000; /);
  });
});
