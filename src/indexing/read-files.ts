// Reads and indexes the files that are new or changed. A file that cannot be read becomes a warning; one
// that is still being written is left for later.
import {
  FEW_BYTES,
  isWorthRetrying,
  type KnownFile,
  type LeftOver,
  type ListedFile,
  RECOGNITION_POOL,
  type ReadFailure,
  type ReportFile,
  readBytes,
  readFile,
  reasonAgainstSize,
  skipped,
} from '../reports/index.ts';
import { type FileTokens, finishPausing, type Vocabulary } from '../search/index.ts';
import type { IndexedFile } from './index-document.ts';
import { WorkerEndedError } from './job.ts';
import { renumberSteps } from './renumber-tokens.ts';
import type { OwnTokens } from './tokenise-file.ts';
import type { DocumentIndexer } from './worker-pool.ts';

/** Called after each file. */
export type Progress = (done: number, total: number) => void;

interface ReadingContext {
  reportsDirectory: string;
  /** The files as they were last read: one that was only touched is not indexed again. */
  known: ReadonlyMap<string, KnownFile>;
  indexer: DocumentIndexer;
  vocabulary: Vocabulary;
  /** Text in scans and pictures is recognised. */
  recognises: boolean;
  progress?: Progress | undefined;
}

interface FilesRead extends LeftOver {
  known: KnownFile[];
  /** Tokens of the files that were indexed, by numbers of the vocabulary. */
  tokens: Map<ReportFile, FileTokens>;
  /** Names of files that changed while they were read. */
  moving: string[];
  /** Names of files that could not be opened. */
  unreadable: string[];
}

/** Documents in memory for each thread, so that no thread waits for the disk. */
const READ_AHEAD = 2;

/** Reads listed files, several at a time; the result is in the order in which they were done. */
export async function readFiles(listed: ListedFile[], context: ReadingContext): Promise<FilesRead> {
  const { known, indexer, vocabulary, progress } = context;
  const read: FilesRead = { known: [], tokens: new Map(), moving: [], unreadable: [] };
  let next = 0;
  let done = 0;
  const readNext = async () => {
    while (next < listed.length) {
      const file = listed[next++];
      const outcome = await readOne(file, known.get(file.name), context);
      if (!outcome) read.moving.push(file.name);
      else {
        read.known.push(outcome.known);
        if (outcome.known.hash === '') read.unreadable.push(file.name);
        if (outcome.known.file && outcome.tokens) {
          const tokens = await finishPausing(renumberSteps(outcome.tokens, vocabulary));
          read.tokens.set(outcome.known.file, tokens);
        }
      }
      progress?.(++done, listed.length);
    }
  };
  await Promise.all(Array.from({ length: indexer.concurrency * READ_AHEAD }, readNext));
  return read;
}

/** Undefined for a file that changed while it was read. */
async function readOne(
  listed: ListedFile,
  before: KnownFile | undefined,
  { reportsDirectory, indexer, recognises }: ReadingContext,
): Promise<{ known: KnownFile; tokens?: OwnTokens } | undefined> {
  const { name, size, modifiedMs } = listed;
  const unread = (hash: string, obstacle: ReadFailure): { known: KnownFile } => ({
    known: { name, size, modifiedMs, hash, warnings: [skipped(name, obstacle)] },
  });
  const tooLarge = reasonAgainstSize(size);
  if (tooLarge) return unread(`${size} bytes`, tooLarge);
  const read = await readBytes(reportsDirectory, listed);
  if (read.state === 'moving') return undefined;
  if (read.state !== 'read') {
    const obstacle: ReadFailure =
      read.state === 'refused' ? read.why : { kind: 'unopened', code: read.reason };
    const { known } = unread('', obstacle);
    // NaN never equals: the file always counts as changed
    return { known: { ...known, modifiedMs: Number.NaN } };
  }
  if (before && read.hash === before.hash && !isWorthRetrying(before))
    return { known: { ...before, ...listed } };
  const indexed = await indexBytes(name, read.bytes, { indexer, recognises });
  if (!indexed.ok) return unread(read.hash, indexed.obstacle);
  const { file, tokens, warnings, textHash } = indexed;
  return { known: { name, size, modifiedMs, hash: read.hash, textHash, warnings, file }, tokens };
}

type IndexingOutcome = ({ ok: true } & IndexedFile) | { ok: false; obstacle: ReadFailure };

/** Reads a file's format and indexes its reports. */
export async function indexBytes(
  name: string,
  bytes: Uint8Array,
  { indexer, recognises }: Pick<ReadingContext, 'indexer' | 'recognises'>,
): Promise<IndexingOutcome> {
  const document = await readFile(name, bytes, {
    maxInlineBytes: Math.max(FEW_BYTES, indexer.inThreadCharacters),
    recognition: recognises ? RECOGNITION_POOL : undefined,
  });
  if (!document.ok) return { ok: false, obstacle: document.reason };
  try {
    return { ok: true, ...(await indexer.index(name, document)) };
  } catch (error) {
    if (error instanceof WorkerEndedError) return { ok: false, obstacle: error.obstacle };
    const says = error instanceof Error ? error.message : String(error);
    return { ok: false, obstacle: { kind: 'not-understood', says } };
  }
}
