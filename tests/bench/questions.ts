// Questions with gold quotes.
import fs from 'node:fs/promises';

/** Words of a file that answer the question. */
export interface GoldQuote {
  file: string;
  quote: string;
}

export interface GoldQuestion {
  id: string;
  lang: 'zh' | 'en';
  type: string;
  question: string;
  /** Earlier questions of the same person, oldest first. */
  history?: string[];
  gold: GoldQuote[];
  /** Alternatives that answer as well. */
  alt?: GoldQuote[];
}

/** Reads a file with one question a line. */
export async function readQuestions(file: string): Promise<GoldQuestion[]> {
  const lines = (await fs.readFile(file, 'utf8')).split('\n').filter((line) => line.trim());
  return lines.map((line) => JSON.parse(line) as GoldQuestion);
}
