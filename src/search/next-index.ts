// From one state of the index to the next: only what came is indexed, everything else is taken over.
import { buildSoundTable } from '../language/index.ts';
import type { ReportFile } from '../reports/index.ts';
import { type OwnTokens, tokensOf } from './file-tokens.ts';
import type { Indexer } from './indexer.ts';
import { PassageIndex } from './passage-index.ts';
import { Vocabulary } from './postings.ts';
import { Segments } from './segments.ts';
import { finishPausing } from './steps.ts';
import { Tables } from './tables.ts';
import { statisticsOf } from './word-statistics.ts';

/**
 * The index of some files: equal to one that is built from them alone, whatever came before.
 * @param tokens of files that the earlier state does not have; what is missing is found out here
 * @returns the earlier index itself where nothing changed
 */
export async function nextIndex(
  files: ReportFile[],
  tokens: ReadonlyMap<ReportFile, OwnTokens>,
  earlier: PassageIndex | undefined,
  indexer: Indexer,
  ownLexicon: string,
): Promise<PassageIndex> {
  if (earlier && isSameList(files, earlier.files)) return earlier;
  const before = earlier?.parts;
  const vocabulary = before?.tables.vocabulary ?? new Vocabulary();
  const find = (file: ReportFile) => tokens.get(file) ?? tokensOf(file);
  const tables = Tables.of(files, find, vocabulary, before?.tables);
  const segments = await finishPausing(Segments.fill(tables, before?.segments));
  const thesaurus = await indexer.thesaurus(statisticsOf(tables), ownLexicon);
  const sounds = buildSoundTable(tables.presentWords(), before?.sounds);
  return new PassageIndex({ tables, segments, thesaurus, sounds });
}

const isSameList = (a: ReportFile[], b: ReportFile[]) =>
  a.length === b.length && a.every((file, i) => file === b[i]);
