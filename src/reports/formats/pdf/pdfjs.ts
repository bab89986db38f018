// The only importer of pdfjs-dist. It needs the paths of its character maps and fonts: without the maps,
// Chinese PDFs without embedded fonts are read as empty.
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { StatedProperties } from '../document-properties.ts';

export type { PDFDocumentProxy, PDFPageProxy };
/** A text run of pdf.js; `transform` is in the page's own coordinates. */
export type TextRun = Extract<
  Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number],
  { str: string }
>;

/**
 * pdf.js loads this to draw pages. Nothing is drawn here; the native library costs half a second and 20 MB.
 */
const DRAWING_LIBRARY = '@napi-rs/canvas';

async function withoutDrawing() {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier === DRAWING_LIBRARY) throw new Error('nothing is drawn here');
      return next(specifier, context);
    },
  });
  const warn = console.warn;
  const log = console.log;
  console.warn = () => {}; // it warns that it cannot draw
  console.log = () => {};
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
    console.log = log;
    hooks.deregister();
  }
}

const pdfjs = await withoutDrawing();
const HOME = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => `${path.join(HOME, name)}${path.sep}`;

/**
 * The caller destroys the returned loading task. Throws pdf.js's errors; see `PASSWORD_NEEDED`.
 * @param maxPixels larger pictures are not decoded; 0: none is
 */
export function openPdf(bytes: Uint8Array, maxPixels = 0) {
  return pdfjs.getDocument({
    data: new Uint8Array(bytes), // pdf.js transfers the buffer
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    maxImageSize: maxPixels,
  });
}

export const PASSWORD_NEEDED = 'PasswordException';

/** Names of drawing instructions, by their numbers. */
const OPERATORS = new Map(Object.entries(pdfjs.OPS).map(([name, number]) => [number, name]));

/** A drawing instruction of pdf.js; its arguments depend on its name. */
export interface Instruction {
  name: string;
  args: readonly unknown[];
}

/** A page's drawing instructions, one after the other. */
export async function instructionsOf(page: PDFPageProxy): Promise<Instruction[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.map((operator, i) => ({
    name: OPERATORS.get(operator) ?? '',
    args: (argsArray[i] as unknown[] | null) ?? [],
  }));
}

/** A decoded picture as pdf.js keeps it; undefined where it could not be decoded. */
export interface DecodedPicture {
  width: number;
  height: number;
  /** Undefined for a mask. */
  kind?: number;
  data?: Uint8Array | Uint8ClampedArray;
}

export const PICTURE_KINDS = pdfjs.ImageKind;

/** Names of pictures that several pages share begin so. */
const SHARED = 'g_';

/** Waits until it is decoded. */
export function pictureNamed(page: PDFPageProxy, name: string): Promise<DecodedPicture | undefined> {
  const objects = name.startsWith(SHARED) ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, (picture: DecodedPicture | null) => resolve(picture ?? undefined));
  });
}

/** What a page without text shows. */
interface DrawnContent {
  glyphs: boolean;
  /** Pictures, which leave only their places where none is decoded. */
  pictures: boolean;
  lines: boolean;
}

/** Looks through a page's drawing instructions. */
export async function drawnOn(page: PDFPageProxy): Promise<DrawnContent> {
  const { fnArray } = await page.getOperatorList();
  const has = (...names: (keyof typeof pdfjs.OPS)[]) => {
    const operators = new Set(names.map((name) => pdfjs.OPS[name]));
    return fnArray.some((operator) => operators.has(operator));
  };
  return {
    glyphs: has('showText', 'showSpacedText', 'nextLineShowText', 'nextLineSetSpacingShowText'),
    pictures: has('transform', 'paintFormXObjectBegin'),
    lines: has('constructPath', 'shadingFill'),
  };
}

/** The date and the words about the document that the file states. */
export async function statedIn(document: PDFDocumentProxy): Promise<StatedProperties> {
  const { info, metadata } = await document.getMetadata();
  const stated = info as Record<string, unknown>;
  const words = (key: string, name: string) => {
    const more: unknown = metadata?.get(name);
    return [stated[key], Array.isArray(more) ? more.join('、') : more].find(isFilled);
  };
  return {
    title: words('Title', 'dc:title'),
    author: words('Author', 'dc:creator'),
    date: words('CreationDate', 'xmp:createdate'),
  };
}

const isFilled = (words: unknown): words is string => typeof words === 'string' && words.trim() !== '';

/** A bookmark. `depth` counts from 1, `page` too. */
export interface Bookmark {
  title: string;
  depth: number;
  page: number;
}

/** More are no outline of a report. */
const MAX_BOOKMARKS = 2000;
const MAX_DEPTH = 6;

/** The bookmarks that name a page, in their order. */
export async function bookmarksOf(document: PDFDocumentProxy): Promise<Bookmark[]> {
  type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
  const found: Bookmark[] = [];
  const visit = async (items: Items, depth: number): Promise<void> => {
    for (const { title, dest, items: below } of items ?? []) {
      if (found.length >= MAX_BOOKMARKS) return;
      const page = await pageOf(document, dest);
      if (page !== undefined) found.push({ title, depth, page });
      if (depth < MAX_DEPTH) await visit(below, depth + 1);
    }
  };
  await visit(await document.getOutline(), 1);
  return found;
}

/** The page of a destination: named, by reference or by index; undefined where there is none. */
async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | undefined> {
  try {
    const target: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const page: unknown = Array.isArray(target) ? target[0] : undefined;
    if (typeof page === 'number') return page + 1;
    if (typeof page !== 'object' || page === null) return undefined;
    return (await document.getPageIndex(page as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
  } catch {
    return undefined; // it leads nowhere
  }
}
