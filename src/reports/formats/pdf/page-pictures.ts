// The pictures of a page and where they stand, from its drawing instructions. Patterns, blending and clipping are
// left out: the pictures of a scan are set in whole.
import {
  type Matrix,
  multiplied,
  NOT_PAINTED,
  type Picture,
  type PlacedPicture,
} from '../recognition/raster.ts';
import {
  type DecodedPicture,
  type Instruction,
  instructionsOf,
  type PDFPageProxy,
  PICTURE_KINDS,
  pictureNamed,
} from './pdfjs.ts';

/** Far more than the strips of a scanned page. */
const MAX_PICTURES = 2_000;
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** In the order in which they are painted. */
export async function picturesOn(page: PDFPageProxy): Promise<PlacedPicture[]> {
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const painter = new Painter(view);
  for (const instruction of await instructionsOf(page)) painter.take(instruction);
  const decoded = new Map<string, Promise<DecodedPicture | undefined>>();
  const placed: PlacedPicture[] = [];
  for (const { source, place, colour } of painter.painted.slice(0, MAX_PICTURES)) {
    const picture = await (typeof source === 'string' ? once(decoded, page, source) : source);
    const shown = picture && shownPicture(picture, colour);
    if (shown) placed.push({ picture: shown, place });
  }
  return placed;
}

function once(
  known: Map<string, Promise<DecodedPicture | undefined>>,
  page: PDFPageProxy,
  name: string,
): Promise<DecodedPicture | undefined> {
  const picture = known.get(name) ?? pictureNamed(page, name);
  known.set(name, picture);
  return picture;
}

interface Painted {
  /** The name of a picture, or the picture itself. */
  source: string | DecodedPicture;
  place: Matrix;
  /** That of a mask's painted pixels. */
  colour: number;
}

/** Follows the state of drawing through a page's instructions. */
class Painter {
  readonly painted: Painted[] = [];
  private place: Matrix;
  private colour = 0;
  private readonly saved: { place: Matrix; colour: number }[] = [];

  constructor(view: Matrix) {
    this.place = view;
  }

  take({ name, args }: Instruction): void {
    this.actions[name]?.(args);
  }

  private readonly actions: Partial<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => this.save(),
    restore: () => this.restore(),
    transform: (matrix) => this.turn(matrix),
    setFillRGBColor: ([colour]) => {
      this.colour = greyOf(colour);
    },
    paintFormXObjectBegin: ([matrix]) => {
      this.save();
      if (matrix) this.turn(matrix as number[]);
    },
    paintFormXObjectEnd: () => this.restore(),
    paintImageXObject: ([name]) => this.paint(name),
    paintInlineImageXObject: ([picture]) => this.paint(picture),
    paintImageMaskXObject: ([mask]) => this.paint(sourceOf(mask)),
    paintImageXObjectRepeat: ([name, width, height, places]) =>
      this.repeat(name, [Number(width), 0, 0, Number(height)], places),
    paintImageMaskXObjectRepeat: ([mask, a, b, c, d, places]) =>
      this.repeat(sourceOf(mask), [Number(a), Number(b), Number(c), Number(d)], places),
    paintImageMaskXObjectGroup: ([masks]) => {
      for (const mask of masks as { transform: number[] }[]) this.paint(sourceOf(mask), mask.transform);
    },
  };

  private save(): void {
    this.saved.push({ place: this.place, colour: this.colour });
  }

  private restore(): void {
    const before = this.saved.pop();
    if (before) Object.assign(this, before);
  }

  private turn(matrix: readonly unknown[]): void {
    this.place = multiplied(this.place, matrix as unknown as Matrix);
  }

  private paint(source: unknown, within: readonly number[] = UNIT): void {
    const place = multiplied(this.place, within as unknown as Matrix);
    this.painted.push({ source: source as Painted['source'], place, colour: this.colour });
  }

  /** @param places pairs of x and y */
  private repeat(source: unknown, scale: [number, number, number, number], places: unknown): void {
    const at = places as ArrayLike<number>;
    for (let i = 0; i + 1 < at.length && this.painted.length < MAX_PICTURES; i += 2)
      this.paint(source, [...scale, at[i], at[i + 1]]);
  }
}

/** A mask is named where several pages or places use it. */
const sourceOf = (mask: unknown): unknown =>
  typeof (mask as { data?: unknown }).data === 'string' ? (mask as { data: string }).data : mask;

/** Of a colour as #rrggbb. */
function greyOf(colour: unknown): number {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(String(colour));
  if (!digits) return 0;
  const [red, green, blue] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return grey(red, green, blue);
}

/** ITU-R BT.601, in 256ths. */
const grey = (red: number, green: number, blue: number): number => (red * 77 + green * 150 + blue * 29) >> 8;

const WHITE = 255;
const OPAQUE = 128;

/** Undefined for a picture without pixels that are known here. */
function shownPicture({ width, height, kind, data }: DecodedPicture, colour: number): Picture | undefined {
  if (!data) return undefined;
  const rowBytes = (width + 7) >> 3;
  const bitAt = (column: number, row: number) =>
    (data[row * rowBytes + (column >> 3)] >> (7 - (column & 7))) & 1;
  switch (kind) {
    case undefined:
      return { width, height, shadeAt: (column, row) => (bitAt(column, row) === 0 ? colour : NOT_PAINTED) };
    case PICTURE_KINDS.GRAYSCALE_1BPP:
      return { width, height, shadeAt: (column, row) => bitAt(column, row) * WHITE };
    case PICTURE_KINDS.RGB_24BPP:
      return {
        width,
        height,
        shadeAt(column, row) {
          const at = (row * width + column) * 3;
          return grey(data[at], data[at + 1], data[at + 2]);
        },
      };
    case PICTURE_KINDS.RGBA_32BPP:
      return {
        width,
        height,
        shadeAt(column, row) {
          const at = (row * width + column) * 4;
          return data[at + 3] < OPAQUE ? NOT_PAINTED : grey(data[at], data[at + 1], data[at + 2]);
        },
      };
    default:
      return undefined;
  }
}
