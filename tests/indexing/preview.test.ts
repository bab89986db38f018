// What would be served of a file that is not in the reports folder.
import { describe, expect, it } from 'vitest';
import { preview } from '../../src/indexing/index.ts';
import { indexDocument } from '../../src/indexing/index-document.ts';
import type { ReaderPool } from '../../src/reports/formats/pool.ts';
import { FEW_BYTES, type ReadDocument, readFile } from '../../src/reports/index.ts';
import { prose } from '../fixtures/prose.ts';
import { fileSentencesOf } from '../reports/warning-sentences.ts';
import { readAll } from '../search/corpus.ts';
import { threadMs } from '../speed.ts';

const TEXT = `县林业局2023年工作总结\n\n一、主要工作\n${prose(3)}\n`;

describe('the preview of a file', () => {
  it('holds the reports that would be served of it', async () => {
    const { files } = await preview('a.txt', Buffer.from(TEXT));
    expect(files).toEqual(readAll({ 'a.txt': TEXT }));
  });

  it('is one warning where it cannot be read', async () => {
    const { files, warnings } = await preview('a.pdf', Buffer.from('no PDF at all'));
    expect(files).toEqual([]);
    expect(fileSentencesOf(warnings)).toEqual([expect.stringMatching(/^a\.pdf: skipped, /)]);
  });

  it('takes little time of this thread, however long the text is', async () => {
    const text = `县林业局2023年工作总结\n\n一、主要工作\n${prose(50).repeat(200)}\n`;
    const bytes = Buffer.from(text);
    const inThread = await threadMs(async () => indexDocument('a.txt', await readPlain(bytes)));
    const asPreview = await threadMs(() => preview('a.txt', bytes));
    expect(asPreview).toBeLessThan(inThread / 3);
  });
});

describe('the reading of a file', () => {
  it.each(['a.txt', 'a.md', 'a.docx', 'a.html'])(
    'is the work of a thread with limits once it is longer than a few kilobytes: %s',
    async (name) => {
      const asked: number[] = [];
      const read = (_: string, { length }: Uint8Array) => {
        asked.push(length);
        return Promise.resolve({ ok: false as const, reason: { kind: 'empty' as const } });
      };
      for (const length of [FEW_BYTES, FEW_BYTES + 1, 1_000_000])
        await readFile(name, Buffer.alloc(length, 'x'), { pool: { read } as unknown as ReaderPool });
      expect(asked.filter((length) => length > FEW_BYTES)).toEqual([FEW_BYTES + 1, 1_000_000]);
    },
  );
});

async function readPlain(bytes: Buffer): Promise<ReadDocument> {
  const read = await readFile('a.txt', bytes);
  if (!read.ok) throw new Error(read.reason.kind);
  return read;
}
