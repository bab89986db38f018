// From a document to all that the index keeps of it. Costs the most of a build, and runs in any thread.
import {
  about,
  type FileWarning,
  type ReadDocument,
  type ReportFile,
  readReports,
  sha256,
  warningsAbout,
} from '../reports/index.ts';
import { type OwnTokens, tokensOf } from './file-tokens.ts';

/** A file with its tokens, and what should be known about it. */
export interface IndexedFile {
  file: ReportFile;
  tokens: OwnTokens;
  warnings: FileWarning[];
  /** SHA-256 of the text, hexadecimal. */
  textHash: string;
}

/** Reads the reports of a document and finds their tokens. */
export function indexDocument(name: string, document: ReadDocument): IndexedFile {
  const file = readReports(name, document);
  const warnings = about(name, [...document.warnings, ...warningsAbout(file)]);
  return { file, tokens: tokensOf(file), warnings, textHash: sha256(file.text) };
}
