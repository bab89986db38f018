// Opens the index of a reports folder as it is at this moment, with the user's lexicon.
import fs from 'node:fs/promises';
import type { FileWarning, Unserved } from '../reports/index.ts';
import { LiveIndex, type LiveOptions, type OpenedLive } from './live-index.ts';
import type { PassageIndex } from './passage-index.ts';

/** An open index with what should be told about it, or one sentence why there is none. */
export type Opened =
  | { ok: true; index: PassageIndex; warnings: FileWarning[]; notes: string[]; fromSnapshot: boolean }
  | Unserved;

/**
 * Opens the index of a folder. Notes are for the log, warnings are about files.
 * @param lexiconFile a user's own lexicon, see `src/language/lexicon`; empty for none
 */
export async function openIndex(
  reportsDirectory: string,
  indexDirectory: string,
  lexiconFile = '',
): Promise<Opened> {
  const opened = await openLive(reportsDirectory, indexDirectory, lexiconFile);
  if (!opened.ok) return opened;
  const { live, notes, fromSnapshot } = opened;
  return { ok: true, index: live.index, warnings: live.status.warnings, notes, fromSnapshot };
}

/** The same for one that is kept and follows what changes in the folder. */
export async function openLive(
  reportsDirectory: string,
  indexDirectory: string,
  lexiconFile = '',
  more: Pick<LiveOptions, 'progress' | 'stays'> = {},
): Promise<OpenedLive> {
  let ownLexicon = '';
  try {
    if (lexiconFile !== '') ownLexicon = await fs.readFile(lexiconFile, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return {
      ok: false,
      reason: `The lexicon file ${lexiconFile} cannot be opened${code}; correct LEXICON_FILE or leave it out.`,
    };
  }
  return LiveIndex.open({ reportsDirectory, indexDirectory, ownLexicon, ...more });
}
