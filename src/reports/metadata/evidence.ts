// All that may tell what a report is. Evidence, not truth: it is weighed in kind.ts, author.ts, title.ts and periods.ts.
import type { DocumentProperties } from '../formats/reader.ts';

export interface ReportEvidence {
  /** The title line as it is written; empty where there is none. */
  titleLine: string;
  /** The title that a table of contents gives to a report without one. */
  listedAs: string;
  /** What the format states, where the file is one report. */
  stated: DocumentProperties;
  /** Folder names, outermost first, and the file's name without its ending. */
  names: readonly string[];
  /** Whether its file holds this report only. */
  isAlone: boolean;
  /** The title of a file that collects several reports. */
  collectionTitle: string;
  /** Lines above the title. */
  above: readonly string[];
  /** Lines around the title: cover, letterhead, occasion, speaker, date. */
  front: readonly string[];
  /** Author and date at the end. */
  signature: readonly string[];
  /** All other lines but the rows of tables. */
  lines: readonly string[];
}

/** Characters at the beginning of a text that count as its opening. */
export const OPENING_LENGTH = 1500;

/** The language in which a text is written, by its beginning. */
export type ReportLanguage = 'zh' | 'en';

const SAMPLE_LENGTH = 20_000;
/** A Chinese word has two characters, more or less. */
const CHARACTERS_PER_WORD = 2;

export function languageOf(text: string): ReportLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const characters = sample.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = sample.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return characters === 0 && words === 0 ? 'zh' : characters / CHARACTERS_PER_WORD >= words ? 'zh' : 'en';
}
