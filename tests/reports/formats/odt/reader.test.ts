// OpenDocument texts: paragraphs, headings, numbers and tables as a word processor shows them.
import { describe, expect, it } from 'vitest';
import { h, p, writeOdt } from '../../../fixtures/formats/odt-writer.ts';
import { coverageFaults } from '../../reading.ts';
import { documentOf, reasonAgainst, reportsOf } from '../read.ts';
import { shownTables } from '../tables.ts';

type Parts = Parameters<typeof writeOdt>[0];
const read = (parts: Parts | string) =>
  documentOf('a.odt', writeOdt(typeof parts === 'string' ? { body: parts } : parts));
const linesOf = ({ text }: { text: string }) => text.split('\n');
const headingsOf = ({ text, headings }: Awaited<ReturnType<typeof read>>) =>
  headings.map(({ start, end, level }) => [text.slice(start, end), level]);

const number = (level: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}/>`;
const item = (words: string, below = '') => `<text:list-item>${p(words)}${below}</text:list-item>`;
const list = (items: string, style = 'L1', more = '') =>
  `<text:list text:style-name="${style}" ${more}>${items}</text:list>`;
const NUMBERED = `<text:list-style style:name="L1">${number(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${number(2, '1', 'style:num-suffix="."')}</text:list-style>`;

describe('an OpenDocument text', () => {
  it('has its paragraphs, with spaces, tabs and line breaks as they are shown', async () => {
    const body =
      p('石桥村<text:s text:c="2"/>三口井<text:span>都修了</text:span>。') +
      p('上午<text:line-break/>下午') +
      p('a\n  b<text:tab/>c');
    expect(linesOf(await read(body))).toEqual(['石桥村  三口井都修了。', '上午', '下午', 'a b\tc']);
  });

  it('has headings by their levels, below the title where there is one', async () => {
    expect(headingsOf(await read(h('修井', 1) + p('好。') + h('北井', 2) + p('好。')))).toEqual([
      ['修井', 1],
      ['北井', 2],
    ]);
    const titled = await read({
      ownStyles: '<style:style style:name="P7" style:family="paragraph" style:parent-style-name="Title"/>',
      body: p('石桥村总结', 'P7') + h('修井', 1) + p('好。'),
    });
    expect(headingsOf(titled)).toEqual([
      ['石桥村总结', 1],
      ['修井', 2],
    ]);
  });

  it('has the numbers that the program makes, of lists and of headings', async () => {
    const outline = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>`;
    const document = await read({
      ownStyles: NUMBERED,
      styles: outline,
      body: [
        h('Wells', 1),
        h('North', 2),
        list(item('修井', list(item('北井') + item('南井'))) + item('铺路')),
        p('其他。'),
        list(item('种树'), 'L1', 'text:continue-numbering="true"'),
        list(item('又一'), 'L1'),
      ].join(''),
    });
    expect(linesOf(document)).toEqual([
      '1. Wells',
      '1.1 North',
      '一、修井',
      '1. 北井',
      '2. 南井',
      '二、铺路',
      '其他。',
      '三、种树',
      '一、又一',
    ]);
    expect(document.warnings).toEqual([]);
  });

  it('counts numbers of a kind that is not known', async () => {
    const ownStyles = `<text:list-style style:name="L1">${number(1, 'ა, ბ')}</text:list-style>`;
    const document = await read({ ownStyles, body: list(item('修井')) });
    expect(document.text).toBe('修井');
    expect(document.warnings).toEqual([{ kind: 'made-numbers', count: 1 }]);
  });

  it('has tables with the head that they declare; empty and covered cells keep their place', async () => {
    const cell = (words: string) => `<table:table-cell>${words && p(words)}</table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
    const covered = `<table:table-row>${cell('合计')}<table:covered-table-cell/>${cell('5')}</table:table-row>`;
    const table = `<table:table>${`<table:table-header-rows>${row('村', '井', '路')}</table:table-header-rows>`}${row('石桥', '3', '2')}${row('柳湾', '', '1')}${covered}</table:table>`;
    const document = await read(p('见下表。') + table + p('完。'));
    expect(linesOf(document)).toEqual([
      '见下表。',
      '村　井　路',
      '石桥　3　2',
      '柳湾　　1',
      '合计　　5',
      '完。',
    ]);
    expect(shownTables(document)).toEqual([['村|井|路', '石桥|3|2', '柳湾||1', '合计||5']]);
  });

  it('leaves out notes, comments, deleted words and pictures, and says so where they are missed', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>';
    const comment = '<office:annotation><dc:creator>甲</dc:creator><text:p>改？</text:p></office:annotation>';
    const deleted =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const picture = '<draw:frame><draw:image/></draw:frame>';
    const document = await read(deleted + p(`三口井${note}修了${comment}。${picture}`));
    expect(document.text).toBe('三口井修了。');
    expect(document.warnings).toEqual([
      { kind: 'notes', count: 1 },
      { kind: 'pictures', count: 1 },
    ]);
  });

  it('has its table of contents as one, and a wide break at a new page', async () => {
    const ownStyles =
      '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>';
    const contents = `<text:table-of-content><text:index-body>${p('修井<text:tab/>1')}</text:index-body></text:table-of-content>`;
    const document = await read({ ownStyles, body: contents + p('好。') + p('又。', 'P1') });
    expect(document.contents?.map(({ start, end }) => document.text.slice(start, end))).toEqual(['修井\t1']);
    expect(document.text).toMatch(/好。\n{4}又。$/);
  });

  it('states its properties', async () => {
    const properties =
      '<dc:title>石桥村2024年总结</dc:title><meta:initial-creator>石桥村委会</meta:initial-creator><dc:creator>他人</dc:creator><meta:creation-date>2025-01-06T09:00:00</meta:creation-date><dc:date>2025-03-01T09:00:00</dc:date>';
    expect((await read({ body: p('好。'), properties })).properties).toEqual({
      title: '石桥村2024年总结',
      author: '石桥村委会',
      date: '2025-01-06T09:00:00',
    });
  });

  it('is one report, of which every character is accounted for', async () => {
    const body =
      h('石桥村2024年工作总结', 1) + h('一、修井', 2) + p('修了三口井。') + h('二、不足', 2) + p('缺水泵。');
    const file = await reportsOf('a.odt', writeOdt({ body }));
    expect(file.reports.map(({ title }) => title)).toEqual(['石桥村2024年工作总结']);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('is refused under a password, and where its elements are nested without end', async () => {
    const manifest = { name: 'META-INF/manifest.xml', content: '<m:encryption-data/>' };
    expect(await reasonAgainst('a.odt', writeOdt({ body: '', parts: [manifest] }))).toMatch(/password/);
    const deep = writeOdt({ body: '<text:span>'.repeat(100_000) });
    expect(await reasonAgainst('a.odt', deep)).toMatch(/damaged/);
  });
});
