// .pdf: text in reading order, lines joined to paragraphs, with page numbers. A warning names the pages whose
// content has no character codes (scans, fonts without a map).
import type { PageRange } from '../../pages.ts';
import type { PageTrouble, ReadFailure, Warning } from '../../warning.ts';
import { documentProperties, type StatedProperties } from '../document-properties.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { MAX_RECOGNISED_PAGES, MAX_SOURCE_PIXELS, type Recogniser } from '../recognition/recogniser.ts';
import { headingsOf } from './bookmark-headings.ts';
import { namelessIn } from './characters.ts';
import { guttersOf, type RawPage } from './columns.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { linesOf, type PdfPage, pageNumberOf } from './lines.ts';
import { assemble } from './paragraphs.ts';
import {
  bookmarksOf,
  drawnOn,
  openPdf,
  PASSWORD_NEEDED,
  type PDFDocumentProxy,
  type PDFPageProxy,
  statedIn,
  type TextRun,
} from './pdfjs.ts';
import { withPlainDate } from './plain-date.ts';
import { type Run, stretchesOf } from './rows.ts';
import { recognisedOn } from './scanned-page.ts';
import { facingsOf } from './turns.ts';

const MAX_PAGES = 2000;

export const pdf = {
  async read(bytes: Uint8Array, recogniser?: Recogniser): Promise<ReadResult> {
    const task = openPdf(bytes, recogniser && MAX_SOURCE_PIXELS);
    try {
      const document = await task.promise;
      if (document.numPages > MAX_PAGES)
        return { ok: false, reason: { kind: 'too-many-pages', pages: document.numPages, max: MAX_PAGES } };
      return await readDocument(document, recogniser);
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
  /** No trouble, but no text either: that of their pictures is recognised. */
  readonly recognised: number[] = [];
  readonly recogniser: Recogniser | undefined;
  /** A page without text has lines or areas, maybe the outlines of letters. */
  drawn = false;
  private inspected = 0;

  constructor(recogniser: Recogniser | undefined) {
    this.recogniser = recogniser;
  }

  /** Inspecting a page without text takes longer than reading one, so only the first ones are inspected. */
  mayInspect(): boolean {
    return this.inspected++ < MAX_INSPECTED;
  }

  warnings(): Warning[] {
    const kinds: [PageTrouble, number[]][] = [
      ['damaged', this.damaged],
      [this.recogniser ? 'unrecognised' : 'pictures', this.pictures],
      ['recognised', this.recognised],
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

async function readDocument(
  document: PDFDocumentProxy,
  recogniser: Recogniser | undefined,
): Promise<ReadResult> {
  const troubles = new PageTroubles(recogniser);
  const rawPages: RawPage[] = [];
  for (let number = 1; number <= document.numPages; number++)
    for (const rawPage of await readPage(document, number, troubles)) rawPages.push(rawPage);
  const unnumbered = withoutLineNumbers(rawPages);
  for (const [i, rawPage] of rawPages.entries())
    if (rawPage !== unnumbered[i]) troubles.numbered.push(pageNumberOf(rawPage.number));
  const { text, furniture, pages: starts, ...tables } = assemble(pagesOf(unnumbered));
  if (text.trim() === '') return { ok: false, reason: reasonForNoText(document.numPages, troubles) };
  return {
    ok: true,
    text,
    markup: [],
    headings: headingsOf(await besideText(bookmarksOf(document), []), text, starts, furniture),
    furniture,
    pages: starts,
    ...tables,
    ...(troubles.recognised.length > 0 ? { recognised: ranges(troubles.recognised) } : {}),
    ...documentProperties(withPlainDate(await besideText(statedIn(document), NOTHING_STATED))),
    warnings: troubles.warnings(),
  };
}

const NOTHING_STATED: StatedProperties = { title: undefined, author: undefined, date: undefined };

/** A damaged outline or damaged properties are no reason against the text: they count as missing. */
const besideText = <What>(read: Promise<What>, missing: What): Promise<What> => read.catch(() => missing);

function pagesOf(rawPages: RawPage[]): PdfPage[] {
  const gutters = guttersOf(rawPages);
  return rawPages.map((rawPage, i) => {
    const { stretches: _, ...page } = rawPage;
    return { ...page, lines: linesOf(rawPage, gutters[i]) };
  });
}

function reasonForNoText(pages: number, troubles: PageTroubles): ReadFailure {
  if (troubles.damaged.length === pages) return { kind: 'damaged-pages' };
  if (troubles.nameless.length > 0) return { kind: 'nameless-signs' };
  if (troubles.pictures.length > 0) return { kind: troubles.recogniser ? 'nothing-recognised' : 'scan' };
  if (troubles.turned.length > 0) return { kind: 'leaning-text' };
  return { kind: troubles.drawn ? 'scan' : 'empty' };
}

/** The words of a page by the directions in which they run; none where the page is damaged. */
async function readPage(
  document: PDFDocumentProxy,
  number: number,
  troubles: PageTroubles,
): Promise<RawPage[]> {
  try {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const { facings, leans } = facingsOf(items.filter(isRun), transform, width, height);
    if (leans) troubles.turned.push(number);
    const text = facings.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
    const unreadable = namelessIn(text) > text.length * MAX_NAMELESS;
    if (unreadable) troubles.nameless.push(number);
    const recognised = text === '' && !leans ? await runsWithoutText(page, number, troubles) : [];
    page.cleanup();
    if (recognised.length > 0)
      return [{ number, width, height, stretches: stretchesOf(recognised), isBeside: false }];
    if (unreadable || facings.length === 0)
      return [{ number, width, height, stretches: [], isBeside: false }];
    return facings.map(({ runs, quarter, ...facing }) => ({
      ...facing,
      number: number + quarter / QUARTERS,
      stretches: stretchesOf(runs),
    }));
  } catch (error) {
    if (error instanceof Error && error.name === PASSWORD_NEEDED) throw error;
    troubles.damaged.push(number);
    return [];
  }
}

const isRun = (item: object): item is TextRun => 'str' in item;

/** A page with a larger share of nameless characters counts as unreadable. */
const MAX_NAMELESS = 0.3;
/** The quarters of a circle by which words are turned are the fraction of a page's number. */
const QUARTERS = 4;

/** The words that are recognised on a page without text; none where it has none, or shall not be looked at. */
async function runsWithoutText(page: PDFPageProxy, number: number, troubles: PageTroubles): Promise<Run[]> {
  const { recogniser, recognised } = troubles;
  if (recogniser && recognised.length < MAX_RECOGNISED_PAGES) {
    const runs = await recognisedOn(page, recogniser);
    if (runs.length > 0) {
      recognised.push(number);
      return runs;
    }
  }
  await classifyEmptyPage(page, number, troubles);
  return [];
}

async function classifyEmptyPage(page: PDFPageProxy, number: number, troubles: PageTroubles): Promise<void> {
  const { glyphs, pictures, lines } = troubles.mayInspect()
    ? await drawnOn(page)
    : { glyphs: false, pictures: true, lines: false };
  troubles.drawn ||= lines;
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
