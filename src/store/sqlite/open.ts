// Opens the state file: creates, checks and migrates it. A problem with the file is returned as a sentence,
// not thrown.
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatStore } from '../../chat/index.ts';
import { asynchronous } from '../asynchronous.ts';
import { chatTables } from './chat-tables.ts';
import { migrate } from './migrate.ts';
import { isBusy, notAFile, reasonOf, refusalOf, replaced, vanished } from './open-errors.ts';

/** A store, or one sentence on why there is none. */
export type Opened =
  | {
      ok: true;
      store: ChatStore;
      /**
       * One sentence where the open file was removed or replaced, so that what is stored now is lost at the
       * end.
       */
      fileProblem(): Promise<string | undefined>;
    }
  | { ok: false; reason: string };

/** A program that copies the file may lock it for this long. */
const BUSY_TIMEOUT_MS = 20_000;
/** Between two tries to open the file, and two tries of a call. */
const PAUSE_MS = 20;
const CALL_PAUSE_MS = 5;
/** Only for the account that runs the program. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

/**
 * Opens the store in a file; a missing file is created with its folders.
 * @param busyTimeoutMs how long opening and each later call wait for another process that holds the lock;
 * this process is not blocked
 */
export async function openSqliteStore(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Promise<Opened> {
  const absolute = path.resolve(file);
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return openOnce(absolute, busyTimeoutMs);
    } catch (error) {
      const reason = reasonOf(error, absolute);
      if (reason === undefined)
        throw new Error(`opening the state file ${absolute} failed`, { cause: error });
      // SQLite does not wait where two connections switch a new file to a write-ahead log
      if (!isBusy(error) || waitedMs >= busyTimeoutMs) return { ok: false, reason };
    }
    await pause(PAUSE_MS);
  }
}

function openOnce(file: string, busyTimeoutMs: number): Opened {
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    return { ok: false, reason: notAFile(file) };
  createFile(file);
  // with a timeout SQLite would block the whole process
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    const reason = refusalOf(database, file);
    if (reason) {
      database.close();
      return { ok: false, reason };
    }
    configure(database);
    keepPrivate(file);
    migrate(database);
    return { ok: true, store: storeOn(database, file, busyTimeoutMs), fileProblem: problemOf(file) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Creates the file, or throws where it cannot be written. An existing file is not opened: closing it would
 * drop the locks of every connection that this process has to it (https://www.sqlite.org/howtocorrupt.html,
 * 2.2).
 */
function createFile(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: OWN_FOLDER });
  try {
    fs.closeSync(fs.openSync(file, 'wx', OWN_FILE));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
  }
}

function configure(database: DatabaseSync): void {
  const { journal_mode: mode } = database.prepare('PRAGMA journal_mode').get()!;
  if (mode !== 'wal') database.exec('PRAGMA journal_mode = WAL');
  // NORMAL: a power cut may undo the last writes but not damage the file. `secure_delete` overwrites with
  // zeros.
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
}

/** An older or copied file may be readable by others; SQLite gives its companion files the same mode. */
function keepPrivate(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) {
    const { mode, uid } = fs.statSync(each, { throwIfNoEntry: false }) ?? {};
    if (mode && (mode & 0o077) !== 0 && uid === process.getuid?.()) fs.chmodSync(each, OWN_FILE);
  }
}

function storeOn(database: DatabaseSync, file: string, maxMs: number): ChatStore {
  const close = () => {
    // without waiting for other processes; the last one removes the log
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    database.close();
  };
  const retry = { isLocked: isBusy, pauseMs: CALL_PAUSE_MS, maxMs, pause };
  return asynchronous({ ...chatTables(database), close }, `the state file ${file}`, retry);
}

/**
 * Checks whether the open file is still the one at the path. A new file is not opened by itself: SQLite would
 * apply the old one's log to it (https://www.sqlite.org/howtocorrupt.html, 2.4).
 */
function problemOf(file: string): () => Promise<string | undefined> {
  const { dev, ino } = fs.statSync(file, { bigint: true });
  return async () => {
    try {
      const there = await fs.promises.stat(file, { bigint: true });
      return there.dev === dev && there.ino === ino ? undefined : replaced(file);
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? vanished(file)
        : undefined;
    }
  };
}
