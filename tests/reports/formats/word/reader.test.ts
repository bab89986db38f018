// Word documents: paragraphs, headings, lists, tables; what has no place in the text is told.
import { describe, expect, it } from 'vitest';
import { wordParagraph as p, styled, wordParts, writeZip } from '../../../fixtures/formats/zip-writer.ts';
import { titlesOf } from '../../reading.ts';
import { documentOf, reportsOf } from '../read.ts';

const word = (body: string, notes?: string) => writeZip(wordParts(body, notes));
const read = (body: string, notes?: string) => documentOf('a.docx', word(body, notes));

const cell = (words: string) => `<w:tc>${words}</w:tc>`;
const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

describe('the text of a Word document', () => {
  it('has a line for each paragraph, an empty paragraph as a blank line', async () => {
    expect((await read(p('甲') + p('') + p('　　乙。“丙”——丁…… x  y'))).text).toBe(
      '甲\n\n乙。“丙”——丁…… x  y',
    );
  });

  it('has the rows of a table as lines', async () => {
    const row = (...words: string[]) => `<w:tr>${words.map((each) => cell(p(each))).join('')}</w:tr>`;
    const table = `<w:tbl>${row('乡镇', '面积')}${row('栖鹭镇', '3')}</w:tbl>`;
    expect((await read(p('甲') + table + p('乙'))).text).toBe('甲\n乡镇\u3000面积\n栖鹭镇\u30003\n乙');
  });

  it('is parted by a wide break where a page was ended by hand', async () => {
    const text = p('甲', '', '<w:r><w:br w:type="page"/></w:r>') + p('乙');
    expect((await read(text)).text).toBe('甲\n\n\n\n乙');
  });

  it('has what was inserted and not what was deleted under revision', async () => {
    const changes =
      '<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>';
    expect((await read(p('甲', '', changes))).text).toBe('甲新');
  });

  it('is without footnotes, which are told', async () => {
    const body = p('甲', '', '<w:r><w:footnoteReference w:id="2"/></w:r>') + p('乙');
    const notes = `<w:footnote w:id="2">${p('据统计年鉴')}</w:footnote>`;
    const { text, warnings } = await read(body, notes);
    expect(text).toBe('甲\n乙');
    expect(warnings).toEqual(['left out: 1 footnotes or endnotes']);
  });

  it('has the numbers that Word makes', async () => {
    const { text, warnings } = await read(p('甲', NUMBERED) + p('乙', NUMBERED) + p('丙'));
    expect(text).toBe('一、甲\n二、乙\n丙');
    expect(warnings).toEqual([]);
  });

  it('keeps the tabs of a table of contents, so that it is known as one', async () => {
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

describe('the headings of a Word document', () => {
  const headings = async (body: string) => {
    const { text, headings: found } = await read(body);
    return found.map(({ start, end, level }) => `${level} ${text.slice(start, end)}`);
  };

  it('are known by their styles', async () => {
    expect(await headings(p('甲', styled(1)) + p('一') + p('乙', styled(2)))).toEqual(['1 甲', '2 乙']);
  });

  it('go down by one level under a title', async () => {
    expect(await headings(p('题', styled(0)) + p('甲', styled(1)) + p('乙', styled(2)))).toEqual([
      '1 题',
      '2 甲',
      '3 乙',
    ]);
  });
});
