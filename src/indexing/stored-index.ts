// What the snapshot keeps of an index besides its files. Engine and tables are left out: they are rebuilt
// from the tokens.
import { adoptLexicon, type SoundTable, type Thesaurus } from '../language/index.ts';
import type { ReportFile } from '../reports/index.ts';
import {
  type FileTokens,
  finish,
  IndexSegments,
  IndexTables,
  PassageIndex,
  Vocabulary,
} from '../search/index.ts';
import { type JoinedTokens, joinTokens, splitTokens } from './joined-tokens.ts';

/** Stored as it is: a change of a key is a change of the snapshot's format. */
export interface StoredIndex<Tokens = FileTokens> {
  /** The vocabulary, by token number. */
  words: string[];
  tokens: Tokens;
  thesaurus: Thesaurus;
  sounds: SoundTable;
  /** Text of the user's lexicon. */
  ownLexicon: string;
}

export type IndexToStore = StoredIndex<JoinedTokens>;

export function toStore({ parts }: PassageIndex): IndexToStore {
  const { tables, thesaurus, sounds, ownLexicon } = parts;
  const words = tables.vocabulary.words();
  return { words, tokens: joinTokens(tables.tokens), thesaurus, sounds, ownLexicon };
}

/** The index that was stored, over the same files in the same order. */
export function restoreIndex(files: ReportFile[], stored: StoredIndex): PassageIndex {
  const { words, tokens, thesaurus, sounds, ownLexicon } = stored;
  if (ownLexicon === '') adoptLexicon(thesaurus.lexicon);
  const tables = finish(IndexTables.steps(files, splitTokens(tokens, files), new Vocabulary(words)));
  const segments = finish(IndexSegments.steps(tables));
  return new PassageIndex({ tables, segments, thesaurus, sounds, ownLexicon });
}
