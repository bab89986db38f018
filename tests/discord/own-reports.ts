// Reports of a test's own, indexed.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PassageIndex } from '../../src/search/index.ts';
import { openIndex } from '../fixtures/read-reports.ts';

/** The index over files by name. */
export async function indexOf(files: Record<string, string>): Promise<PassageIndex> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'reports-'));
  try {
    const reports = path.join(folder, 'reports');
    await fs.mkdir(reports);
    for (const [name, text] of Object.entries(files)) await fs.writeFile(path.join(reports, name), text);
    const opened = await openIndex(reports, path.join(folder, 'index'));
    if (!opened.ok) throw new Error(opened.reason);
    return opened.index;
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}
