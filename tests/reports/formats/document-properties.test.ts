// What formats say about a document: what somebody wrote is kept, what programs write by themselves is not.
import { describe, expect, it } from 'vitest';
import { documentProperties } from '../../../src/reports/formats/document-properties.ts';
import { wordParagraph as p, wordParts, writeZip } from '../../fixtures/formats/zip-writer.ts';
import { documentOf } from './read.ts';

describe('the properties of a document', () => {
  it.each([
    '文档1',
    'Document2',
    'Microsoft Word - 总结（终稿）.doc',
    '无标题',
    'PowerPoint 演示文稿',
    'zongjie-final.docx',
    ' ',
    '12',
    '\ufffd\ufffd\ufffd总结',
  ])('have no title that a program made: %s', (title) => {
    expect(documentProperties({ title })).toEqual({});
  });

  it.each([
    'Administrator',
    'admin',
    'USER',
    'Windows 用户',
    'WPS_1528193819',
    'lenovo',
    'liu.y2',
    '微软用户',
    '',
  ])('have no author that a machine has: %s', (author) => {
    expect(documentProperties({ author })).toEqual({});
  });

  it('are kept as they are written otherwise', () => {
    const stated = { title: '栖鹭镇 2023 年总结', author: '栖鹭镇党政办', date: '2024-01-08T02:00:00Z' };
    expect(documentProperties(stated)).toEqual({ properties: stated });
    expect(documentProperties({ author: 'Ada Lark\n' })).toEqual({ properties: { author: 'Ada Lark' } });
  });
});

describe('the properties of a Word document', () => {
  const core = (content: string) => ({
    name: 'docProps/core.xml',
    content: `<?xml version="1.0"?><p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${content}</p:coreProperties>`,
  });
  const propertiesOf = async (content: string) =>
    (await documentOf('a.docx', writeZip([...wordParts(p('甲。')), core(content)]))).properties;

  it('are title, author and date', async () => {
    const content =
      '<dc:title>桥梁 &amp; 道路</dc:title><dc:creator>县交通局</dc:creator><dcterms:created>2024-03-01T08:00:00Z</dcterms:created><dcterms:modified>2025-01-01T00:00:00Z</dcterms:modified>';
    expect(await propertiesOf(content)).toEqual({
      title: '桥梁 & 道路',
      author: '县交通局',
      date: '2024-03-01T08:00:00Z',
    });
  });

  it('may be missing', async () => {
    expect(await propertiesOf('<dc:title/><dc:creator>python-docx</dc:creator>')).toBeUndefined();
    expect(await documentOf('a.docx', writeZip(wordParts(p('甲。'))))).not.toHaveProperty('properties');
  });
});
