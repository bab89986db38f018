// What would be served of a file that is not in the reports folder.
import { type ReportFiles, skipped } from '../reports/index.ts';
import { SMALL_CHANGE_WHILE_SERVING } from './indexing-workers.ts';
import { indexBytes } from './read-files.ts';
import { WorkerPool } from './worker-pool.ts';

/** The reports and warnings of a file. Requests are answered meanwhile, whatever the file holds. */
export async function preview(name: string, bytes: Uint8Array, recognises = false): Promise<ReportFiles> {
  const indexer = new WorkerPool(1, SMALL_CHANGE_WHILE_SERVING);
  try {
    const indexed = await indexBytes(name, bytes, { indexer, recognises });
    if (!indexed.ok) return { files: [], warnings: [skipped(name, indexed.obstacle)] };
    return { files: [indexed.file], warnings: indexed.warnings };
  } finally {
    await indexer.close();
  }
}
