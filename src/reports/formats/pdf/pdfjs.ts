// The only importer of pdfjs-dist. It needs the paths of its character maps and fonts: without the maps,
// Chinese PDFs without embedded fonts are read as empty.
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

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

/** The caller destroys the returned loading task. Throws pdf.js's errors; see `PASSWORD_NEEDED`. */
export function openPdf(bytes: Uint8Array) {
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
  });
}

export const PASSWORD_NEEDED = 'PasswordException';

/** What a page without text shows. */
interface DrawnContent {
  glyphs: boolean;
  pictures: boolean;
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
    pictures: has('paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject'),
  };
}
