// Labels of reports: their titles, with a distinction where two are the same, and short enough to be shown.
// A label is no quote, so a long title may lose its middle.
import type { Report } from '../reports/index.ts';

/** What a label is made from. */
type LabelledReport = Pick<Report, 'title' | 'file' | 'agency' | 'period'>;

/** In UTF-16 units: the limit of the narrowest platform. */
export const MAX_LABEL_LENGTH = 100;
/** Length of one distinction: three of them leave room for the title. */
const MAX_DISTINCTION_LENGTH = 20;
const SEPARATOR = ' · ';

/** What distinguishes reports of one title, tried in this order. */
const DISTINCTIONS: ((report: LabelledReport) => string)[] = [
  ({ agency }) => agency ?? '',
  ({ period }) => period?.label ?? '',
  ({ file }) => file,
];

/** A label for each report; no two are the same. */
export function labelsOf(reports: LabelledReport[]): string[] {
  const distinctions = reports.map((): string[] => []);
  const labels = () => reports.map((report, i) => labelWith(report, distinctions[i]));
  for (const distinctionOf of DISTINCTIONS) {
    for (const indexes of sameLabels(labels())) {
      const differ = new Set(indexes.map((i) => distinctionOf(reports[i]))).size > 1;
      for (const i of differ ? indexes : [])
        distinctions[i].push(...[distinctionOf(reports[i])].filter(Boolean));
    }
  }
  return numbered(reports, distinctions, labels());
}

/** Groups of two and more indexes whose texts are the same. */
function sameLabels(texts: string[]): number[][] {
  const groups = Map.groupBy(texts.keys(), (i) => texts[i]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Labels that are still the same get numbers, in the order of the reports. */
function numbered(reports: LabelledReport[], distinctions: string[][], labels: string[]): string[] {
  const used = new Set(labels);
  for (const indexes of sameLabels(labels)) {
    let number = 1;
    for (const i of indexes) {
      do labels[i] = labelWith(reports[i], [...distinctions[i], `#${number++}`]);
      while (used.has(labels[i]));
      used.add(labels[i]);
    }
  }
  return labels;
}

function labelWith({ title, file }: LabelledReport, distinctions: string[]): string {
  const end = distinctions.map((each) => SEPARATOR + shorten(folded(each), MAX_DISTINCTION_LENGTH)).join('');
  return shorten(folded(title) || folded(file), MAX_LABEL_LENGTH - end.length) + end;
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A text, without its middle where it is too long; never half of a surrogate pair. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let head = Math.ceil((maxLength - 1) / 2);
  let tail = text.length - Math.floor((maxLength - 1) / 2);
  if (/[\ud800-\udbff]/.test(text[head - 1])) head--;
  if (/[\udc00-\udfff]/.test(text[tail])) tail++;
  return `${text.slice(0, head)}…${text.slice(tail)}`;
}
