// Builds the index of some files. Tokens and segments of an earlier state are taken over; the result equals
// a build from the files alone.
import { buildSoundTable, type Dictionary, thesaurusSteps } from '../language/index.ts';
import type { ReportFile } from '../reports/index.ts';
import {
  type FileTokens,
  finishPausing,
  IndexSegments,
  IndexTables,
  PassageIndex,
  type Vocabulary,
} from '../search/index.ts';
import { renumber } from './renumber-tokens.ts';
import { tokeniseFile } from './tokenise-file.ts';

/** What an index is built from besides its files. */
interface BuildInput {
  /** Tokens of new files; a file that is neither here nor in the earlier state is tokenised now. */
  tokens?: ReadonlyMap<ReportFile, FileTokens>;
  /** That of the earlier state, if there is one. */
  vocabulary: Vocabulary;
  dictionary: Dictionary;
  /** Text of the user's lexicon, see `src/language/lexicon`. */
  ownLexicon: string;
  earlier?: PassageIndex | undefined;
}

/** Builds an index step by step. */
export function* indexSteps(
  files: ReportFile[],
  { tokens: fresh, vocabulary, dictionary, ownLexicon, earlier }: BuildInput,
): Generator<void, PassageIndex> {
  const before = earlier?.parts;
  const known = new Map(before?.tables.files.map((file, i) => [file, before.tables.tokens[i]]));
  const tokens = files.map(
    (file) => known.get(file) ?? fresh?.get(file) ?? renumber(tokeniseFile(file), vocabulary),
  );
  const tables = yield* IndexTables.steps(files, tokens, vocabulary);
  const thesaurus = yield* thesaurusSteps(
    { frequency: tables.commonness(), words: tables.presentWords() },
    ownLexicon,
    dictionary,
  );
  const segments = yield* IndexSegments.steps(tables, before?.segments);
  const sounds = buildSoundTable(tables.presentWords());
  return new PassageIndex({ tables, segments, thesaurus, sounds, ownLexicon });
}

/**
 * The next state of an index; the earlier one where the files are the same. Requests are answered meanwhile.
 */
export async function nextIndex(files: ReportFile[], input: BuildInput): Promise<PassageIndex> {
  const { earlier } = input;
  if (earlier && isSameList(files, earlier.files)) return earlier;
  return finishPausing(indexSteps(files, input));
}

const isSameList = (a: ReportFile[], b: ReportFile[]) =>
  a.length === b.length && a.every((file, i) => file === b[i]);
