// The encodings of RTF text: by the document's code page and by the character set of each font.

const UNKNOWN = 'windows-1252';

/** Code pages by number, as TextDecoder names them. */
const CODE_PAGES = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i): [number, string] => [1250 + i, `windows-125${i}`]),
]);

/** Character sets of fonts (Windows LOGFONT). */
const CHARACTER_SETS = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

export const encodingOfPage = (page: number): string => CODE_PAGES.get(page) ?? UNKNOWN;

/** Undefined for the sets of Latin and of signs: the document's own code page, in which Chinese may be written, holds. */
export function encodingOfSet(set: number): string | undefined {
  const page = CHARACTER_SETS.get(set);
  return page === undefined ? undefined : encodingOfPage(page);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

export function decoded(bytes: Uint8Array, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}
