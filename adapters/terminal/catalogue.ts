// The catalogue of reports: npm run --silent reports -- [--json] [--reports DIR]; warnings on standard error.
import '../toolchain.mjs'; // first: it reports a Node that is too old
import { machineClock, type Report } from '#core';
import { openCore, readFlags } from './command-line.ts';
import { safe } from './render.ts';

const USAGE = 'Usage: npm run --silent reports -- [--json] [--reports DIR]';

function record(report: Report): object {
  const {
    file,
    title,
    titled,
    agency,
    localities,
    kind,
    period,
    plannedFor,
    start,
    end,
    sections,
    passages,
  } = report;
  const parts = sections.filter(
    (section, i) => i > 0 && (section.depth === 1 || section.kind !== sections[section.parent].kind),
  );
  return {
    file,
    title,
    titled,
    agency: agency ?? null,
    places: localities.map((place) => place.text),
    kind,
    period: period ?? null,
    ...(plannedFor ? { plannedFor } : {}),
    start,
    end,
    parts: parts.map((part) => ({ heading: part.label, kind: part.kind, start: part.start, end: part.end })),
    passages: passages.length,
  };
}

/** Columns of a text on a terminal: Chinese characters and full-width signs take two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character)
        ? 2
        : 1),
    0,
  );
}

function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell + ' '.repeat(widths[i] - width(cell)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

const { values } = readFlags(
  {
    json: { type: 'boolean', default: false },
    reports: { type: 'string' },
  },
  USAGE,
);
const core = await openCore(values.reports, machineClock);
for (const warning of core.warnings) process.stderr.write(`${safe(warning)}\n`);
const reports = core.reports();
if (values.json) process.stdout.write(`${JSON.stringify(reports.map(record), null, 2)}\n`);
else {
  const rows = reports.map((report) => [
    safe(report.titled ? report.title : `(${report.title})`),
    safe(report.agency ?? ''),
    safe(report.period?.label ?? ''),
    report.plannedFor ? safe(`→ ${report.plannedFor.label}`) : '',
    String(report.passages.length),
    safe(report.file),
  ]);
  process.stdout.write(
    `${table([['title', 'agency', 'covers', 'plans for', 'passages', 'file'], ...rows])}\n`,
  );
  process.stdout.write(`${reports.length} reports\n`);
}
