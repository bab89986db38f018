// Word documents: paragraphs, headings, lists, tables; what has no place in the text is told.
import { describe, expect, it } from 'vitest';
import { docx } from '../../../../src/reports/formats/word/reader.ts';
import {
  type MoreOfWord,
  wordParagraph as p,
  styled,
  wordParts,
  writeZip,
} from '../../../fixtures/formats/zip-writer.ts';
import { longBody } from '../../../fixtures/prose.ts';
import { droppedTexts, titlesOf } from '../../reading.ts';
import { sentencesOf } from '../../warning-sentences.ts';
import { documentOf, reportsOf } from '../read.ts';

const word = (body: string, notes?: string, more?: MoreOfWord) => writeZip(wordParts(body, notes, more));
const read = (body: string, notes?: string) => documentOf('a.docx', word(body, notes));

const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${words}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const run = (content: string) => `<w:r>${content}</w:r>`;
const NEW_PAGE = run('<w:br w:type="page"/>');
const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

describe('the text of a Word document', () => {
  it('has a line for each paragraph, an empty paragraph as a blank line', async () => {
    expect((await read(p('甲') + p('') + p('　　乙。“丙”——丁…… x  y'))).text).toBe(
      '甲\n\n乙。“丙”——丁…… x  y',
    );
  });

  it('has a wide break at a manual page break', async () => {
    expect((await read(p('甲', '', NEW_PAGE) + p('') + p('乙'))).text).toBe('甲\n\n\n\n乙');
  });

  it('has what was inserted and not what was deleted under revision', async () => {
    const changes =
      '<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>';
    expect((await read(p('甲', '', changes))).text).toBe('甲新');
  });

  it('leaves out footnotes with a warning', async () => {
    const body = p('甲', '', '<w:r><w:footnoteReference w:id="2"/></w:r>') + p('乙');
    const notes = `<w:footnote w:id="2">${p('据统计年鉴')}</w:footnote>`;
    const { text, warnings } = await read(body, notes);
    expect(text).toBe('甲\n乙');
    expect(sentencesOf(warnings)).toEqual(['left out: 1 footnotes or endnotes']);
  });

  it('keeps the tabs of a table of contents, so that it is recognised', async () => {
    const long = '全县新建农村公路六十二公里，改造危桥十四座，山里人出行不再绕远。'.repeat(12);
    const titles = ['县林业局2023年工作总结', '县水利局2023年工作总结'];
    const body =
      p('目录') +
      titles.map((title, i) => p(`${title}\t${i + 1}`, styled(3))).join('') +
      titles.map((title) => p('') + p(title) + p(long)).join('');
    const file = await reportsOf('a.docx', word(body));
    expect(titlesOf(file)).toEqual(titles);
  });
});

describe('the numbers that Word makes', () => {
  const numbered = (words: string, more = '') => p(words, NUMBERED, more);

  it('stand before their paragraphs', async () => {
    const { text, warnings } = await read(numbered('甲') + numbered('乙') + p('丙'));
    expect(text).toBe('一、甲\n二、乙\n丙');
    expect(warnings).toEqual([]);
  });

  it('stand in tables, where the number may be all that a cell holds', async () => {
    const rows = ['甲', '乙'].map((words) => row(cell(numbered('')), cell(p(words))));
    expect((await read(table(...rows) + numbered('丙'))).text).toBe('一、　甲\n二、　乙\n三、丙');
  });

  it('count an empty paragraph, which elsewhere shows none', async () => {
    expect((await read(numbered('甲') + numbered('') + numbered('乙'))).text).toBe('一、甲\n三、乙');
  });

  it('stand before the headings, which are known by their styles', async () => {
    const { text, headings } = await read(p('甲', styled(1) + NUMBERED) + p('乙'));
    expect(text).toBe('一、甲\n乙');
    expect(headings).toEqual([{ start: 0, end: 3, level: 1 }]);
  });

  it('leave out what was deleted or moved away under revision', async () => {
    const gone = (kind: string) =>
      `<w:p><w:pPr>${NUMBERED}<w:rPr><w:${kind}/></w:rPr></w:pPr><w:${kind}><w:r><w:delText>旧</w:delText></w:r></w:${kind}></w:p>`;
    const deletedRow = `<w:tr><w:trPr><w:del/></w:trPr>${cell(numbered('旧'))}</w:tr>`;
    const body =
      gone('del') + numbered('甲') + table(deletedRow, row(cell(numbered('乙')))) + gone('moveFrom');
    expect((await read(body + numbered('丙'))).text.replace(/\n+/g, '\n')).toBe('一、甲\n二、乙\n三、丙');
  });

  it('stand at the beginning of a paragraph that was joined from two under revision', async () => {
    const first = `<w:p><w:pPr>${NUMBERED}<w:rPr><w:del/></w:rPr></w:pPr>${run('<w:t>甲</w:t>')}</w:p>`;
    expect((await read(first + numbered('乙') + numbered('丙'))).text).toBe('一、甲乙\n二、丙');
  });

  it('are left out with a warning where their format is unsupported', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const { text, warnings } = await documentOf(
      'a.docx',
      word(numbered('甲') + numbered('乙'), '', { numbering }),
    );
    expect(text).toBe('甲\n乙');
    expect(sentencesOf(warnings)).toEqual([expect.stringMatching(/^left out: 2 automatic numbers/)]);
  });

  it('count the paragraphs of a text box once although it is stored twice', async () => {
    const box = `<w:txbxContent>${numbered('乙')}</w:txbxContent>`;
    const old = `<w:pict><v:rect>${box}</v:rect></w:pict>`;
    const twice = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    const { text, warnings } = await read(numbered('甲', run(twice)) + numbered('丙'));
    expect(text).toBe('一、甲\n二、乙\n三、丙');
    expect(warnings).toEqual([]);
  });

  it('are left out with a warning in a text box without a fallback', async () => {
    const box = `<w:drawing><w:txbxContent>${numbered('乙')}</w:txbxContent></w:drawing>`;
    const once = `<mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice></mc:AlternateContent>`;
    const { text, warnings } = await read(numbered('甲', run(once)) + numbered('丙'));
    expect(text).toBe('一、甲\n乙\n二、丙');
    expect(sentencesOf(warnings)).toEqual([expect.stringMatching(/^left out: 1 automatic number /)]);
  });

  it('are found wherever the document says that its lists are', async () => {
    const elsewhere: Record<string, string> = {
      'word/document.xml': 'text/words.xml',
      'word/_rels/document.xml.rels': 'text/_rels/words.xml.rels',
      'word/numbering.xml': 'lists/all.xml',
    };
    const parts = wordParts(numbered('甲')).map(({ name, content }) => ({
      name: elsewhere[name] ?? name,
      content: String(content)
        .replace('Target="word/document.xml"', 'Target="/text/words.xml"')
        .replace('Target="numbering.xml"', 'Target="../lists/all.xml"')
        .replace('/word/document.xml', '/text/words.xml'),
    }));
    // recognised by what it holds; this reader is asked at once
    const result = await docx.read(writeZip(parts));
    expect(result.ok && result.text).toBe('一、甲');
  });

  it('are generated in a document with other namespace prefixes', async () => {
    const parts = wordParts(numbered('甲')).map(({ name, content }) => ({
      name,
      content: String(content)
        .replace(/(<\/?|\s|xmlns:)w:(?=\w)/g, '$1ns0:')
        .replace('xmlns:w=', 'xmlns:ns0='),
    }));
    expect((await documentOf('a.docx', writeZip(parts))).text).toBe('一、甲');
  });

  it('are generated for many paragraphs in little time', async () => {
    const { text } = await read(numbered('甲').repeat(20_000));
    expect(text.split('\n').at(-1)).toBe('二○○○○、甲');
  });
});

describe('a table of a Word document', () => {
  const textOf = async (...rows: string[]) => (await read(table(...rows))).text;
  const plain = (...words: string[]) => row(...words.map((each) => cell(p(each))));

  it('has its rows as lines', async () => {
    const body = p('甲') + table(plain('乡镇', '面积'), plain('栖鹭镇', '3')) + p('乙');
    expect((await read(body)).text).toBe('甲\n乡镇\u3000面积\n栖鹭镇\u30003\n乙');
  });

  it('shows an empty cell between two others as a wider gap', async () => {
    expect(await textOf(plain('', '2022', '2023'), plain('油', '', '2'))).toBe(
      '2022\u30002023\n油\u3000\u30002',
    );
  });

  it('has the words of merged cells once', async () => {
    const merged = (words: string, start: boolean) =>
      cell(p(words), start ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
    const wide = cell(p('指标'), '<w:gridSpan w:val="2"/>');
    const rows = [
      row(wide, cell(p('数'))),
      row(merged('农业', true), cell(p('粮')), cell(p('1'))),
      row(merged('', false), cell(p('油')), cell(p('2'))),
    ];
    expect(await textOf(...rows)).toBe('指标\u3000数\n农业\u3000粮\u30001\n油\u30002');
  });

  it('loses no cell where a merged one stands on another column of the grid', async () => {
    const merge = '<w:vMerge/>';
    const first = row(cell(p('甲'), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell(p('乙')));
    expect(await textOf(first, row(cell(p('丙'), merge), cell(p('丁'), merge)))).toBe(
      '甲\u3000乙\n丙\u3000丁',
    );
  });

  it('has a row as one line though its cells have several', async () => {
    const broken = `<w:p>${run('<w:t>县</w:t><w:br/><w:t>林业局</w:t>')}</w:p>`;
    expect(await textOf(row(cell(broken), cell(p('修路') + p('') + p('架桥')), cell(p('三月'))))).toBe(
      '县 林业局\u3000修路 架桥\u3000三月',
    );
  });

  it('keeps the lines of a long text that was put into it, and what follows apart', async () => {
    const long = '全县新建农村公路六十二公里，改造危桥十四座。'.repeat(6);
    expect(await textOf(row(cell(p('总结')), cell(p(long) + p(long)), cell(p('签字'))))).toBe(
      `总结\u3000${long}\n${long}\n签字`,
    );
  });

  it('that is the layout of the whole page is read as the text in it', async () => {
    const page = p('县林业局2023年工作总结', styled(1)) + p('甲') + p('一、乙');
    expect(await textOf(row(cell(page)))).toBe('县林业局2023年工作总结\n甲\n一、乙');
  });

  it('in another table has lines of its own', async () => {
    const inner = p('甲') + table(plain('一', '二'), plain('三', '四')) + p('');
    expect(await textOf(row(cell(inner), cell(p('乙'))), plain('丙', '丁'))).toBe(
      '甲\n一\u3000二\n三\u3000四\n乙\n丙\u3000丁',
    );
  });
});

describe('no word is lost', () => {
  const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
  const drawing = (words: string) =>
    `<w:drawing><wp:anchor xmlns:wp="wp"><wps:wsp xmlns:wps="wps"><wps:txbx>${box(words)}</wps:txbx></wps:wsp></wp:anchor></w:drawing>`;
  const old = (words: string, shape: string) =>
    `<w:pict><v:${shape}><v:textbox>${box(words)}</v:textbox></v:${shape}></w:pict>`;
  const both = (choice: string, fallback: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;

  it.each([
    ['in a new drawing', drawing('乙')],
    ['in an old one', old('乙', 'shape')],
    ['in a form that is rare', old('乙', 'oval')],
    [
      'stored twice, for new programs and for old ones',
      both(drawing('新'), `<mc:Fallback>${old('乙', 'rect')}</mc:Fallback>`),
    ],
    ['told for new programs only', both(drawing('乙'), '')],
    ['told for old programs with nothing', both(drawing('乙'), '<mc:Fallback/>')],
  ])('of a text box %s', async (_, content) => {
    expect((await read(p('甲', '', run(content)) + p('丙'))).text).toBe('甲\n乙\n丙');
  });

  it('of several text boxes in one drawing', async () => {
    const two = drawing('乙').replace('</wps:wsp>', `</wps:wsp><wps:wsp>${box('丙')}</wps:wsp>`);
    expect((await read(p('甲', '', run(two)) + p('丁'))).text).toBe('甲\n乙\n丙\n丁');
  });

  it('of a text box stored twice within its drawing', async () => {
    const within = drawing('乙').replace(/<wps:wsp.*<\/wps:wsp>/, (shape) =>
      both(shape, `<mc:Fallback>${box('旧')}</mc:Fallback>`),
    );
    expect((await read(p('甲', '', run(within)) + p('丙'))).text).toBe('甲\n乙\n丙');
  });

  it.each([
    ['a simple field', `<w:fldSimple w:instr="DATE">${run('<w:t>乙</w:t>')}</w:fldSimple>`],
    ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('<w:t>乙</w:t>')}</w:sdtContent></w:sdt>`],
    ['a link', `<w:hyperlink w:anchor="a">${run('<w:t>乙</w:t>')}</w:hyperlink>`],
    ['a direction', `<w:bdo w:val="ltr">${run('<w:t>乙</w:t>')}</w:bdo>`],
    [
      'characters with their reading',
      run(
        `<w:ruby><w:rubyPr/><w:rt>${run('<w:t>yi</w:t>')}</w:rt><w:rubyBase>${run('<w:t>乙</w:t>')}</w:rubyBase></w:ruby>`,
      ),
    ],
    ['a symbol that is a character', run('<w:sym w:font="SimSun" w:char="4E59"/>')],
    ['a word with a soft hyphen', run('<w:softHyphen/><w:t>乙</w:t>')],
  ])('of %s', async (_, content) => {
    expect((await read(p('甲', '', content))).text).toBe('甲乙');
  });

  it('without a warning: formulas, symbols of a font and hidden text are counted', async () => {
    const more = `<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run('<w:sym w:font="Nobody" w:char="F0AA"/>')}${run('<w:rPr><w:vanish/></w:rPr><w:t>乙</w:t>')}`;
    const { text, warnings } = await read(p('甲', '', more));
    expect(text).toBe('甲');
    expect(sentencesOf(warnings)).toEqual([
      'left out: 1 formula',
      'left out: 1 symbol that only its font explains',
      'left out: 1 piece of hidden text',
    ]);
  });
});

describe('a new page in a Word document', () => {
  const section = (type: string) => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;
  const BREAK = '甲\n\n\n\n乙';

  it.each([
    ['a break before the words', `${p('甲')}<w:p>${NEW_PAGE}${run('<w:t>乙</w:t>')}</w:p>`, BREAK],
    ['a paragraph that stands on a new page', p('甲') + p('') + p('乙', '<w:pageBreakBefore/>'), BREAK],
    ['a paragraph that need not do so', p('甲') + p('乙', '<w:pageBreakBefore w:val="0"/>'), '甲\n乙'],
    ['a section that begins on one', p('甲', section('continuous')) + p('乙') + section('nextPage'), BREAK],
    ['a section that says nothing', `${p('甲', section('continuous')) + p('乙')}<w:sectPr/>`, BREAK],
    ['a section that goes on', p('甲', section('nextPage')) + p('乙') + section('continuous'), '甲\n乙'],
    [
      'a section that began on one before a revision',
      `${p('甲', section('continuous')) + p('乙')}<w:sectPr><w:type w:val="continuous"/><w:sectPrChange>${section('nextPage')}</w:sectPrChange></w:sectPr>`,
      '甲\n乙',
    ],
    [
      'an automatic page break',
      `${p('甲')}<w:p>${run('<w:lastRenderedPageBreak/><w:t>乙</w:t>')}</w:p>`,
      '甲\n乙',
    ],
    ['a cell of a table', table(row(cell(p('甲', '', NEW_PAGE)), cell(p('乙')))), '甲\u3000乙'],
  ])('from %s', async (_, body, expected) => {
    expect((await read(body)).text).toBe(expected);
  });

  it('comes with a style', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="N"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>';
    const body = p('甲') + p('乙', '<w:pStyle w:val="N"/>');
    expect((await documentOf('a.docx', word(body, '', { styles }))).text).toBe(BREAK);
  });

  const report = (opening: string, name = '') =>
    p(opening) + p(`一、主要工作${name}`) + p(longBody(0)) + p('二、存在的问题') + p(longBody(3));

  it('begins a report without a title', async () => {
    const body =
      report('县林业局2023年工作总结') + p('', '', NEW_PAGE) + report('2023年，县水利局抓实供水。');
    const { reports } = await reportsOf('a.docx', word(body));
    expect(reports.map(({ titled }) => titled)).toEqual([true, false]);
  });

  it.each([
    ['a part', p('三、下一步打算') + p(longBody(6))],
    ['a list under a part', p('1.抓造林。') + p(longBody(6)) + p('2.抓防火。') + p(longBody(9))],
    ['an appendix', p('附件：任务清单') + p('2023年　62公里')],
    ['a table', table(row(cell(p('2023年')), cell(p('62公里'))))],
    ['a date', p('2023年7月5日')],
  ])('inside of a report begins no other one: before %s', async (_, next) => {
    const body = report('县林业局2023年工作总结') + p('', '', NEW_PAGE) + next;
    expect((await reportsOf('a.docx', word(body))).reports).toHaveLength(1);
  });
});

describe('a table of contents that Word made', () => {
  const entry = (words: string, page: number) =>
    `<w:p><w:pPr>${styled(3)}</w:pPr><w:hyperlink w:anchor="a">${run(`<w:t>${words}</w:t>`)}${run('<w:tab/>')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText> PAGEREF a </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run(`<w:t>${page}</w:t>`)}${run('<w:fldChar w:fldCharType="end"/>')}</w:hyperlink></w:p>`;
  const contents = (entries: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${entries}</w:sdtContent></w:sdt>`;
  const parts = ['一、主要工作', '二、存在的问题', '三、下一步打算'];

  it('is left out by its styles, without the heading 目录 and wherever it stands', async () => {
    const entries = parts.map((part, i) => entry(part, i + 1));
    const body = parts.map((part) => p(part, styled(1)) + p(longBody(0))).join('');
    const file = await reportsOf(
      'a.docx',
      word(p('县林业局2023年工作总结', styled(0)) + contents(entries.join('')) + body),
    );
    expect(droppedTexts(file, 'contents')).toEqual(parts.map((part, i) => `${part}\t${i + 1}`));
    expect(file.reports[0].sections.filter(({ depth }) => depth === 1)).toHaveLength(3);
  });

  it('does not swallow a sentence that has its style', async () => {
    const body = p('县林业局2023年工作总结', styled(0)) + p(longBody(0), styled(3)) + p(longBody(3));
    expect(droppedTexts(await reportsOf('a.docx', word(body)), 'contents')).toEqual([]);
  });
});

describe('the headings of a Word document', () => {
  const headings = async (body: string) => {
    const { text, headings: found } = await read(body);
    return found.map(({ start, end, level }) => `${level} ${text.slice(start, end)}`);
  };

  it('are known by their styles', async () => {
    expect(await headings(p('甲', styled(1)) + p('一') + p('乙', styled(2)))).toEqual(['1 甲', '2 乙']);
  });

  it('move down by one level under a title', async () => {
    expect(await headings(p('题', styled(0)) + p('甲', styled(1)) + p('乙', styled(2)))).toEqual([
      '1 题',
      '2 甲',
      '3 乙',
    ]);
  });
});
