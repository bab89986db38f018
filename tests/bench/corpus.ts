// What is searched and what is asked: the real reports where they are at hand, else the sample that comes along.
// A corpus is kept in a folder, so that every engine gets the same one in a process of its own.
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { type ReportFile, readLibrary, scanFolder } from '../../src/reports/index.ts';
import type { Found } from './peers/peer.ts';
import type { GoldQuestion } from './questions.ts';
import { variedFiles } from './variation.ts';

export const PROJECT_ROOT = path.join(import.meta.dirname, '..', '..');
const at = (...names: string[]) => path.join(PROJECT_ROOT, ...names);

/** Where reports and the questions about them are. */
export interface Source {
  name: string;
  reports: string;
  questions: string;
}

const SOURCES: Source[] = [
  {
    name: 'the real reports',
    reports: at('..', 'shared', 'reports'),
    questions: at('..', 'shared', 'eval', 'dev.jsonl'),
  },
  {
    name: 'the sample reports',
    reports: at('index-data', 'reports'),
    questions: at('tests', 'golden', 'sample-questions.jsonl'),
  },
];

/** The best source at hand. */
export function chooseSource(): Source {
  const present = SOURCES.find(
    ({ reports, questions }) => fs.existsSync(reports) && fs.existsSync(questions),
  );
  if (!present) throw new Error(`None of these folders is there: ${SOURCES.map(({ reports }) => reports)}`);
  return present;
}

/** Reads the reports of a folder. */
export async function readSource(source: Source): Promise<ReportFile[]> {
  const scan = await scanFolder(source.reports);
  if (!scan.ok) throw new Error(scan.reason);
  return (await readLibrary(scan.files)).files;
}

const SEED = 20_230_630;

/** The files and `times - 1` varied copies of each, read just as files of the reports folder are. */
export async function scaled(files: ReportFile[], times: number): Promise<ReportFile[]> {
  return (await readLibrary([...variedFiles(files, times, SEED)])).files;
}

/** How much there is to search. */
export interface CorpusSize {
  files: number;
  reports: number;
  passages: number;
}

const PASSAGES = 'passages';
const FILES = 'files';
const QUESTIONS = 'questions';

/** Writes a corpus into a folder. */
export function storeCorpus(directory: string, files: ReportFile[], questions: GoldQuestion[]): CorpusSize {
  const passages: Found[] = files.flatMap(({ name, text, reports }) =>
    reports.flatMap((report) =>
      report.passages.map(({ start, end }) => ({ file: name, text: text.slice(start, end) })),
    ),
  );
  const parts = { [PASSAGES]: passages, [FILES]: files, [QUESTIONS]: questions };
  for (const [name, value] of Object.entries(parts))
    fs.writeFileSync(path.join(directory, name), v8.serialize(value));
  const reports = files.reduce((sum, file) => sum + file.reports.length, 0);
  return { files: files.length, reports, passages: passages.length };
}

/** A corpus in a folder; each part is read when it is asked for, so that nobody holds what it does not use. */
export class StoredCorpus {
  private readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  passages(): Found[] {
    return this.part(PASSAGES) as Found[];
  }

  files(): ReportFile[] {
    return this.part(FILES) as ReportFile[];
  }

  questions(): GoldQuestion[] {
    return this.part(QUESTIONS) as GoldQuestion[];
  }

  private part(name: string): unknown {
    return v8.deserialize(fs.readFileSync(path.join(this.directory, name)));
  }
}
