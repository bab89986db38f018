// Recognition of text in pictures: what a recogniser gives, and how much it is asked to do.

/** A word in a picture. Places in pixels from the upper left corner. */
export interface RecognisedWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** From 0 to 100. */
  confidence: number;
  /** Words of one line have the same number. */
  line: number;
}

export interface Recogniser {
  /**
   * The words of a picture, line by line.
   * @param picture the bytes of a PNG, JPEG or PGM file of at most `MAX_PIXELS`
   * @param orientation as Exif counts; 1, upright, by default. The places of words are those in the upright picture.
   */
  recognise(picture: Uint8Array, orientation?: number): Promise<RecognisedWord[]>;
}

/** A photograph of a page has 12 or 24 million, an A4 page at 400 dots per inch 15.5 million. */
export const MAX_PIXELS = 25_000_000;
/** Of a PDF; larger pictures on its pages are left out. An A4 page at 600 dots per inch has 35 million. */
export const MAX_SOURCE_PIXELS = 40_000_000;
/** Of one file; further ones are named in a warning. */
export const MAX_RECOGNISED_PAGES = 100;
