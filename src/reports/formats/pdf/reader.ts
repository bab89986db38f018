// .pdf: text in reading order, lines joined to paragraphs, with page numbers. A warning names the pages whose
// content has no character codes (scans, fonts without a map).
import type { PageRange } from '../../pages.ts';
import type { PageTrouble, ReadFailure, Warning } from '../../warning.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { namelessIn } from './characters.ts';
import { guttersOf, type RawPage } from './columns.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { linesOf, type PdfPage } from './lines.ts';
import { assemble } from './paragraphs.ts';
import {
  drawnOn,
  openPdf,
  PASSWORD_NEEDED,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type TextRun,
} from './pdfjs.ts';
import { type Run, stretchesOf } from './rows.ts';

const MAX_PAGES = 2000;

export const pdf = {
  async read(bytes: Uint8Array): Promise<ReadResult> {
    const task = openPdf(bytes);
    try {
      const document = await task.promise;
      if (document.numPages > MAX_PAGES)
        return { ok: false, reason: { kind: 'too-many-pages', pages: document.numPages, max: MAX_PAGES } };
      return await readDocument(document);
    } catch (error) {
      if (error instanceof Error && error.name === PASSWORD_NEEDED)
        return { ok: false, reason: { kind: 'password' } };
      throw error;
    } finally {
      await task.destroy();
    }
  },
} satisfies ReportReader;

/** Page numbers by problem. */
class PageTroubles {
  readonly damaged: number[] = [];
  readonly pictures: number[] = [];
  readonly nameless: number[] = [];
  readonly turned: number[] = [];
  readonly numbered: number[] = [];
  private inspected = 0;

  /** Inspecting a page without text may decode its pictures, so only the first ones are inspected. */
  mayInspect(): boolean {
    return this.inspected++ < MAX_INSPECTED;
  }

  warnings(): Warning[] {
    const kinds: [PageTrouble, number[]][] = [
      ['damaged', this.damaged],
      ['pictures', this.pictures],
      ['nameless-signs', this.nameless],
      ['turned-text', this.turned],
      ['line-numbers', this.numbered],
    ];
    return kinds
      .filter(([, pages]) => pages.length > 0)
      .map(([trouble, pages]) => ({ kind: 'pages', trouble, pages: ranges(pages) }));
  }
}

const MAX_INSPECTED = 20;

async function readDocument(document: PDFDocumentProxy): Promise<ReadResult> {
  const troubles = new PageTroubles();
  const rawPages: RawPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const rawPage = await readPage(document, number, troubles);
    if (rawPage) rawPages.push(rawPage);
  }
  const unnumbered = withoutLineNumbers(rawPages);
  for (const [i, rawPage] of rawPages.entries())
    if (rawPage !== unnumbered[i]) troubles.numbered.push(rawPage.number);
  const { text, furniture, pages: starts } = assemble(pagesOf(unnumbered));
  if (text.trim() === '') return { ok: false, reason: reasonForNoText(document.numPages, troubles) };
  return {
    ok: true,
    text,
    markup: [],
    headings: [],
    furniture,
    pages: starts,
    warnings: troubles.warnings(),
  };
}

function pagesOf(rawPages: RawPage[]): PdfPage[] {
  const gutters = guttersOf(rawPages);
  return rawPages.map((rawPage, i) => {
    const { number, width, height } = rawPage;
    return { number, width, height, lines: linesOf(rawPage, gutters[i]) };
  });
}

function reasonForNoText(pages: number, troubles: PageTroubles): ReadFailure {
  if (troubles.damaged.length === pages) return { kind: 'damaged-pages' };
  return { kind: troubles.nameless.length > 0 ? 'nameless-signs' : 'scan' };
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  troubles: PageTroubles,
): Promise<RawPage | undefined> {
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { upright, turned } = await runsOf(page);
    if (turned) troubles.turned.push(number);
    const text = upright.map((run) => run.text).join('');
    const unreadable = namelessIn(text) > text.length * MAX_NAMELESS;
    if (unreadable) troubles.nameless.push(number);
    else if (text.trim() === '') await classifyEmptyPage(page, number, troubles);
    page.cleanup();
    return { number, width, height, stretches: unreadable ? [] : stretchesOf(upright) };
  } catch (error) {
    if (error instanceof Error && error.name === PASSWORD_NEEDED) throw error;
    troubles.damaged.push(number);
    return undefined;
  }
}

/** A page with a larger share of nameless characters counts as unreadable. */
const MAX_NAMELESS = 0.3;
/** Runs that lean more than this (sine of the angle) belong to no line of the page. */
const MAX_LEAN = 0.1;

async function runsOf(page: PDFPageProxy): Promise<{ upright: Run[]; turned: boolean }> {
  const { items } = await page.getTextContent();
  const { transform: view } = page.getViewport({ scale: 1 });
  const upright: Run[] = [];
  let turned = false;
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const run = uprightRun(item, view);
    if (run) upright.push(run);
    else turned ||= item.str.trim() !== '';
  }
  return { upright: upright.filter(({ text }) => text.trim() !== ''), turned };
}

/** A run in the page's upright coordinates; undefined where it leans. */
function uprightRun({ str, transform: t, width }: TextRun, v: number[]): Run | undefined {
  const along = [v[0] * t[0] + v[2] * t[1], v[1] * t[0] + v[3] * t[1]];
  const up = [v[0] * t[2] + v[2] * t[3], v[1] * t[2] + v[3] * t[3]];
  const length = Math.hypot(along[0], along[1]);
  const size = Math.hypot(up[0], up[1]);
  if (length === 0 || along[0] <= 0 || Math.abs(along[1]) > length * MAX_LEAN) return undefined;
  return {
    text: str,
    x: v[0] * t[4] + v[2] * t[5] + v[4],
    y: v[1] * t[4] + v[3] * t[5] + v[5],
    width,
    size,
  };
}

async function classifyEmptyPage(page: PDFPageProxy, number: number, troubles: PageTroubles): Promise<void> {
  const { glyphs, pictures } = troubles.mayInspect()
    ? await drawnOn(page)
    : { glyphs: false, pictures: true };
  if (glyphs) troubles.nameless.push(number);
  else if (pictures) troubles.pictures.push(number);
}

/** Consecutive pages as ranges. */
function ranges(pages: number[]): PageRange[] {
  const runs: PageRange[] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs;
}
