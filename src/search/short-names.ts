// Names of agencies and localities without the word for their kind: 石磨岭 of 石磨岭乡. Segmentation may cut
// such names, so they are not among the tokens.
import type { Report } from '../reports/index.ts';

const KIND_OF_LOCALITY = /(?:人民政府|[省市县区镇乡村]|街道|社区)$/;

export function shortNamesIn(reports: Report[]): string[] {
  const names = reports.flatMap(({ agency, localities }) => [
    agency ?? '',
    ...localities.map(({ text }) => text),
  ]);
  return names.map((name) => name.replace(KIND_OF_LOCALITY, '')).filter(Boolean);
}
