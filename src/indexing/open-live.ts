// Opens the live index of a reports folder with the user's lexicon.
import fs from 'node:fs/promises';
import { installCommand } from '../reports/index.ts';
import { LiveIndex, type OpenedLive } from './live-index.ts';
import type { FolderOptions } from './open-folder.ts';

interface OpenLiveOptions extends Omit<FolderOptions, 'ownLexicon'> {
  /** A user's own lexicon, see `src/language/lexicon`; empty for none. */
  lexiconFile?: string;
}

export async function openLive({ lexiconFile = '', ...options }: OpenLiveOptions): Promise<OpenedLive> {
  const missing = options.recognises ? installCommand() : undefined;
  if (missing !== undefined) {
    const reason = `OCR=on needs packages that are not installed; run «${missing}» in this project's folder, or set OCR=off.`;
    return { ok: false, reason };
  }
  let ownLexicon = '';
  try {
    if (lexiconFile !== '') ownLexicon = await fs.readFile(lexiconFile, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    const reason = `The lexicon file ${lexiconFile} cannot be opened${code}; correct LEXICON_FILE or leave it out.`;
    return { ok: false, reason };
  }
  return LiveIndex.open({ ...options, ownLexicon });
}
