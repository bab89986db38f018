// Which reports are by or about agencies, towns and localities of some names: report number → fit, 0 to 1.
import { agencyMatch, MIN_CORE_LENGTH, namePartsOf } from './agency-match.ts';
import type { ReportNames } from './report-names.ts';

/** How well each report's author fits the best of several names; reports that do not fit are left out. */
export function agencyFits(names: string[], { agencies }: ReportNames): Map<number, number> {
  const fits = new Map<number, number>();
  for (const { name, reports } of agencies) {
    const fit = Math.max(...names.map((asked) => agencyMatch(asked, name)));
    if (fit > 0) for (const report of reports) fits.set(report, fit);
  }
  return fits;
}

/** Reports by towns and subdistricts of exactly these names, with or without 镇, 乡 or 街道. */
export function townFits(names: string[], { agencies }: ReportNames): Map<number, number> {
  const asked = new Set(names.filter((name) => name.length >= MIN_CORE_LENGTH));
  const towns = agencies.filter(({ name }) => {
    const { core, suffix } = namePartsOf(name.replace(/(?:人民政府|办事处)$/, ''));
    const isNamed = core !== '' && !/^x+$/i.test(core); // a name that is masked in the source names none
    return isNamed && /^(?:镇|乡|街道)$/.test(suffix) && (asked.has(core) || asked.has(core + suffix));
  });
  return new Map(towns.flatMap(({ reports }) => reports.map((report) => [report, 1] as const)));
}

/** Reports by the governments of these places, however many others name them. */
export function governmentFits(names: string[], { governments }: ReportNames): Map<number, number> {
  const reports = names.flatMap((name) => governments.get(name) ?? []);
  return new Map(reports.map((report) => [report, 1]));
}

/** A locality that more reports than this name does not identify one of them. */
const MAX_REPORTS_OF_LOCALITY = 3;

/** Reports that name a locality (桐乡, 密云区) which few others name: 1 for the one that names it most often. */
export function localityFits(names: string[], { localities }: ReportNames): Map<number, number> {
  const mentions = new Map<number, number>();
  for (const name of new Set(names)) {
    for (const [report, count] of localities.get(name) ?? [])
      mentions.set(report, Math.max(count, mentions.get(report) ?? 0));
  }
  if (mentions.size === 0 || mentions.size > MAX_REPORTS_OF_LOCALITY) return new Map();
  const max = Math.max(...mentions.values());
  return new Map([...mentions].map(([report, count]) => [report, count / max]));
}
