// The streams of an OLE container ([MS-CFB] 2.6.1) by their names, which compare without case. The directory
// is found by its entries, wherever it lies: no chain of sectors is followed that may be damaged or endless.

const HEADER = 512;
const ENTRY_LENGTH = 128;
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;
const STREAM = 2;
const MAX_NAME_BYTES = 64;

/** A name with its place in the container. */
interface StreamName {
  name: string;
  at: number;
}

/** The names of what looks like streams in a directory. */
export function* streamNames(bytes: Buffer): Generator<StreamName> {
  for (let at = HEADER; at + ENTRY_LENGTH <= bytes.length; at += ENTRY_LENGTH) {
    if (bytes[at + TYPE_AT] !== STREAM) continue;
    const length = bytes.readUInt16LE(at + NAME_LENGTH_AT); // with the zero at its end
    if (length < 4 || length > MAX_NAME_BYTES || length % 2 !== 0) continue;
    yield { name: bytes.toString('utf16le', at, at + length - 2), at };
  }
}

/** A copy in which streams of these names are written as here; the same bytes where they are so. */
export function withNames(bytes: Buffer, names: string[]): Buffer {
  const usual = new Map(names.map((name) => [name.toLowerCase(), name]));
  let copy = bytes;
  for (const { name, at } of streamNames(bytes)) {
    const wanted = usual.get(name.toLowerCase());
    if (wanted === undefined || wanted === name) continue;
    if (copy === bytes) copy = Buffer.from(bytes);
    copy.write(wanted, at, 'utf16le');
  }
  return copy;
}
