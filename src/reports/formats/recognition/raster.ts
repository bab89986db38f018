// Draws the pictures of a page into one grey picture. Nothing else of the page is drawn.

/** From one plane to another, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A decoded picture. */
export interface Picture {
  /** In pixels. */
  width: number;
  height: number;
  /** From 0 (black) to 255, or `NOT_PAINTED`. */
  shadeAt(column: number, row: number): number;
}

/** A picture and where it stands: from the unit square, y upwards, to the page, y downwards, in points. */
export interface PlacedPicture {
  picture: Picture;
  place: Matrix;
}

/** Rows of grey pixels. */
export interface GreyImage {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const WHITE = 255;
export const NOT_PAINTED = -1;
/** More samples of a pixel than this in one direction change nothing. */
const MAX_SAMPLES = 4;

/** First `inner`, then `outer`. */
export function multiplied(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function inverted([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (Math.abs(area) < Number.EPSILON || !Number.isFinite(area)) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** Pixels of the picture for each point of the page, along its sides. */
export function densityOf({ picture, place: [a, b, c, d] }: PlacedPicture): number {
  return Math.max(picture.width / Math.hypot(a, b), picture.height / Math.hypot(c, d));
}

/**
 * @param page its size in points
 * @param scale pixels for each point
 */
export function drawn(
  placed: PlacedPicture[],
  page: { width: number; height: number },
  scale: number,
): GreyImage {
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  const image = { width, height, pixels: new Uint8Array(width * height).fill(WHITE) };
  for (const { picture, place } of placed)
    draw(image, picture, multiplied([scale, 0, 0, scale, 0, 0], place));
  return image;
}

function draw(image: GreyImage, picture: Picture, place: Matrix): void {
  const back = inverted(place);
  if (!back) return;
  const [a, b, c, d, e, f] = place;
  const [left, right] = boundsOf([e, e + a, e + c, e + a + c], image.width);
  const [top, bottom] = boundsOf([f, f + b, f + d, f + b + d], image.height);
  const samples = samplesOf(picture, place);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = y * image.width + x;
      image.pixels[at] = shadeOf(picture, back, { x, y, under: image.pixels[at] }, samples);
    }
}

const boundsOf = (corners: number[], size: number): [number, number] => [
  Math.max(0, Math.floor(Math.min(...corners))),
  Math.min(size, Math.ceil(Math.max(...corners))),
];

/** How many pixels of the picture fall on one of the page, in one direction. */
function samplesOf({ width, height }: Picture, [a, b, c, d]: Matrix): number {
  const each = Math.max(width / Math.hypot(a, b), height / Math.hypot(c, d));
  return Math.max(1, Math.min(MAX_SAMPLES, Math.round(each)));
}

/** The mean of what is painted on a pixel, and of what is under it where nothing is. */
function shadeOf(
  picture: Picture,
  [a, b, c, d, e, f]: Matrix,
  at: { x: number; y: number; under: number },
  samples: number,
): number {
  let sum = 0;
  for (let i = 0; i < samples; i++)
    for (let j = 0; j < samples; j++) {
      const x = at.x + (i + 0.5) / samples;
      const y = at.y + (j + 0.5) / samples;
      const column = Math.floor((a * x + c * y + e) * picture.width);
      const row = Math.floor((1 - (b * x + d * y + f)) * picture.height);
      const isInside = column >= 0 && row >= 0 && column < picture.width && row < picture.height;
      const shade = isInside ? picture.shadeAt(column, row) : NOT_PAINTED;
      sum += shade === NOT_PAINTED ? at.under : shade;
    }
  return sum / (samples * samples);
}

/** As a file of the kind PGM (Netpbm, P5). */
export function asPgm({ width, height, pixels }: GreyImage): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n${WHITE}\n`, 'latin1'), pixels]);
}
