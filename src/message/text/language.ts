// What the folder of a language exports. A language is added by its folder and its entry in languages.ts.
import type { CommandTexts } from './keys/commands.ts';
import type { Texts } from './keys/index.ts';

export interface Language {
  /** In the language itself. */
  name: string;
  /**
   * The BCP 47 tags that it serves, as short as they can be: `zh-Hant` serves zh-TW and zh-HK too, since
   * these are written so. Where several languages serve a tag, the longest one counts.
   */
  tags: readonly string[];
  /** The BCP 47 tag by which the runtime formats dates. */
  dateFormat: string;
  /**
   * How surely a text is written in it (`EVIDENCE`). Without this it is only chosen by people and platforms.
   */
  evidenceIn?(text: string): number;
  texts: Texts;
  commands: CommandTexts;
}

/**
 * Grades of `evidenceIn`; the language with the highest one is taken, the first of the list where several
 * have it.
 */
export const EVIDENCE = {
  none: 0,
  /** Nothing speaks against it. */
  possible: 1,
  /** It is written in the script of the language. */
  likely: 2,
  /** It has characters or words that its relatives write differently. */
  typical: 3,
  /** It has the words that sentences of the language are built with. */
  certain: 4,
} as const;

export const HAN: RegExp = /[\u3400-\u9fff]/;
