// Opens the state file: makes it, checks it, brings it up to date. What is wrong with a file is a sentence, not an error.
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatStore } from '../../chat/index.ts';
import { asynchronous } from '../asynchronous.ts';
import { chatTables } from './chat-tables.ts';
import { migrate } from './migrate.ts';
import { isBusy, notAFile, reasonOf, refusalOf, replaced, vanished } from './refusal.ts';

/** A store, or one sentence why there is none. */
export type Opened =
  | {
      ok: true;
      store: ChatStore;
      /** One sentence where what is kept now is lost at the end, as another file or none stands in the place of the one that is open. */
      fileProblem(): Promise<string | undefined>;
    }
  | { ok: false; reason: string };

/** A program that copies the file may hold it for as long as this; nothing else waits meanwhile. */
const BUSY_TIMEOUT_MS = 20_000;
/** Between two tries to open the file, and two of a call. */
const PAUSE_MS = 20;
const PAUSE_OF_CALL_MS = 5;
/** Read and written by the account that runs the program alone. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

/**
 * Opens the store in a file; the file and its folders are made where they are missing.
 * @param busyTimeoutMs how long opening and each later call wait for another process that holds the lock; this process goes on meanwhile
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
      // SQLite itself does not wait where two connections switch a new file to a write-ahead log
      if (!isBusy(error) || waitedMs >= busyTimeoutMs) return { ok: false, reason };
    }
    await pause(PAUSE_MS);
  }
}

function openOnce(file: string, busyTimeoutMs: number): Opened {
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    return { ok: false, reason: notAFile(file) };
  makeFile(file);
  const database = new DatabaseSync(file, { timeout: 0 }); // SQLite would keep the whole process waiting
  try {
    const reason = refusalOf(database, file);
    if (reason) {
      database.close();
      return { ok: false, reason };
    }
    configure(database);
    keepPrivate(file);
    migrate(database);
    return { ok: true, store: storeOn(database, file, busyTimeoutMs), fileProblem: lossOf(file) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Makes the file, or throws where it cannot be written. An existing file is never opened here: closing it again would drop the
 * locks of every connection that this process has to it (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
function makeFile(file: string): void {
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
  // NORMAL: a power cut may undo the last writes, never damage the file. What is deleted is overwritten with zeros.
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
}

/** An older or copied file may be open to others; SQLite gives the files beside it the mode that it finds. */
function keepPrivate(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) {
    const { mode, uid } = fs.statSync(each, { throwIfNoEntry: false }) ?? {};
    if (mode && (mode & 0o077) !== 0 && uid === process.getuid?.()) fs.chmodSync(each, OWN_FILE);
  }
}

function storeOn(database: DatabaseSync, file: string, longestMs: number): ChatStore {
  const close = () => {
    database.exec('PRAGMA wal_checkpoint(PASSIVE)'); // does not wait for other processes; the last one to close removes the log
    database.close();
  };
  const patience = { isLocked: isBusy, pauseMs: PAUSE_OF_CALL_MS, maxMs: longestMs, pause };
  return asynchronous({ ...chatTables(database), close }, `the state file ${file}`, patience);
}

/**
 * Tells whether the file at a path is the one that stands there now. Another one is never opened by itself: what SQLite keeps beside the
 * old one would be taken for its own (https://www.sqlite.org/howtocorrupt.html, 2.4).
 */
function lossOf(file: string): () => Promise<string | undefined> {
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
