// Which reports are new to a place.
import type { Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { fingerprintOf } from './fingerprints.ts';
import type { KnownReport } from './store.ts';

/** A report that came or changed. */
export interface News {
  report: Report;
  change: 'added' | 'changed';
}

/**
 * Reports of the library that were first seen after a time, the newest first.
 * One is `changed` where a report of the same name was known before and does not stand in the library any more.
 * @param newsSince milliseconds since 1970
 * @param known the library's history
 * @param byFingerprint the library as it is
 */
export function newsFor(
  newsSince: number,
  known: KnownReport[],
  byFingerprint: ReadonlyMap<string, Report>,
): News[] {
  const fresh = known
    .filter(({ firstSeen, fingerprint }) => firstSeen > newsSince && byFingerprint.has(fingerprint))
    .sort((a, b) => b.firstSeen - a.firstSeen);
  if (fresh.length === 0) return [];
  const gone = known.filter(({ fingerprint }) => !byFingerprint.has(fingerprint));
  return fresh.flatMap(({ fingerprint, identity, firstSeen }) => {
    const report = byFingerprint.get(fingerprint);
    const before = gone.some((each) => each.identity === identity && each.firstSeen < firstSeen);
    return report ? [{ report, change: before ? 'changed' : 'added' } as const] : [];
  });
}

/** The reports of an index by what they say; of two that say the same, the first. */
export function reportsByFingerprint(index: Pick<PassageIndex, 'fileOf' | 'reports'>): Map<string, Report> {
  const reports = new Map<string, Report>();
  for (const report of index.reports) {
    const fingerprint = fingerprintOf(report, index);
    if (!reports.has(fingerprint)) reports.set(fingerprint, report);
  }
  return reports;
}
