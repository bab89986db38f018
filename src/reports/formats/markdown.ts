// .md: the words without the marks of Markdown, line by line; front matter is no text but says what the
// document is. Notes of footnotes and pictures are left out.
import type { Warning } from '../warning.ts';
import { decode } from './decode.ts';
import { frontMatterOf } from './front-matter.ts';
import { pageOfMarkdown } from './markdown-page.ts';
import { readMarkup } from './markup-reader.ts';
import type { ReadResult, ReportReader } from './reader.ts';
import { reasonAgainstText } from './text-limit.ts';

export const markdown = {
  read(bytes: Uint8Array): ReadResult {
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    const reason = reasonAgainstText(decoded.text); // the parser keeps more for each line than its characters
    if (reason) return { ok: false, reason };
    const front = frontMatterOf(decoded.text);
    const page = pageOfMarkdown(decoded.text.slice(front?.end ?? 0));
    const read = readMarkup(page.markup);
    const leftOut: Warning[] = [
      ...(page.notes > 0 ? [{ kind: 'notes' as const, count: page.notes }] : []),
      ...(page.pictures > 0 ? [{ kind: 'pictures' as const, count: page.pictures }] : []),
    ];
    return {
      ok: true,
      ...read,
      ...(front ? { properties: front.properties } : {}),
      warnings: [...read.warnings, ...leftOut],
    };
  },
} satisfies ReportReader;
