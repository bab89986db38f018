// Workbooks: each sheet a section, each row a line, numbers as they are shown.
import { describe, expect, it } from 'vitest';
import {
  cellRows,
  coreProperties,
  type MoreOfWorkbook,
  type WrittenSheet,
  writeWorkbook,
} from '../../../fixtures/formats/office-writer.ts';
import { coverageFaults } from '../../reading.ts';
import { sentencesOf } from '../../warning-sentences.ts';
import { documentOf, reasonAgainst, reportsOf } from '../read.ts';
import { shownTables } from '../tables.ts';

const book = (sheets: WrittenSheet[], more?: MoreOfWorkbook) =>
  documentOf('a.xlsx', writeWorkbook(sheets, more));
const sheet = (rows: string, more: Partial<WrittenSheet> = {}) => book([{ name: '表', rows, ...more }]);
const joined = (...references: string[]) =>
  `<mergeCells>${references.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const linesOf = ({ text }: { text: string }) =>
  text.split('\n').map((line) => line.replaceAll('\u3000', '|'));

const BOATS = cellRows([
  ['船名', '吨位', '船长'],
  ['白鹭号', 120, '贺一鸣'],
  ['灰鹤号', 85, '卢小满'],
]);

describe('a workbook', () => {
  it('has its sheets in order, each under its name', async () => {
    const document = await book([
      { name: '船只', rows: BOATS },
      {
        name: '泊位',
        rows: cellRows([
          ['泊位', '米'],
          ['东一', 40],
        ]),
      },
    ]);
    expect(linesOf(document)).toEqual([
      '船只',
      '船名|吨位|船长',
      '白鹭号|120|贺一鸣',
      '灰鹤号|85|卢小满',
      '',
      '泊位',
      '泊位|米',
      '东一|40',
    ]);
    expect(
      document.headings.map(({ start, end, level }) => [document.text.slice(start, end), level]),
    ).toEqual([
      ['船只', 2],
      ['泊位', 2],
    ]);
    expect(shownTables(document)).toEqual([
      ['船名|吨位|船长', '白鹭号|120|贺一鸣', '灰鹤号|85|卢小满'],
      ['泊位|米', '东一|40'],
    ]);
    expect(document.warnings).toEqual([]);
  });

  it('is named by the title above its first table', async () => {
    const rows = cellRows([
      ['苇湾镇2024年渔船登记表'],
      [],
      ['船名', '吨位'],
      ['白鹭号', 120],
      ['注：吨位为总吨。'],
    ]);
    const document = await sheet(rows);
    expect(linesOf(document)).toEqual([
      '苇湾镇2024年渔船登记表',
      '',
      '表',
      '船名|吨位',
      '白鹭号|120',
      '注：吨位为总吨。',
    ]);
    expect(document.headings.map(({ level }) => level)).toEqual([1, 2]);
  });

  it('is one report, of which every character is accounted for', async () => {
    const sheets = [
      { rows: BOATS },
      { rows: BOATS },
      {
        rows: cellRows([
          ['甲', '', '丙'],
          ['', 2, ''],
        ]),
      },
    ];
    const file = await reportsOf('苇湾镇渔船.xlsx', writeWorkbook(sheets));
    expect(file.reports).toHaveLength(1);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('says who made it, when and under which title', async () => {
    const parts = [
      coreProperties({ title: '渔船登记', creator: '苇湾镇渔政站', created: '2024-12-30T08:00:00Z' }),
    ];
    expect((await book([{ rows: BOATS }], { parts })).properties).toEqual({
      title: '渔船登记',
      author: '苇湾镇渔政站',
      date: '2024-12-30T08:00:00Z',
    });
    expect((await sheet(BOATS)).properties).toBeUndefined();
  });

  it('under another name is read as what it is', async () => {
    const read = await documentOf('a.docx', writeWorkbook([{ rows: BOATS }]));
    expect(sentencesOf(read.warnings)[0]).toMatch(/Word document.*but it is an Excel workbook/);
  });
});

describe('a cell', () => {
  const styled = (style: number, value: number) => ({ xml: `<c s="${style}"><v>${value}</v></c>` });
  const shown = async (format: string | number, value: number, more: MoreOfWorkbook = {}) =>
    linesOf(await book([{ rows: cellRows([['值', styled(1, value)]]) }], { formats: [format], ...more }))[1];

  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1234567890123, '1234567890123'],
    [3, 18650, '18,650'],
    [9, 0.35, '35%'],
    ['0.0%', 0.1234, '12.3%'],
    [14, 45843, '2025/7/5'],
    [57, 45843, '2025年7月'],
    ['yyyy"年"m"月"d"日";@', 45843, '2025年7月5日'],
    ['yyyy\\-mm\\-dd', 45843.5, '2025-07-05'],
    ['[h]:mm', 1.5, '36:00'],
    ['0.00;[Red]\\(0.00\\)', -2.5, '(2.50)'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ', 1200, '1,200.00'],
    ['0!.0,"万"', 123456, '12.3万'],
    ['no [[ format', 7, '7'],
  ])('with the format %s shows %d as %s', async (format, value, words) => {
    expect(await shown(format, value)).toBe(`值|${words}`);
  });

  it('has its date by the calendar of the file', async () => {
    expect(await shown(14, 45843 - 1462, { date1904: true })).toBe('值|2025/7/5');
    expect(await shown(3, 45843, { date1904: true })).toBe('值|45,843');
  });

  it('shows words in pieces without the readings above them, truth values, errors and stored results', async () => {
    const rows = cellRows([
      [
        { xml: '<c t="s"><v>0</v></c>' },
        { xml: '<c t="b"><v>1</v></c>' },
        { xml: '<c t="e"><v>#REF!</v></c>' },
        { xml: '<c><f>SUM(1,2)</f><v>3</v></c>' },
        { xml: '<c t="str"><f>A1</f><v>词 &amp; 语</v></c>' },
      ],
    ]);
    const sharedTexts = ['<r><t>渔</t></r><r><t>船_x000D_\n名</t></r><rPh><t>yú</t></rPh>'];
    expect(linesOf(await book([{ rows }], { sharedTexts }))[1]).toBe('渔船 名|TRUE|#REF!|3|词 & 语');
  });

  it('whose formula has no stored result is left out, which is told', async () => {
    const document = await sheet(cellRows([['合计', { xml: '<c><f>SUM(1,2)</f></c>' }, 5]]));
    expect(linesOf(document)[1]).toBe('合计||5');
    expect(sentencesOf(document.warnings)).toEqual([
      expect.stringContaining('1 formula without a stored result'),
    ]);
  });

  it('may be without an address', async () => {
    const document = await sheet(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>',
    );
    expect(linesOf(document).slice(1)).toEqual(['1|2', '3|4']);
  });
});

describe('joined cells', () => {
  it('of several rows are in each row, of several columns in the first', async () => {
    const rows = cellRows([
      ['港口', '船名', '吨位'],
      ['东港', '白鹭号', 120],
      ['', '灰鹤号', 85],
      ['合计', '', 205],
    ]);
    const document = await sheet(rows, { after: joined('A2:A3', 'A4:B4') });
    expect(shownTables(document)).toEqual([
      ['港口|船名|吨位', '东港|白鹭号|120', '东港|灰鹤号|85', '合计||205'],
    ]);
  });

  it('make a head of several rows', async () => {
    const rows = cellRows([
      ['港口', '2024年', '', '备注'],
      ['', '计划', '完成', ''],
      ['东港', 12, 9, '延期'],
      ['西港', 7, 7, ''],
    ]);
    const document = await sheet(rows, { after: joined('A1:A2', 'B1:C1', 'D1:D2') });
    expect(shownTables(document)).toEqual([
      ['港口|2024年||备注 / 港口|计划|完成|备注', '东港|12|9|延期', '西港|7|7'],
    ]);
  });

  it('over a whole row and more stand once', async () => {
    const rows = cellRows([
      ['苇湾镇渔船登记表', ''],
      ['', ''],
      ['船名', '吨位'],
      ['白鹭号', 120],
    ]);
    const document = await sheet(rows, { after: joined('A1:B2') });
    expect(document.text.match(/登记表/g)).toHaveLength(1);
  });
});

describe('what is hidden', () => {
  it('is left out, which is told', async () => {
    const rows = cellRows(
      [
        ['船名', '底价', '吨位'],
        ['白鹭号', 9, 120],
        ['灰鹤号', 8, 85],
      ],
      { 3: 'hidden="1"' },
    );
    const document = await book([
      { name: '船只', rows, before: '<cols><col min="2" max="2" hidden="1"/></cols>' },
      { name: '草稿', rows: BOATS, state: 'hidden' },
      { name: '旧表', rows: BOATS, state: 'veryHidden' },
    ]);
    expect(linesOf(document)).toEqual(['船只', '船名|吨位', '白鹭号|120']);
    expect(sentencesOf(document.warnings)).toEqual([
      'left out because hidden: 2 × sheet, 1 × row, 1 × column',
    ]);
  });

  it('may begin a joined cell that is seen', async () => {
    const rows = cellRows(
      [
        ['港口', '船名'],
        ['东港', '白鹭号'],
        ['', '灰鹤号'],
      ],
      { 2: 'hidden="1"' },
    );
    expect(linesOf(await sheet(rows, { after: joined('A2:A3') })).slice(1)).toEqual([
      '港口|船名',
      '东港|灰鹤号',
    ]);
  });
});

describe('a hostile workbook', () => {
  const tooMuch = /more than 10 million characters/;

  it('that repeats a long text is refused', async () => {
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(1_000);
    const bytes = writeWorkbook([{ rows }], { sharedTexts: [`<t>${'长'.repeat(30_000)}</t>`] });
    expect(await reasonAgainst('a.xlsx', bytes)).toMatch(tooMuch);
  });

  it('of very wide rows is refused', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="XFD${i + 1}"><v>1</v></c></row>`,
    );
    expect(await reasonAgainst('a.xlsx', writeWorkbook([{ rows: rows.join('') }]))).toMatch(tooMuch);
  });

  it('whose joined cells overlap is read once', async () => {
    const after = joined(...Array.from({ length: 20_000 }, (_, i) => `A${(i % 50) + 1}:A1048576`));
    const document = await sheet(cellRows(Array.from({ length: 100 }, (_, i) => [i === 0 ? '港' : '', i])), {
      after,
    });
    expect(linesOf(document).slice(1)).toHaveLength(100);
  });

  it('of elements within elements is refused at once', async () => {
    const bytes = writeWorkbook([{ rows: '<row><c>'.repeat(200_000) }]);
    expect(await reasonAgainst('a.xlsx', bytes)).toMatch(/damaged .*nested too deep/);
  });

  it('without sheets is damaged', async () => {
    expect(await reasonAgainst('a.xlsx', writeWorkbook([]))).toMatch(/damaged/);
  });
});
