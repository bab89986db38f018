// Reads files of the formats' fixtures and bytes that a test makes.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ReadDocument } from '../../../src/reports/formats/index.ts';
import { type ReportFile, readFile, readReports } from '../../../src/reports/index.ts';

import { reasonSentence } from '../warning-sentences.ts';

const FIXTURES = path.join(import.meta.dirname, '..', '..', 'fixtures', 'formats');
const SAMPLES = path.join(import.meta.dirname, '..', '..', '..', 'index-data', 'reports');

export const fixture = (name: string): Promise<Buffer> => fs.readFile(path.join(FIXTURES, name));
export const sample = (name: string): Promise<string> => fs.readFile(path.join(SAMPLES, name), 'utf8');

/** What a file holds; throws where it is not read. */
export async function documentOf(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const read = await readFile(name, bytes);
  if (!read.ok) throw new Error(`${name}: ${reasonSentence(read.reason)}`);
  return read;
}

export async function reportsOf(name: string, bytes: Uint8Array): Promise<ReportFile> {
  return readReports(name, await documentOf(name, bytes));
}

/** Why a file is not read; throws where it is. */
export async function reasonAgainst(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFile(name, bytes);
  if (read.ok) throw new Error(`${name} was read: ${read.text.slice(0, 80)}`);
  return reasonSentence(read.reason);
}

/** A document's words without what belongs to its pages. */
export function wordsOf({ text, furniture = [] }: ReadDocument): string {
  let words = '';
  let at = 0;
  for (const { start, end } of furniture) {
    words += text.slice(at, start);
    at = end;
  }
  return words + text.slice(at);
}

export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');
