// Opens the index of a reports folder: from its snapshot where that still fits, else built anew and saved.
import fs from 'node:fs/promises';
import { readLibrary, scanFolder } from '../reports/index.ts';
import { PassageIndex } from './passage-index.ts';
import { fingerprintOf, loadSnapshot, saveSnapshot, snapshotFile } from './snapshot.ts';

/** An open index with what should be told about it, or one sentence why there is none. */
export type Opened =
  | { ok: true; index: PassageIndex; warnings: string[]; notes: string[]; fromSnapshot: boolean }
  | { ok: false; reason: string };

/**
 * Opens the index of a folder. Notes are for the log, warnings are about files.
 * @param lexiconFile a user's own lexicon, see `src/language/lexicon`; empty for none
 */
export async function openIndex(
  reportsDirectory: string,
  indexDirectory: string,
  lexiconFile = '',
): Promise<Opened> {
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
  const scan = await scanFolder(reportsDirectory);
  if (!scan.ok) return scan;
  const fingerprint = await fingerprintOf(scan.files, ownLexicon);
  const file = snapshotFile(indexDirectory, reportsDirectory);
  const loaded = await loadSnapshot(file, fingerprint);
  if (loaded.data) {
    const index = PassageIndex.restore(loaded.data.index);
    return {
      ok: true,
      index,
      warnings: [...scan.warnings, ...loaded.data.warnings],
      notes: [],
      fromSnapshot: true,
    };
  }
  const notes = loaded.note ? [loaded.note] : [];
  const library = await readLibrary(scan.files);
  if (!library.files.some((each) => each.reports.length > 0)) {
    const why = library.warnings[0] ?? scan.warnings[0];
    return {
      ok: false,
      reason: `The reports folder ${reportsDirectory} holds no report${why ? ` (${why})` : ''}.`,
    };
  }
  const index = PassageIndex.build(library.files, ownLexicon);
  try {
    await saveSnapshot(file, fingerprint, { index: index.data(), warnings: library.warnings });
  } catch (error) {
    notes.push(
      `the index snapshot could not be written to ${file} (${String(error)}); the next start builds the index again`,
    );
  }
  return { ok: true, index, warnings: [...scan.warnings, ...library.warnings], notes, fromSnapshot: false };
}
