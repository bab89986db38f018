// A page without text, as a picture from which text is recognised.
import { asPgm, densityOf, drawn } from '../recognition/raster.ts';
import { MAX_PIXELS, type Recogniser } from '../recognition/recogniser.ts';
import { runsOf } from '../recognition/words-to-runs.ts';
import { picturesOn } from './page-pictures.ts';
import type { PDFPageProxy } from './pdfjs.ts';
import type { Run } from './rows.ts';

const POINTS_PER_INCH = 72;
/** Dots per inch. Finer pictures say no more, coarser ones are enlarged. */
const MAX_DENSITY = 300;
const MIN_DENSITY = 150;

/** Runs of recognised words; none where the page has no picture with words. Measures in points. */
export async function recognisedOn(page: PDFPageProxy, recogniser: Recogniser): Promise<Run[]> {
  const placed = await picturesOn(page);
  if (placed.length === 0) return [];
  const { width, height } = page.getViewport({ scale: 1 });
  const density = Math.max(...placed.map(densityOf)) * POINTS_PER_INCH;
  const wanted = Math.min(MAX_DENSITY, Math.max(MIN_DENSITY, density)) / POINTS_PER_INCH;
  const scale = Math.min(wanted, Math.sqrt(MAX_PIXELS / (width * height)));
  const words = await recogniser.recognise(asPgm(drawn(placed, { width, height }, scale)));
  return runsOf(words, scale);
}
