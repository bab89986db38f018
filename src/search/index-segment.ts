// A segment: the passages of some files in an engine of its own. Immutable: removed files are skipped at
// search time, new files make another segment, and too many segments are merged into one.
import type { ReportFile } from '../reports/index.ts';
import type { FileTokens } from './file-tokens.ts';
import { Engine, FIELDS, type Field, type PostingList, type Tags } from './flexsearch.ts';
import { joinForwardIndexes } from './forward-index.ts';
import type { IndexTables } from './index-tables.ts';
import {
  type IndexedPassage,
  passagesOf,
  sectionNumbersOf,
  tableNumbersOf,
  tagsOf,
} from './indexed-passage.ts';
import { type InvertedIndex, invert, invertShared } from './inverted-index.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface IndexSegment {
  engine: Engine;
  /** In order; their passages are numbered on through all of them. */
  files: ReportFile[];
  passageCount: number;
}

/** Tokens that are handed to the engine in one step. */
const BATCH = 8000;

/** Builds a segment over some of the tables' files, step by step. */
export function* segmentSteps(files: ReportFile[], tables: IndexTables): Generator<void, IndexSegment> {
  const passages = passagesOf(files);
  const engine = new Engine(passages.length);
  const inverted = fieldIndexes(files, passages, tables);
  for (const field of FIELDS) {
    yield;
    const index = inverted[field]();
    for (const batch of batches(index, tables.vocabulary)) {
      yield;
      engine.addPostings(field, batch);
    }
  }
  const tags = passages.map(tagsOf);
  engine.setTags({
    agency: postingsOf(tags, 'agency'),
    period: postingsOf(tags, 'period'),
    sectionKind: postingsOf(tags, 'sectionKind'),
  });
  return { engine, files, passageCount: passages.length };
}

/** For each field, builds the inverted index over the segment's passages; only one is in memory at a time. */
function fieldIndexes(
  files: ReportFile[],
  passages: IndexedPassage[],
  tables: IndexTables,
): Record<Field, () => InvertedIndex> {
  const { size } = tables.vocabulary;
  const tokens = tokensIn(tables, files);
  const each = <Name extends keyof FileTokens>(name: Name) => tokens.map((own) => own[name]);
  const reports = files.flatMap((file) => file.reports);
  const sectionNumbers = sectionNumbersOf(passages, reports);
  const reportNumbers = Uint32Array.from(passages, ({ reportNumber }) => reportNumber);
  return {
    body: () => invert(each('passages'), size),
    headings: () => invertShared(joinForwardIndexes(each('sections')), size, sectionNumbers),
    tableHead: () =>
      invertShared(joinForwardIndexes(each('tables')), size, tableNumbersOf(passages, reports)),
    title: () => invertShared(joinForwardIndexes(each('titles')), size, reportNumbers),
  };
}

function tokensIn(tables: IndexTables, files: ReportFile[]): FileTokens[] {
  const known = new Map(tables.files.map((file, i) => [file, tables.tokens[i]]));
  return files.flatMap((file) => known.get(file) ?? []);
}

function* batches({ offsets, units }: InvertedIndex, vocabulary: Vocabulary): Generator<PostingList[]> {
  let batch: PostingList[] = [];
  for (let token = 0; token + 1 < offsets.length; token++) {
    if (offsets[token] === offsets[token + 1]) continue;
    const first = offsets[token];
    const ids = new Array<number>(offsets[token + 1] - first); // of exact size: there are very many
    for (let i = 0; i < ids.length; i++) ids[i] = units[first + i];
    batch.push([vocabulary.word(token), ids]);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function postingsOf(tags: Tags[], name: keyof Tags): PostingList[] {
  const postings = new Map<string, number[]>();
  tags.forEach(({ [name]: value }, id) => {
    if (value === '') return;
    const ids = postings.get(value);
    if (ids) ids.push(id);
    else postings.set(value, [id]);
  });
  return [...postings];
}
