// The only importer of pdfjs-dist. Its own folders of character maps and fonts are given to it: without the maps, Chinese PDFs whose
// fonts are not embedded come back empty without a word.
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

export type { PDFDocumentProxy, PDFPageProxy };
/** A run of glyphs as pdf.js tells it; `transform` is in the page's own space. */
export type TextRun = Extract<
  Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number],
  { str: string }
>;

/** pdf.js loads this to draw pages. Nothing is drawn here; the native library costs half a second and 20 MB. */
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
  console.warn = () => {}; // it tells that it cannot draw
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

/** Opens a PDF. The caller destroys its `loadingTask`. Throws what pdf.js throws; see `PASSWORD_NEEDED`. */
export function openPdf(bytes: Uint8Array) {
  return pdfjs.getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer away from its owner
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
export interface DrawnContent {
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
