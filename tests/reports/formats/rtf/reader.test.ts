// Rich text: paragraphs, headings, numbers and tables as a word processor shows them, in any code page.
import { describe, expect, it } from 'vitest';
import { coverageFaults } from '../../reading.ts';
import { documentOf, reasonAgainst, reportsOf } from '../read.ts';
import { shownTables } from '../tables.ts';

const bytesOf = (body: string, head = '\\ansi\\ansicpg1252') =>
  Buffer.from(`{\\rtf1${head} ${body}}`, 'latin1');
const read = (body: string, head?: string) => documentOf('a.rtf', bytesOf(body, head));
const linesOf = ({ text }: { text: string }) => text.split('\n');
const hex = (...bytes: number[]) => bytes.map((byte) => `\\'${byte.toString(16)}`).join('');
/** 修井 in GBK and in Big5. */
const WELLS_GBK = hex(0xd0, 0xde, 0xbe, 0xae);
const WELLS_BIG5 = hex(0xad, 0xd7, 0xa4, 0xab);

describe('a rich text', () => {
  it('has its paragraphs, with signs as they are shown', async () => {
    const document = await read(
      'Three\\~wells \\{north\\}\\par a\\tab b\\line c\\par \\ldblquote Done\\rdblquote  \\emdash  yes\\par',
    );
    expect(linesOf(document)).toEqual(['Three\u00a0wells {north}', 'a\tb', 'c', '“Done” — yes']);
  });

  it.each([
    ['the code page of the document', WELLS_GBK, '\\ansi\\ansicpg936'],
    [
      'that of the font',
      `{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset136 M;}}\\f1 ${WELLS_BIG5}`,
      undefined,
    ],
    ['Unicode with a replacement', '\\uc1\\u20462?\\u20117?', undefined],
    [
      'Unicode with two bytes as replacement',
      `\\uc2\\u20462${hex(0xd0, 0xde)}\\u20117${hex(0xbe, 0xae)}`,
      undefined,
    ],
    ['bytes of which the second one is a plain letter', "\\'8f\\'41\\'8fA", '\\ansi\\ansicpg936'],
  ])('is decoded by %s', async (_, body, head) => {
    const { text } = await read(body, head);
    expect(text).toBe(text.includes('修') ? '修井' : '廇廇');
  });

  it('has headings by outline levels and by the names of styles; the title is above them', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s9 Title;}{\\s4\\outlinelevel1 Own;}}';
    const { text, headings } = await read(
      `${styles}\\pard\\s9 Wells\\par\\pard\\s1 North\\par\\pard\\s0 Done.\\par\\pard\\s4 Pump\\par\\pard\\outlinelevel1 Pipe\\par\\pard Done.\\par`,
    );
    expect(headings.map(({ start, end, level }) => [text.slice(start, end), level])).toEqual([
      ['Wells', 1],
      ['North', 2],
      ['Pump', 3],
      ['Pipe', 3],
    ]);
  });

  it('has the numbers of lists and no bullets', async () => {
    const document = await read(
      "{\\listtext 1.\\tab}North\\par{\\pntext\\'b7\\tab}South\\par{\\listtext (a)\\tab}East\\par",
    );
    expect(linesOf(document)).toEqual(['1. North', 'South', '(a) East']);
  });

  it('has tables, row by row, with the head that they declare', async () => {
    const row = (head: boolean, ...cells: string[]) =>
      `\\trowd${head ? '\\trhdr' : ''}\\cellx1\\cellx2 ${cells.map((cell) => `\\pard\\intbl ${cell}\\cell `).join('')}\\row `;
    const document = await read(
      `\\pard See\\par ${row(true, 'Village', 'Wells')}${row(false, 'Stone\\par bridge', '3')}${row(false, 'Reed bay', '1')}\\pard End\\par`,
    );
    expect(linesOf(document)).toEqual(['See', 'Village　Wells', 'Stone bridge　3', 'Reed bay　1', 'End']);
    expect(shownTables(document)).toEqual([['Village|Wells', 'Stone bridge|3', 'Reed bay|1']]);
  });

  it('leaves out running heads, notes, pictures, hidden and deleted words', async () => {
    const document = await read(
      '{\\header Top\\par}{\\*\\generator x}{\\info{\\doccomm y}}Three{\\footnote {\\super 1} Note} wells{\\v  hid}{\\deleted  old} done.{\\pict\\wmetafile8 0100ff}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}\\par',
    );
    expect(document.text).toBe('Three wells done.');
    expect(document.warnings).toEqual([
      { kind: 'notes', count: 1 },
      { kind: 'pictures', count: 2 },
      { kind: 'hidden-text', count: 2 },
    ]);
  });

  it('has the results of fields and the words of text boxes', async () => {
    const box = '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box\\par}}{\\shprslt again}}';
    const field = '{\\field{\\*\\fldinst DATE}{\\fldrslt 6 May}}';
    expect((await read(`On ${field}.\\par ${box}`)).text).toBe('On 6 May.\nIn a box');
  });

  it('passes over bytes that are stored as such', async () => {
    const body = Buffer.concat([
      Buffer.from('{\\rtf1 A{\\pict\\bin4 '),
      Buffer.from('}{\\\0', 'latin1'),
      Buffer.from('}B}'),
    ]);
    expect((await documentOf('a.rtf', body)).text).toBe('AB');
  });

  it('states its properties', async () => {
    const info =
      '{\\info{\\title Wells of 2024}{\\author Stone Bridge Office}{\\creatim\\yr2025\\mo1\\dy6\\hr9}}';
    expect((await read(`${info}Done.\\par`)).properties).toEqual({
      title: 'Wells of 2024',
      author: 'Stone Bridge Office',
      date: '2025-01-06',
    });
  });

  it('begins a page with a wide break', async () => {
    expect((await read('A\\par\\page B\\par')).text).toMatch(/^A\n{4}B$/);
    expect((await read('A\\par\\sect\\sbknone B\\par')).text).toBe('A\nB');
  });

  it('is one report, of which every character is accounted for', async () => {
    const encoded = (words: string) => [...words].map((sign) => `\\u${sign.charCodeAt(0)}?`).join('');
    const lines = ['石桥村2024年工作总结', '一、修井', '修了三口井。', '二、不足', '缺水泵。'];
    const file = await reportsOf('a.rtf', bytesOf(lines.map((line) => `${encoded(line)}\\par`).join('\n')));
    expect(file.reports.map(({ title }) => title)).toEqual([lines[0]]);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('is refused where its groups are nested without end', async () => {
    expect(await reasonAgainst('a.rtf', bytesOf('{'.repeat(200_000)))).toMatch(/damaged/);
  });

  it('that ends early keeps what there is', async () => {
    expect((await documentOf('a.rtf', Buffer.from('{\\rtf1 A\\par B{\\b C'))).text).toBe('A\nBC');
  });
});
