// .odt: paragraphs with their numbers, headings, lists and tables; notes, comments and pictures are left out. Read
// with the project's own ZIP and XML readers: libraries for OpenDocument text are no longer kept, or bring a second
// PDF reader with them.
import type { ReadFailure, Warning } from '../../warning.ts';
import { openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { readBody } from './body.ts';
import { Styles } from './styles.ts';

const PASSWORD: ReadFailure = { kind: 'password' };

export const odt = {
  read(bytes: Uint8Array): ReadResult {
    const opened = openPackage(bytes);
    if (!opened.ok) return opened;
    const { parts } = opened;
    if (parts.text('META-INF/manifest.xml').includes('encryption-data'))
      return { ok: false, reason: PASSWORD };
    const content = parts.text('content.xml');
    const { markup, leftOut } = readBody(content, new Styles([parts.text('styles.xml'), content]));
    const read = markup.read();
    const counts: Warning[] = [
      { kind: 'notes', count: leftOut.notes },
      { kind: 'pictures', count: leftOut.pictures },
      { kind: 'hidden-text', count: leftOut.hidden },
      { kind: 'made-numbers', count: leftOut.numbers },
    ];
    return {
      ok: true,
      ...read,
      ...readProperties(parts.text('meta.xml')),
      warnings: [...read.warnings, ...counts.filter((each) => 'count' in each && each.count !== 0)],
    };
  },
} satisfies ReportReader;
