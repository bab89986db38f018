// From a document to what the index keeps of it: reports, tokens, warnings. The costliest step of a build;
// runs in any thread.
import {
  about,
  type FileWarning,
  type ReadDocument,
  type ReportFile,
  readReports,
  sha256,
  warningsAbout,
} from '../reports/index.ts';
import { type OwnTokens, tokeniseFile } from './tokenise-file.ts';

export interface IndexedFile {
  file: ReportFile;
  tokens: OwnTokens;
  warnings: FileWarning[];
  /** SHA-256 of the text, hexadecimal. */
  textHash: string;
}

export function indexDocument(name: string, document: ReadDocument): IndexedFile {
  const file = readReports(name, document);
  const warnings = about(name, [...document.warnings, ...warningsAbout(file)]);
  return { file, tokens: tokeniseFile(file), warnings, textHash: sha256(file.text) };
}
