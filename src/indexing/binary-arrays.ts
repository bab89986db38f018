// Separates a value from its number arrays, which are most of an index, so that they are written and read
// as raw bytes.

/** The kinds of number arrays in an index. */
export type NumberArray = Uint8Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike>;

/** Arrays of one kind that are written as one, without being joined in memory. */
export class ConcatenatedArrays<Numbers extends NumberArray = NumberArray> {
  readonly arrays: Numbers[];
  /** In numbers. */
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;

  constructor(arrays: Numbers[], bytesPerElement: number) {
    this.arrays = arrays;
    this.length = arrays.reduce((sum, { length }) => sum + length, 0);
    this.BYTES_PER_ELEMENT = bytesPerElement;
  }
}

/** Takes the place of an array. Stored as it is; no object of an index has such a key. */
interface Placeholder {
  '\0numbers': number;
  bytesEach: number;
}

type Extracted = NumberArray | ConcatenatedArrays;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isNumbers = (value: unknown): value is Extracted =>
  value instanceof Uint8Array || value instanceof Uint32Array || value instanceof ConcatenatedArrays;
const isPlaceholder = (value: object): value is Placeholder => '\0numbers' in value;

/**
 * The value with placeholders for its arrays, which are appended to `arrays`. Searches plain objects only.
 */
export function extractArrays(value: unknown, arrays: Extracted[]): unknown {
  if (isNumbers(value)) {
    arrays.push(value);
    return { '\0numbers': value.length, bytesEach: value.BYTES_PER_ELEMENT } satisfies Placeholder;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, extractArrays(each, arrays)]));
}

/**
 * The value with arrays of zeros in their places, which are appended to `arrays` to be filled in that order.
 */
export function restoreArrays(value: unknown, arrays: NumberArray[]): unknown {
  if (!isPlain(value)) return value;
  if (isPlaceholder(value)) {
    const { '\0numbers': length, bytesEach } = value;
    const array = bytesEach === 1 ? new Uint8Array(length) : new Uint32Array(length);
    arrays.push(array);
    return array;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, restoreArrays(each, arrays)]));
}

/**
 * The bytes of an array in chunks of `size`, the last one shorter. Those of a single array share its memory.
 */
export function* chunksOf(numbers: Extracted, size: number): Generator<Uint8Array> {
  if (numbers instanceof ConcatenatedArrays) yield* chunksAcross(numbers, size);
  else
    for (let at = 0; at < numbers.byteLength; at += size)
      yield new Uint8Array(numbers.buffer, numbers.byteOffset + at, Math.min(size, numbers.byteLength - at));
}

function* chunksAcross({ arrays, length, BYTES_PER_ELEMENT }: ConcatenatedArrays, size: number) {
  let left = length * BYTES_PER_ELEMENT;
  let chunk = new Uint8Array(Math.min(size, left));
  let filled = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    for (let at = 0; at < byteLength; ) {
      const taken = Math.min(byteLength - at, chunk.length - filled);
      chunk.set(new Uint8Array(buffer, byteOffset + at, taken), filled);
      at += taken;
      filled += taken;
      if (filled < chunk.length) continue;
      yield chunk;
      left -= filled;
      chunk = new Uint8Array(Math.min(size, left));
      filled = 0;
    }
  }
}
