// A value's number arrays apart from the rest of it: they are most of an index, and are written and read as the bytes that they are.

/** The kinds of arrays that an index is made of. */
export type NumberArray = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Stands where an array was; no object of an index has such a key. */
interface Gap {
  '\0numbers': number;
  bytesEach: number;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isNumbers = (value: unknown): value is NumberArray =>
  value instanceof Uint8Array || value instanceof Uint32Array;
const isGap = (value: object): value is Gap => '\0numbers' in value;

/** The value with gaps for its arrays, which are put into `arrays` in order. Looks into plain objects only. */
export function takeApart(value: unknown, arrays: NumberArray[]): unknown {
  if (isNumbers(value)) {
    arrays.push(value);
    return { '\0numbers': value.length, bytesEach: value.BYTES_PER_ELEMENT } satisfies Gap;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, takeApart(each, arrays)]));
}

/** The value as it was, with arrays of zeros, which are put into `arrays` in the same order, to be filled. */
export function putTogether(value: unknown, arrays: NumberArray[]): unknown {
  if (!isPlain(value)) return value;
  if (isGap(value)) {
    const { '\0numbers': length, bytesEach } = value;
    const array = bytesEach === 1 ? new Uint8Array(length) : new Uint32Array(length);
    arrays.push(array);
    return array;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, putTogether(each, arrays)]));
}

/** The bytes of an array in stretches of at most so many. They share its memory. */
export function* stretchesOf(array: NumberArray, mostBytes: number): Generator<Uint8Array> {
  const { buffer, byteOffset, byteLength } = array;
  for (let at = 0; at < byteLength; at += mostBytes)
    yield new Uint8Array(buffer, byteOffset + at, Math.min(mostBytes, byteLength - at));
}
