// The index over the reports of a set of questions, built once for all trainings.
import os from 'node:os';
import path from 'node:path';
import type { PassageIndex } from '../../../src/search/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';

/** Kept between runs; one for each user of the machine. */
const FOLDER = path.join(os.tmpdir(), `yinju-train-${process.getuid?.() ?? ''}`);

const indexes = new Map<string, PassageIndex>();

/** @param reports folder of reports */
export async function trainingIndex(reports: string): Promise<PassageIndex> {
  const known = indexes.get(reports);
  if (known) return known;
  const name = reports.split(path.sep).slice(-2).join('-');
  const opened = await openIndex(reports, path.join(FOLDER, name));
  if (!opened.ok) throw new Error(opened.reason);
  indexes.set(reports, opened.index);
  return opened.index;
}
