// Size and orientation of a PNG or JPEG file, read from its header before anything is decoded.

export interface PictureHeader {
  /** In pixels, as they are stored. */
  width: number;
  height: number;
  /** As Exif counts: 1 is upright. */
  orientation: number;
}

const PNG_SIGNATURE = '89504e47';
const JPEG_SIGNATURE = 'ffd8ff';
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;

export function isPicture(bytes: Buffer): boolean {
  return bytes.toString('hex', 0, 4) === PNG_SIGNATURE || bytes.toString('hex', 0, 3) === JPEG_SIGNATURE;
}

/** Undefined where there is no whole header. */
export function pictureHeader(bytes: Buffer): PictureHeader | undefined {
  if (bytes.toString('hex', 0, 4) !== PNG_SIGNATURE) return jpegHeader(bytes);
  if (bytes.length < PNG_HEIGHT_AT + 4) return undefined;
  return {
    width: bytes.readUInt32BE(PNG_WIDTH_AT),
    height: bytes.readUInt32BE(PNG_HEIGHT_AT),
    orientation: 1,
  };
}

// ITU-T T.81, B.1.1.3
const START_OF_FRAME = { first: 0xc0, last: 0xcf };
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);
const APPLICATION_1 = 0xe1;
const START_OF_SCAN = 0xda;

function jpegHeader(bytes: Buffer): PictureHeader | undefined {
  let orientation = 1;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === START_OF_SCAN) return undefined;
    if (marker === APPLICATION_1) orientation = orientationIn(bytes.subarray(at + 4));
    if (marker >= START_OF_FRAME.first && marker <= START_OF_FRAME.last && !NO_FRAMES.has(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), orientation };
  }
  return undefined;
}

// Exif 2.32, 4.5.4 and 4.6.4
const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const ENTRY_LENGTH = 12;
const MAX_ENTRIES = 100;

function orientationIn(segment: Buffer): number {
  if (segment.toString('latin1', 0, EXIF.length) !== EXIF) return 1;
  const tiff = segment.subarray(EXIF.length);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  // the first directory follows its header at once; in practice its offset has one word
  const directory = short(isLittle ? 4 : 6);
  const count = Math.min(MAX_ENTRIES, short(directory));
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * ENTRY_LENGTH;
    if (short(entry) === ORIENTATION) return between(short(entry + 8));
  }
  return 1;
}

const between = (orientation: number): number => (orientation >= 1 && orientation <= 8 ? orientation : 1);
