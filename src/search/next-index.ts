// From one state of the index to the next: only what came is indexed, everything else is taken over.
import type { Dictionary } from '../language/index.ts';
import type { ReportFile } from '../reports/index.ts';
import { type FileTokens, renumber, tokensOf } from './file-tokens.ts';
import { PassageIndex } from './passage-index.ts';
import type { Vocabulary } from './postings.ts';
import { finishPausing } from './steps.ts';

/**
 * The index of some files: equal to one that is built from them alone, whatever came before.
 * @param tokens of files that the earlier state does not have; what is missing is found out here
 * @param vocabulary that of the earlier state, if there is one
 * @returns the earlier index itself where nothing changed
 */
export async function nextIndex(
  files: ReportFile[],
  tokens: ReadonlyMap<ReportFile, FileTokens>,
  vocabulary: Vocabulary,
  earlier: PassageIndex | undefined,
  dictionary: Dictionary,
  ownLexicon: string,
): Promise<PassageIndex> {
  if (earlier && isSameList(files, earlier.files)) return earlier;
  const before = earlier?.parts;
  const find = (file: ReportFile) => tokens.get(file) ?? renumber(tokensOf(file), vocabulary);
  const origin = { tokensOf: find, vocabulary, dictionary, ownLexicon };
  return finishPausing(PassageIndex.assemble(files, { ...origin, earlier: before }));
}

const isSameList = (a: ReportFile[], b: ReportFile[]) =>
  a.length === b.length && a.every((file, i) => file === b[i]);
