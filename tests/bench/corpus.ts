// The reports that are searched: the real ones where they are present, else the sample reports. A corpus is
// stored in a folder, so that every engine gets the same one in a process of its own.
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { type ReportFile, readFile, readReports } from '../../src/reports/index.ts';
import { readFolder } from '../fixtures/read-reports.ts';
import type { Found } from './peers/peer.ts';
import type { GoldQuestion } from './questions.ts';
import { variedFiles } from './variation.ts';

export const PROJECT_ROOT = path.join(import.meta.dirname, '..', '..');
const at = (...names: string[]) => path.join(PROJECT_ROOT, ...names);

/** A reports folder and a file of questions about it. */
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

/** The first source that is present. */
export function chooseSource(): Source {
  const present = SOURCES.find(
    ({ reports, questions }) => fs.existsSync(reports) && fs.existsSync(questions),
  );
  if (!present) throw new Error(`None of these folders is there: ${SOURCES.map(({ reports }) => reports)}`);
  return present;
}

/** Reads the reports of a folder. */
export async function readSource(source: Source): Promise<ReportFile[]> {
  return (await readFolder(source.reports)).files;
}

const SEED = 20_230_630;

/** The files and `times - 1` varied copies of each, read as files of the reports folder are. */
export async function scaled(files: ReportFile[], times: number): Promise<ReportFile[]> {
  const scaledFiles: ReportFile[] = [];
  for (const { name, bytes } of variedFiles(files, times, SEED)) {
    const document = await readFile(name, bytes);
    if (document.ok) scaledFiles.push(readReports(name, document));
  }
  return scaledFiles;
}

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

/** A corpus in a folder; each part is read when it is asked for, so that unused parts take no memory. */
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
