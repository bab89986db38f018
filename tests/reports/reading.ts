// Reads fixtures and describes the result in strings that a test can compare.
import { markdown } from '../../src/reports/formats/markdown.ts';
import { type Report, type ReportFile, readReports, type Span } from '../../src/reports/index.ts';
import type { DropReason } from '../../src/reports/span.ts';

export function readText(text: string, name = 'report.txt'): ReportFile {
  return readReports(name, { text, markup: [], headings: [], warnings: [] });
}

/** @param text not empty: it is encoded like a file */
export function readMarkdown(text: string, name = 'report.md'): ReportFile {
  const read = markdown.read(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.reason.kind);
  return readReports(name, read);
}

export const titlesOf = (file: ReportFile): string[] => file.reports.map((report) => report.title);

const slices = (file: ReportFile, spans: Span[]): string[] =>
  spans.map((span) => file.text.slice(span.start, span.end));

export function passageTexts(file: ReportFile, reports = file.reports): string[] {
  return reports.flatMap((report) => slices(file, report.passages));
}

export function sentenceTexts(file: ReportFile): string[] {
  return file.reports.flatMap((report) =>
    report.passages.flatMap((passage) => slices(file, passage.sentences)),
  );
}

export function droppedTexts(file: ReportFile, reason: DropReason): string[] {
  return slices(
    file,
    file.dropped.filter((dropped) => dropped.reason === reason),
  );
}

/** The outline below the title: `style: label`, two spaces for each level. */
export function outlineLines(report: Report): string[] {
  return report.sections
    .slice(1)
    .map(({ depth, style, label }) => `${'  '.repeat(depth - 1)}${style}: ${label}`);
}

/** The kinds of a report's parts in order. */
export function partKinds(report: Report): string[] {
  return report.sections.filter((section) => section.depth === 1).map((section) => section.kind);
}

/** The labels of the sections around the passage that holds these words, outermost first. */
export function sectionsAround(file: ReportFile, words: string): string[] {
  for (const report of file.reports) {
    const passage = report.passages.find(({ start, end }) => file.text.slice(start, end).includes(words));
    const labels: string[] = [];
    for (let at = passage?.section ?? -1; at > 0; at = report.sections[at].parent)
      labels.unshift(report.sections[at].label);
    if (passage) return labels;
  }
  throw new Error(`no passage holds ${words}`);
}

/** The kind of the section whose passage holds these words. */
export function kindAround(file: ReportFile, words: string): string {
  for (const report of file.reports) {
    const passage = report.passages.find(({ start, end }) => file.text.slice(start, end).includes(words));
    if (passage) return report.sections[passage.section].kind;
  }
  throw new Error(`no passage holds ${words}`);
}

/**
 * Whether passages, headings and dropped spans cover a file's text.
 * @returns one sentence for each fault; none where they cover the text exactly, without overlap
 */
export function coverageFaults(file: ReportFile): string[] {
  const headings = file.reports.flatMap(({ sections }) => sections.flatMap(({ heading }) => heading ?? []));
  const passages = file.reports.flatMap((report) => report.passages);
  const kinds: [string, Span[]][] = [
    ['heading', headings],
    ['passage', passages],
    ['dropped', file.dropped],
  ];
  const spans = kinds
    .flatMap(([kind, ofKind]) => ofKind.map(({ start, end }) => ({ kind, start, end })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const faults: string[] = [];
  let at = 0;
  for (const { kind, start, end } of spans) {
    if (end <= start) faults.push(`an empty ${kind} at ${start}`);
    if (start < at) faults.push(`a ${kind} at ${start} begins before ${at}, where the last span ends`);
    if (start > at) faults.push(`nothing covers ${at} to ${start}`);
    at = Math.max(at, end);
  }
  if (at !== file.text.length) faults.push(`the spans end at ${at} of ${file.text.length}`);
  return [...faults, ...spaceFaults(file), ...sentenceFaults(file, passages)];
}

const BLANK = /^[\s\u200b\ufeff]*$/;

function spaceFaults(file: ReportFile): string[] {
  return droppedTexts(file, 'space')
    .filter((words) => !BLANK.test(words))
    .map((words) => `dropped as white space: ${JSON.stringify(words)}`);
}

/** Sentences fill their passage in order, with only white space between them. */
function sentenceFaults(file: ReportFile, passages: { start: number; end: number; sentences: Span[] }[]) {
  const faults: string[] = [];
  for (const passage of passages) {
    let at = passage.start;
    for (const { start, end } of passage.sentences) {
      if (start < at) faults.push(`a sentence at ${start} overlaps the one before`);
      if (!BLANK.test(file.text.slice(at, start))) faults.push(`no sentence holds ${at} to ${start}`);
      at = end;
    }
    if (at !== passage.end) faults.push(`the last sentence of the passage at ${passage.start} ends at ${at}`);
  }
  return faults;
}
