// The documents that are made from the program, each with the text that it is to have.
import fs from 'node:fs';
import { COMMAND_DOCUMENTS } from './command-documents.ts';
import { documentText, pathOf } from './commands.ts';
import { CONFIGURATION, configurationPage } from './configuration.ts';

/** A file, and its text made anew from the one that it has now. */
export interface GeneratedDocument {
  file: string;
  text(now: string): string;
}

export const DOCUMENTS: readonly GeneratedDocument[] = [
  ...COMMAND_DOCUMENTS.map((document) => ({ file: pathOf(document), text: () => documentText(document) })),
  { file: CONFIGURATION, text: configurationPage },
];

/** Writes those that are not up to date. */
export function writeDocuments(): void {
  for (const { file, text } of DOCUMENTS) {
    const now = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    try {
      if (text(now) !== now) fs.writeFileSync(file, text(now));
    } catch (error) {
      process.stderr.write(`${file} cannot be written: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    }
  }
}
