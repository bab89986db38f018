// Files that are not what they should be: each is one clear sentence.
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../src/reports/read-file.ts';
import { shape, writePresentation, writeWorkbook } from '../../fixtures/formats/office-writer.ts';
import { wordParagraph, wordParts, writeZip } from '../../fixtures/formats/zip-writer.ts';
import { sentencesOf } from '../warning-sentences.ts';
import { documentOf, fixture, reasonAgainst, sample, withoutSpaces } from './read.ts';

const NAME = 'forestry-2023-h1';
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const oleWith = (stream: string) =>
  Buffer.concat([OLE, Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);
const openDocument = (type: string) => writeZip([{ name: 'mimetype', content: type }]);
const good = wordParts(wordParagraph('甲'));
const MEGABYTE = 1024 * 1024;
const bombed = (declaredSize?: number) => {
  const content = Buffer.alloc(120 * MEGABYTE, 0x20);
  return writeZip([...good, { name: 'word/more.xml', content, ...(declaredSize ? { declaredSize } : {}) }]);
};

/** The bytes with what is at a place replaced. */
function changed(bytes: Buffer, at: number, by: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = by;
  return copy;
}

async function encryptedDoc(): Promise<Buffer> {
  const bytes = await fixture(`${NAME}.doc`);
  let fib = 512;
  while (bytes.readUInt16LE(fib) !== 0xa5ec) fib += 512;
  return changed(bytes, fib + 11, bytes[fib + 11] | 1);
}

describe('a file is skipped with a sentence that says why:', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['an empty file', 'a.pdf', () => Buffer.alloc(0), /^the file is empty$/],
    [
      'a file over 50 MB',
      'a.txt',
      () => Buffer.alloc(MAX_FILE_BYTES + 1, 0x61),
      /^it is larger than 50 MB; split it/,
    ],
    [
      'a text of more than ten million characters',
      'a.txt',
      () => Buffer.alloc(10_000_001, 0x61),
      /^it holds more than 10 million characters; split it/,
    ],
    [
      'a text in one line of more than half a million characters',
      'a.txt',
      () => Buffer.from('好'.repeat(500_001)),
      /^it holds a line of more than 500000 characters; break it into paragraphs$/,
    ],
    [
      'a web page in one line of more than half a million characters',
      'a.html',
      () => Buffer.from(`<!doctype html><html><body><p>${'好。'.repeat(250_001)}</p></body></html>`),
      /^it holds a line of more than 500000 characters; /,
    ],
    [
      'a text of more than half a million lines',
      'a.md',
      () => Buffer.from('# 好\n'.repeat(500_001)),
      /^it holds more than 500000 lines; split it/,
    ],
    [
      'a protected PDF',
      'a.pdf',
      () => fixture('protected.pdf'),
      /^it is protected by a password; save it without one$/,
    ],
    [
      'a protected .docx',
      'a.docx',
      () => oleWith('EncryptedPackage'),
      /^it is protected by a password; save it without one$/,
    ],
    ['a protected .doc', 'a.doc', encryptedDoc, /^it is protected by a password; save it without one$/],
    [
      'a .docx with a locked part',
      'a.docx',
      () => writeZip(good.map((part) => ({ ...part, encrypted: true }))),
      /^it is protected by a password; save it without one$/,
    ],
    ['a zip bomb', 'a.docx', () => bombed(), /^it unpacks to more than 100 MB/],
    [
      'a zip bomb that lies about its size',
      'a.docx',
      () => bombed(1000),
      /^it unpacks to more than it declares/,
    ],
    [
      'a container of very many parts',
      'a.docx',
      () => writeZip([...good, ...Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, content: '' }))]),
      /^it is packed of more than 10000 parts; .* save it anew$/,
    ],
    ['half a .docx', 'a.docx', async () => (await fixture(`${NAME}.docx`)).subarray(0, 5000), /damaged/],
    ['a .docx without its text', 'a.docx', () => writeZip(good.slice(0, 3)), /damaged/],
    [
      'a .docx whose text is no XML',
      'a.docx',
      () => writeZip([...good.slice(0, -1), { name: 'word/document.xml', content: '<w:document><w:body' }]),
      /damaged/,
    ],
    ['half a .doc', 'a.doc', async () => (await fixture(`${NAME}.doc`)).subarray(0, 3000), /damaged/],
    ['the beginning of a PDF', 'a.pdf', () => Buffer.from('%PDF-1.7\n'), /damaged/],
    [
      'a binary spreadsheet',
      'a.xlsx',
      () => writeZip([{ name: 'xl/workbook.bin', content: '' }]),
      /spreadsheet \(\.xlsb\).* save it as \.xlsx$/,
    ],
    ['an old spreadsheet', 'a.doc', () => oleWith('Workbook'), /spreadsheet \(\.xls\)/],
    [
      'a workbook that unpacks to very much',
      'a.xlsx',
      () => writeZip([{ name: 'xl/workbook.xml', content: 'x', declaredSize: 200 * 1024 * 1024 }]),
      /^it unpacks to more than 100 MB of text/,
    ],
    [
      'a workbook of very many parts',
      'a.xlsx',
      () =>
        writeZip(
          Array.from({ length: 10_001 }, (_, i) => ({
            name: i === 0 ? 'xl/workbook.xml' : `${i}`,
            content: '',
          })),
        ),
      /^it is packed of more than 10000 parts/,
    ],
    [
      'a presentation with a password',
      'a.pptx',
      () => writeZip([{ name: 'ppt/presentation.xml', content: '', encrypted: true }]),
      /password/,
    ],
    ['an old presentation', 'a.pptx', () => oleWith('PowerPoint Document'), /\(\.ppt\).* save it as \.pptx$/],
    [
      'an OpenDocument spreadsheet',
      'a.odt',
      () => openDocument('application/vnd.oasis.opendocument.spreadsheet'),
      /spreadsheet \(\.ods\).* save it as \.xlsx$/,
    ],
    [
      'an OpenDocument presentation',
      'a.odt',
      () => openDocument('application/vnd.oasis.opendocument.presentation'),
      /presentation \(\.odp\).* save it as \.pptx$/,
    ],
    ['an electronic book', 'a.docx', () => openDocument('application/epub+zip'), /EPUB/],
    [
      'an archive',
      'a.docx',
      () => writeZip([{ name: 'a.txt', content: 'x' }]),
      /archive and no Word, Excel or PowerPoint file/,
    ],
    ['a web archive', 'a.html', () => Buffer.from('MIME-Version: 1.0\r\n'), /\.mht/],
    [
      'a picture',
      'a.pdf',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      /^it is a picture, whose text is not recognised; /,
    ],
  ])('%s', async (_, name, make, reason) => {
    expect(await reasonAgainst(name, await make())).toMatch(reason);
  });
});

describe('a file under a wrong name is read as what it is, with a warning:', () => {
  it.each([
    ['.docx', 'doc', /^its name says a Word document \(\.docx\), but it is a Word 97 document/],
    ['.docx', 'html', /^its name says a Word document \(\.docx\), but it is a web page/],
    ['.doc', 'docx', /^its name says a Word 97 document \(\.doc\), but it is a Word document/],
    ['.txt', 'pdf', /^its name says a text, but it is a PDF/],
    ['.pdf', 'docx', /^its name says a PDF/],
  ])('%s that is a .%s', async (extension, format, warning) => {
    const read = await documentOf(`a${extension}`, await fixture(`${NAME}.${format}`));
    expect(sentencesOf(read.warnings)[0]).toMatch(warning);
    expect(withoutSpaces(read.text)).toContain('上半年完成营造林2.23万亩');
  });

  it('.docx that is a plain text', async () => {
    const text = await sample(`${NAME}.txt`);
    const read = await documentOf('a.docx', Buffer.from(text));
    expect(read.text).toBe(text);
    expect(sentencesOf(read.warnings)).toEqual([expect.stringContaining('it is a text')]);
  });
});

describe('a file with macros, or of a program that writes alike, is read as what it is:', () => {
  it.each([
    ['.docm', 'docx'],
    ['.wps', 'doc'],
  ])('%s', async (extension, format) => {
    const read = await documentOf(`a${extension}`, await fixture(`${NAME}.${format}`));
    expect(withoutSpaces(read.text)).toContain('上半年完成营造林2.23万亩');
    expect(read.warnings).toEqual(
      (await documentOf(`a.${format}`, await fixture(`${NAME}.${format}`))).warnings,
    );
  });

  it('.xlsm, .pptm and .ppsx', async () => {
    const book = writeWorkbook([{ rows: '<row><c t="inlineStr"><is><t>修了三口井</t></is></c></row>' }]);
    expect((await documentOf('a.xlsm', book)).text).toContain('修了三口井');
    const slides = writePresentation([{ shapes: shape('修了三口井') }]);
    for (const name of ['a.pptm', 'a.ppsx']) expect((await documentOf(name, slides)).text).toBe('修了三口井');
  });
});

describe('a text is not taken for something else', () => {
  it.each([
    ['that begins with PK', 'PK赛第一名：栖鹭镇。'],
    ['that begins with a smaller-than sign', '<通知>各乡镇：'],
    ['of white space', '\n\n'],
  ])('%s', async (_, text) => {
    expect((await documentOf('a.txt', Buffer.from(text))).text).toBe(text);
  });
});
