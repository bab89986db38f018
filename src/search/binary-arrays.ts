// A value's number arrays apart from the rest of it: they are most of an index, and are written and read as the bytes that they are.

/** The kinds of arrays that an index is made of. */
export type NumberArray = Uint8Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike>;

/** Arrays of one kind that are written as one, without being put together in memory first. */
export class ArraysInLine<Numbers extends NumberArray = NumberArray> {
  readonly arrays: Numbers[];
  /** In numbers. */
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;

  /** @param bytesEach of one number */
  constructor(arrays: Numbers[], bytesEach: number) {
    this.arrays = arrays;
    this.length = arrays.reduce((sum, { length }) => sum + length, 0);
    this.BYTES_PER_ELEMENT = bytesEach;
  }
}

/** Stands where an array was; no object of an index has such a key. */
interface Gap {
  '\0numbers': number;
  bytesEach: number;
}

type Apart = NumberArray | ArraysInLine;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isApart = (value: unknown): value is Apart =>
  value instanceof Uint8Array || value instanceof Uint32Array || value instanceof ArraysInLine;
const isGap = (value: object): value is Gap => '\0numbers' in value;

/** The value with gaps for its arrays, which are put into `arrays` in order. Looks into plain objects only. */
export function extractArrays(value: unknown, arrays: Apart[]): unknown {
  if (isApart(value)) {
    arrays.push(value);
    return { '\0numbers': value.length, bytesEach: value.BYTES_PER_ELEMENT } satisfies Gap;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, extractArrays(each, arrays)]));
}

/** The value as it was, with arrays of zeros, which are put into `arrays` in the same order, to be filled. */
export function restoreArrays(value: unknown, arrays: NumberArray[]): unknown {
  if (!isPlain(value)) return value;
  if (isGap(value)) {
    const { '\0numbers': length, bytesEach } = value;
    const array = bytesEach === 1 ? new Uint8Array(length) : new Uint32Array(length);
    arrays.push(array);
    return array;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, restoreArrays(each, arrays)]));
}

/** The bytes of an array in stretches of so many, the last one shorter. Those of a single array share its memory. */
export function* chunksOf(apart: Apart, bytes: number): Generator<Uint8Array> {
  if (apart instanceof ArraysInLine) yield* stretchesOfLine(apart, bytes);
  else
    for (let at = 0; at < apart.byteLength; at += bytes)
      yield new Uint8Array(apart.buffer, apart.byteOffset + at, Math.min(bytes, apart.byteLength - at));
}

function* stretchesOfLine({ arrays, length, BYTES_PER_ELEMENT }: ArraysInLine, bytes: number) {
  let left = length * BYTES_PER_ELEMENT;
  let stretch = new Uint8Array(Math.min(bytes, left));
  let filled = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    for (let at = 0; at < byteLength; ) {
      const taken = Math.min(byteLength - at, stretch.length - filled);
      stretch.set(new Uint8Array(buffer, byteOffset + at, taken), filled);
      at += taken;
      filled += taken;
      if (filled < stretch.length) continue;
      yield stretch;
      left -= filled;
      stretch = new Uint8Array(Math.min(bytes, left));
      filled = 0;
    }
  }
}
