// Word documents of before 2007: text boxes, names of streams in capitals, and versions that are too old.
import { describe, expect, it } from 'vitest';
import { streamNames } from '../../../src/reports/formats/ole.ts';
import { documentOf, fixture, reasonAgainst, withoutSpaces } from './read.ts';

const NAME = 'forestry-2023-h1.doc';
const FIB = { identifier: 0, version: 2, text: 76, header: 84, boxes: 100 };
const IDENTIFIER = 0xa5ec;
const SECTOR = 512;

/** A copy of a Word document, and where its stream begins. */
async function copied(): Promise<{ bytes: Buffer; fib: number }> {
  const bytes = Buffer.from(await fixture(NAME));
  let fib = SECTOR;
  while (bytes.readUInt16LE(fib) !== IDENTIFIER) fib += SECTOR;
  return { bytes, fib };
}

describe('a .doc', () => {
  it.each([
    ['capitals', (name: string) => name.toUpperCase()],
    ['small letters', (name: string) => name.toLowerCase()],
  ])('is read where its streams are named in %s', async (_, change) => {
    const { bytes } = await copied();
    for (const { name, at } of [...streamNames(bytes)]) bytes.write(change(name), at, 'utf16le');
    expect((await documentOf('a.doc', bytes)).text).toBe(
      (await documentOf('a.doc', await fixture(NAME))).text,
    );
  });

  it('has the words of its text boxes below those of the body', async () => {
    const { text } = await documentOf('a.doc', await fixture(NAME));
    const { bytes, fib } = await copied();
    const moved = 120;
    bytes.writeUInt32LE(bytes.readUInt32LE(fib + FIB.text) - moved, fib + FIB.text);
    bytes.writeUInt32LE(0, fib + FIB.header);
    bytes.writeUInt32LE(moved, fib + FIB.boxes);
    const boxed = await documentOf('a.doc', bytes);
    const [body, box] = boxed.text.split('\n\n').slice(-2);
    expect(body.length).toBeGreaterThan(0);
    expect(withoutSpaces(text)).toContain(withoutSpaces(box));
    expect(withoutSpaces(text).startsWith(withoutSpaces(boxed.text).slice(0, 1000))).toBe(true);
    expect(withoutSpaces(boxed.text)).toHaveLength(withoutSpaces(text).length);
  });

  it('of Word 6 or 95 is too old', async () => {
    const { bytes, fib } = await copied();
    bytes.writeUInt16LE(0xa5dc, fib + FIB.identifier);
    bytes.writeUInt16LE(104, fib + FIB.version);
    expect(await reasonAgainst('a.doc', bytes)).toMatch(/before 1997.*too old.*save it anew as \.docx/);
  });

  it.each(['dba52d00', '9ba52100', '31be0000'])('that begins with %s is too old', async (signature) => {
    const bytes = Buffer.concat([Buffer.from(signature, 'hex'), Buffer.alloc(600, 'words ')]);
    expect(await reasonAgainst('a.doc', bytes)).toMatch(/too old/);
  });

  it('is none where Chinese text only begins with such bytes', async () => {
    const text = Buffer.concat([Buffer.from('dba5', 'hex'), Buffer.from('cfd8b5c4b1a8b8e6a1a3', 'hex')]);
    expect((await documentOf('a.txt', text)).text).toBe('邾县的报告。');
  });
});
