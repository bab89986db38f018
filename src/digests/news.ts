// Which reports are new to a place. Pure.
import type { Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { fingerprintOf } from './fingerprints.ts';
import type { KnownReport } from './store.ts';

/** An added or changed report. */
export interface News {
  report: Report;
  change: 'added' | 'changed';
}

/**
 * Reports that were first seen after a time, the newest first. One is `changed` where an earlier report of
 * the same identity is not in the library any more.
 * @param newsSince milliseconds since 1970
 * @param known all reports that are or were in the library
 * @param byFingerprint the reports that it holds
 */
export function newsFor(
  newsSince: number,
  known: KnownReport[],
  byFingerprint: ReadonlyMap<string, Report>,
): News[] {
  const added = known
    .filter(({ firstSeen, fingerprint }) => firstSeen > newsSince && byFingerprint.has(fingerprint))
    .sort((a, b) => b.firstSeen - a.firstSeen);
  if (added.length === 0) return [];
  const gone = known.filter(({ fingerprint }) => !byFingerprint.has(fingerprint));
  return added.flatMap(({ fingerprint, identity, firstSeen }) => {
    const report = byFingerprint.get(fingerprint);
    const before = gone.some((each) => each.identity === identity && each.firstSeen < firstSeen);
    return report ? [{ report, change: before ? 'changed' : 'added' } as const] : [];
  });
}

/** The reports of an index by fingerprint; the first of those with the same one. */
export function reportsByFingerprint(index: Pick<PassageIndex, 'fileOf' | 'reports'>): Map<string, Report> {
  const reports = new Map<string, Report>();
  for (const report of index.reports) {
    const fingerprint = fingerprintOf(report, index);
    if (!reports.has(fingerprint)) reports.set(fingerprint, report);
  }
  return reports;
}
