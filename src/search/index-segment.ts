// A part of the index in the engine: the passages of some files. Never changed: what is gone is passed over, what is new
// makes another segment, and too many are merged into one.
import type { ReportFile } from '../reports/index.ts';
import { Engine, type Field, type Holders, type Tags } from './engine.ts';
import type { FileTokens } from './file-tokens.ts';
import { locate, numberSections, tagsOf } from './located.ts';
import type { Vocabulary } from './postings.ts';
import type { Tables } from './tables.ts';
import { invert, invertShared, joinLists, type UnitPostings } from './token-lists.ts';

export interface IndexSegment {
  engine: Engine;
  /** Its files in order; their passages are numbered on through all of them. */
  files: ReportFile[];
  passageCount: number;
}

/** So many tokens are handed to the engine in one go. */
const BATCH = 8000;

/** Fills a segment step by step; the one who takes the steps may do something else between them. */
export function* fillIndexSegment(files: ReportFile[], tables: Tables): Generator<void, IndexSegment> {
  const located = locate(files);
  const tokens = tokensOf(files, tables);
  const each = <Name extends keyof FileTokens>(name: Name) => tokens.map((own) => own[name]);
  const { vocabulary } = tables;
  const engine = new Engine(located.length);
  const sections = numberSections(
    located,
    files.flatMap(({ reports }) => reports),
  );
  const reports = Uint32Array.from(located, ({ reportNumber }) => reportNumber);
  const { size } = vocabulary;
  const fields: [Field, () => UnitPostings][] = [
    ['body', () => invert(each('passages'), size)],
    ['headings', () => invertShared(joinLists(each('sections')), size, sections)],
    ['title', () => invertShared(joinLists(each('titles')), size, reports)],
  ];
  for (const [field, inverted] of fields) {
    yield;
    const holders = inverted();
    for (const batch of batches(holders, vocabulary)) {
      yield;
      engine.fill(field, batch);
    }
  }
  const tags = located.map(tagsOf);
  engine.tag({
    agency: holdersOf(tags, 'agency'),
    period: holdersOf(tags, 'period'),
    part: holdersOf(tags, 'part'),
  });
  return { engine, files, passageCount: located.length };
}

function tokensOf(files: ReportFile[], tables: Tables): FileTokens[] {
  const known = new Map(tables.files.map((file, i) => [file, tables.tokens[i]]));
  return files.flatMap((file) => known.get(file) ?? []);
}

function* batches({ offsets, units }: UnitPostings, vocabulary: Vocabulary): Generator<Holders[]> {
  let batch: Holders[] = [];
  for (let token = 0; token + 1 < offsets.length; token++) {
    if (offsets[token] === offsets[token + 1]) continue;
    const first = offsets[token];
    const ids = new Array<number>(offsets[token + 1] - first); // not one place more: there are very many
    for (let i = 0; i < ids.length; i++) ids[i] = units[first + i];
    batch.push([vocabulary.word(token), ids]);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function holdersOf(tags: Tags[], name: keyof Tags): Holders[] {
  const holders = new Map<string, number[]>();
  tags.forEach(({ [name]: value }, id) => {
    if (value === '') return;
    const ids = holders.get(value);
    if (ids) ids.push(id);
    else holders.set(value, [id]);
  });
  return [...holders];
}
