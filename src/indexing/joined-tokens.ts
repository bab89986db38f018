// The tokens of many files as one, as the snapshot stores them, and cut into files again. Neither copies
// the tokens.
import type { ReportFile } from '../reports/index.ts';
import {
  countUnits,
  type FileTokens,
  joinOffsets,
  sliceCountedUnits,
  sliceUnits,
  type UnitCounts,
  unitsBefore,
} from '../search/index.ts';
import { ConcatenatedArrays } from './binary-arrays.ts';

/** Like `FileTokens` over all files, with arrays that are joined only when they are written. */
export interface JoinedTokens {
  passages: JoinedForwardIndex & {
    counts: ConcatenatedArrays<Uint8Array>;
    lengths: ConcatenatedArrays<Uint32Array>;
  };
  sections: JoinedForwardIndex;
  tables: JoinedForwardIndex;
  titles: JoinedForwardIndex;
  reports: JoinedForwardIndex;
}

interface JoinedForwardIndex {
  offsets: Uint32Array;
  tokens: ConcatenatedArrays<Uint32Array>;
}

export function joinTokens(files: FileTokens[]): JoinedTokens {
  const joined = (name: keyof FileTokens): JoinedForwardIndex => ({
    offsets: joinOffsets(files.map((own) => own[name])),
    tokens: numbersOf(files.map((own) => own[name].tokens)),
  });
  const counts = files.map(({ passages }) => passages.counts);
  const lengths = files.map(({ passages }) => passages.lengths);
  return {
    passages: {
      ...joined('passages'),
      counts: new ConcatenatedArrays(counts, Uint8Array.BYTES_PER_ELEMENT),
      lengths: numbersOf(lengths),
    },
    sections: joined('sections'),
    tables: joined('tables'),
    titles: joined('titles'),
    reports: joined('reports'),
  };
}

const numbersOf = (arrays: Uint32Array[]) => new ConcatenatedArrays(arrays, Uint32Array.BYTES_PER_ELEMENT);

/** The tokens of each file. */
export function splitTokens(joined: FileTokens, files: ReportFile[]): FileTokens[] {
  const before = unitsBefore(files);
  return files.map((file) => sliceTokens(joined, before.get(file) as UnitCounts, countUnits(file)));
}

function sliceTokens(joined: FileTokens, before: UnitCounts, own: UnitCounts): FileTokens {
  const end = (name: keyof UnitCounts) => before[name] + own[name];
  return {
    passages: sliceCountedUnits(joined.passages, before.passages, end('passages')),
    sections: sliceUnits(joined.sections, before.sections, end('sections')),
    tables: sliceUnits(joined.tables, before.tables, end('tables')),
    titles: sliceUnits(joined.titles, before.reports, end('reports')),
    reports: sliceUnits(joined.reports, before.reports, end('reports')),
  };
}
