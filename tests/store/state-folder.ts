// A folder of its own for each test's state files, and the stores open in it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import { openSqliteStore } from '../../src/store/index.ts';

/** In memory where there is such a folder: nothing here hangs on when a disk has written. */
const MEMORY = '/dev/shm';
const ROOM = isWritable(MEMORY) ? MEMORY : os.tmpdir();

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a test has while it runs. */
export interface StateFolder {
  /** A state file that is not there yet. */
  file(name?: string): string;
  /** Opens it; fails the test where it cannot be opened. The store is closed at the test's end. */
  open(file?: string, busyTimeoutMs?: number): Promise<ChatStore>;
}

/** Makes a folder before each test and removes it afterwards. */
export function stateFolder(): StateFolder {
  let folder: string;
  let stores: ChatStore[] = [];
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(ROOM, 'state-'));
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    stores = [];
    fs.rmSync(folder, { recursive: true });
  });
  const file = (name = 'state.sqlite') => path.join(folder, name);
  return {
    file,
    async open(wanted = file(), busyTimeoutMs) {
      const opened = await openSqliteStore(wanted, busyTimeoutMs);
      if (!opened.ok) throw new Error(opened.reason);
      stores.push(opened.store);
      return opened.store;
    },
  };
}
