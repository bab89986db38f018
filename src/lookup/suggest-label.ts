// Labels of reports: their titles, told apart where they are the same, and short enough to be shown.
// A label is no quote, so a long title may lose its middle.
import type { Report } from '../reports/index.ts';

/** What a label is made from. */
export type LabelledReport = Pick<Report, 'title' | 'file' | 'agency' | 'period'>;

/** What a chat shows of a label, in UTF-16 units: the narrowest platform's limit. */
export const MAX_LABEL_LENGTH = 100;
/** What a label may add to a title, each, so that three of them leave room for the title. */
const MAX_DISTINCTION_LENGTH = 20;
const SEPARATOR = ' · ';

/** What tells reports of one title apart, tried in this order. */
const DISTINCTIONS: ((report: LabelledReport) => string)[] = [
  ({ agency }) => agency ?? '',
  ({ period }) => period?.label ?? '',
  ({ file }) => file,
];

/** A label for each report; no two are the same. */
export function labelsOf(reports: LabelledReport[]): string[] {
  const marks = reports.map((): string[] => []);
  const labels = () => reports.map((report, i) => labelWith(report, marks[i]));
  for (const markOf of DISTINCTIONS) {
    for (const same of sameOnes(labels())) {
      const differ = new Set(same.map((i) => markOf(reports[i]))).size > 1;
      for (const i of differ ? same : []) marks[i].push(...[markOf(reports[i])].filter(Boolean));
    }
  }
  return numbered(reports, marks, labels());
}

/** Groups of places that hold the same text, of two and more. */
function sameOnes(texts: string[]): number[][] {
  const groups = Map.groupBy(texts.keys(), (i) => texts[i]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Labels that are still the same get numbers, in the order of the reports. */
function numbered(reports: LabelledReport[], marks: string[][], labels: string[]): string[] {
  const taken = new Set(labels);
  for (const same of sameOnes(labels)) {
    let number = 1;
    for (const i of same) {
      do labels[i] = labelWith(reports[i], [...marks[i], `#${number++}`]);
      while (taken.has(labels[i]));
      taken.add(labels[i]);
    }
  }
  return labels;
}

function labelWith({ title, file }: LabelledReport, marks: string[]): string {
  const end = marks.map((mark) => SEPARATOR + shorten(folded(mark), MAX_DISTINCTION_LENGTH)).join('');
  return shorten(folded(title) || folded(file), MAX_LABEL_LENGTH - end.length) + end;
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A text without its middle where it is too long; never half of a surrogate pair. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let head = Math.ceil((maxLength - 1) / 2);
  let tail = text.length - Math.floor((maxLength - 1) / 2);
  if (/[\ud800-\udbff]/.test(text[head - 1])) head--;
  if (/[\udc00-\udfff]/.test(text[tail])) tail++;
  return `${text.slice(0, head)}…${text.slice(tail)}`;
}
