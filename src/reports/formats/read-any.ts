// One file's bytes to its text, in any format. Bounds the result, not time and memory: the pool does that.
import { formatOf } from './index.ts';
import type { ReadResult } from './reader.ts';
import { recognise } from './recognise.ts';
import type { Recogniser } from './recognition/recogniser.ts';
import { reasonAgainstText } from './text-limit.ts';

/** @param name distinguishes Markdown from plain text, and is checked against the content */
export async function readAny(name: string, bytes: Uint8Array, recogniser?: Recogniser): Promise<ReadResult> {
  const recognised = recognise(name, bytes);
  if (!recognised.ok) return recognised;
  const read = await (await formatOf(recognised.format).load()).read(bytes, recogniser);
  if (!read.ok) return read;
  const reason = reasonAgainstText(read.text);
  if (reason) return { ok: false, reason };
  const { warning } = recognised;
  return warning ? { ...read, warnings: [warning, ...read.warnings] } : read;
}
