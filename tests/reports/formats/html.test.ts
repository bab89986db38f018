// Web pages: what a reader of the page sees, block by block.
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/reports/formats/html.ts';
import { sentencesOf } from '../warning-sentences.ts';
import { documentOf } from './read.ts';

function textOf(page: string | Uint8Array): string {
  const read = html.read(typeof page === 'string' ? new TextEncoder().encode(page) : page);
  if (!read.ok) throw new Error(read.reason.kind);
  return read.text;
}

describe('the text of a web page', () => {
  it.each([
    ['paragraphs in lines of their own', '<p>甲</p><p>乙</p>', '甲\n乙'],
    ['line breaks', '<p>甲<br>乙<br/><br/>丙</p>', '甲\n乙\n\n丙'],
    ['list items in lines of their own', '<ul><li>甲</li><li><p>乙</p></li></ul>', '甲\n乙'],
    ['words within a line', '<p>新建<b>公路</b><i>六</i>条</p>', '新建公路六条'],
    [
      'the source’s line ends not as spaces between Chinese words',
      '<p>新建公路\n   六十二公里</p>',
      '新建公路六十二公里',
    ],
    [
      'the source’s line ends as spaces between Latin words',
      '<p>sixty\n  two <b>new</b>\nroads</p>',
      'sixty two new roads',
    ],
    ['preformatted text as it stands', '<pre>甲\n  乙  丙</pre>', '甲\n乙  丙'],
    ['entities as characters', '<p>&#31918;食&nbsp;&amp;&lt;林业&gt; A&B</p>', '粮食\u00a0&<林业> A&B'],
    ['empty paragraphs as blank lines', '<p>甲</p><p>&nbsp;</p><p></p><p>乙</p>', '甲\n\n\n乙'],
    [
      'rows of a table as lines',
      '<table><tr><th>乡镇</th><th>面积</th></tr><tr><td><p>栖鹭镇</p></td><td>3</td></tr></table>',
      '乡镇\u3000面积\n栖鹭镇\u30003',
    ],
    [
      'paragraphs of one cell in lines of their own',
      '<table><tr><td><p>甲。</p><p>乙。</p></td></tr></table>',
      '甲。\n乙。',
    ],
    ['an empty cell in its place', '<tr><td>甲</td><td></td><td>丙</td></tr>', '甲\u3000\u3000丙'],
    ['the base of annotated characters', '<ruby>鹭<rp>(</rp><rt>lù</rt></ruby>', '鹭'],
    ['unclosed paragraphs', '<p>甲<p>乙', '甲\n乙'],
  ])('has %s', (_, page, text) => {
    expect(textOf(page)).toBe(text);
  });

  it.each([
    ['scripts', '<p>甲</p><script>document.write("乙 < 丙")</script>'],
    ['styles', '<style>p > a { content: "乙" }</style><p>甲</p>'],
    ['the head', '<head><title>乙</title></head><p>甲</p>'],
    ['comments', '<!-- 乙 --><p>甲</p>'],
    ['hidden parts', '<div style="color:red;display: none"><p>乙</p></div><p hidden>丙</p><p>甲</p>'],
    ['navigation', '<nav><ul><li>首页<br>乙</li></ul></nav><p>甲</p><aside>丙</aside>'],
    ['the page’s header', '<div><header><h1>乙</h1>首页 政务公开</header></div><p>甲</p>'],
    ['the page’s footer', '<p>甲</p><footer>主办：乙</footer>'],
    ['its search', '<search>乙</search><form role="search">丙</form><p>甲</p>'],
    [
      'landmarks around the text',
      '<div role="banner">乙</div><ul role="navigation"><li>丙</ul><p>甲</p><div role="contentinfo">丁</div>',
    ],
  ])('is without %s', (_, page) => {
    expect(textOf(page)).toBe('甲');
  });

  it('keeps what an open dialog hides from readers who hear it', () => {
    expect(textOf('<div aria-hidden="true"><p>甲</p></div>')).toBe('甲');
  });

  it('has a warning about visible parts that were left out', () => {
    const read = html.read(Buffer.from('<nav>首页</nav><p>甲</p><p hidden>乙</p>'));
    expect(read.ok && sentencesOf(read.warnings)).toEqual([
      'left out of the page: 1 × navigation, 1 × hidden part',
    ]);
  });

  it.each([
    ['an article', '<article><header>甲</header><p>乙</p><footer>丙</footer></article>'],
    ['the main part', '<main><header>甲</header><p>乙</p><footer>丙</footer></main>'],
    ['a section', '<section><div><header>甲</header></div><p>乙</p><footer>丙</footer></section>'],
  ])('has the header and the footer of %s', (_, page) => {
    expect(textOf(page)).toBe('甲\n乙\n丙');
  });

  it.each(['gb2312', 'GBK', 'gb18030'])('is decoded as the page declares: %s', (charset) => {
    const chinese = Buffer.from('c1d6d2b5bed6', 'hex'); // 林业局
    const start = `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`;
    expect(textOf(Buffer.concat([Buffer.from(start), chinese]))).toBe('林业局');
  });

  it('survives a declared encoding that does not exist', () => {
    expect(textOf('<meta charset="no-such-thing"><p>林业局</p>')).toBe('林业局');
  });

  it('is read from a page with a hundred thousand nested elements', async () => {
    const page = `<html>${'<div>'.repeat(100_000)}甲`;
    expect((await documentOf('deep.html', Buffer.from(page))).text).toBe('甲');
  });
});

describe('a page that marks its main content', () => {
  const TEXT = '<p>新建公路六十二公里，改造老旧街道三条。</p>';
  const WORDS = '新建公路六十二公里，改造老旧街道三条。';

  it.each([
    ['its one article', `<div>首页</div><article>${TEXT}</article><div>甲</div>`],
    ['its one main part', `<div>首页</div><main>${TEXT}</main>`],
    ['the article in its main part', `<main><div>首页</div><article>${TEXT}</article><p>甲</p></main>`],
    [
      'the main part around several articles',
      `<p>甲</p><main><article>${TEXT}</article><article></article></main>`,
    ],
    ['an article in which things are open', `<p>甲</p><article><div>${TEXT}<p></article>乙`],
  ])('is read in %s only', (_, page) => {
    expect(textOf(page)).toBe(WORDS);
  });

  it.each([
    [
      'two articles have the words',
      `<p>甲</p><article>${TEXT}</article><article>乙</article>`,
      `甲\n${WORDS}\n乙`,
    ],
    ['most words stand elsewhere', `${TEXT}<article>甲</article>`, `${WORDS}\n甲`],
  ])('is read as a whole where %s', (_, page, text) => {
    expect(textOf(page)).toBe(text);
  });

  it('is read in its main content where the words around it are left out', () => {
    expect(textOf(`<nav>${WORDS.repeat(2)}</nav><p>甲</p><article>${TEXT}</article>`)).toBe(WORDS);
  });

  it('has the title before its main content, unless the content has its own', () => {
    expect(textOf(`<p>甲</p><h1>乙</h1><p>丙</p><article>${TEXT}</article>`)).toBe(`乙\n${WORDS}`);
    expect(textOf(`<h1>甲</h1><article><h1>乙</h1>${TEXT}</article>`)).toBe(`乙\n${WORDS}`);
  });

  it('has a warning with the number of passages left out around it', () => {
    const read = html.read(Buffer.from(`<p>甲</p><p>乙</p><article>${TEXT}</article><p>丙</p>`));
    expect(read.ok && sentencesOf(read.warnings)).toEqual([
      'left out of the page: 2 × passage beside the text',
    ]);
  });
});

describe('the headings of a web page', () => {
  const headings = (page: string) => {
    const read = html.read(Buffer.from(page));
    return read.ok
      ? read.headings.map(({ start, end, level }) => `${level} ${read.text.slice(start, end)}`)
      : [];
  };

  it('stand where the page has them', () => {
    expect(headings('<h1>甲</h1><p>一</p><h2>乙<br>丙</h2><p>二</p>')).toEqual(['1 甲', '2 乙', '2 丙']);
  });

  it('are parts under a title that is none, where there are several of the first level', () => {
    expect(headings('<p>总结</p><h1>甲</h1><p>一</p><h1>乙</h1><h2>丙</h2>')).toEqual([
      '2 甲',
      '2 乙',
      '3 丙',
    ]);
  });

  it('are titles where the page begins with one', () => {
    expect(headings('<h1>甲</h1><p>一</p><h1>乙</h1>')).toEqual(['1 甲', '1 乙']);
  });
});

describe('the encoding that a page declares', () => {
  const bytesIn = (encoding: 'gbk' | 'big5' | 'cp1252') =>
    Buffer.from({ gbk: 'c1d6d2b5bed6', big5: 'aa4cb77ea7bd', cp1252: '636166e920962092' }[encoding], 'hex');

  it.each([
    ['after scripts and styles', `<style>${'p { margin: 0 } '.repeat(600)}</style><meta charset="gbk">`],
    ['after a comment with another one', '<!-- <meta charset="utf-8"> --><meta charset="gbk">'],
    ['in its XML declaration', '<?xml version="1.0" encoding="GB2312"?>'],
  ])('is found %s', (_, start) => {
    expect(textOf(Buffer.concat([Buffer.from(`${start}<p>`), bytesIn('gbk')]))).toBe('林业局');
  });

  it('may be Big5', () => {
    expect(textOf(Buffer.concat([Buffer.from('<meta charset="big5"><p>'), bytesIn('big5')]))).toBe('林業局');
  });

  it.each(['windows-1252', 'iso-8859-1', 'latin1', 'ISO8859-1'])('may be %s', (charset) => {
    const page = Buffer.concat([Buffer.from(`<meta charset="${charset}"><p>`), bytesIn('cp1252')]);
    expect(textOf(page)).toBe('café – ’');
  });

  it('is not believed where it cannot be: UTF-16 in bytes that were read one by one', () => {
    expect(textOf('<meta charset="utf-16"><p>林业局')).toBe('林业局');
  });

  it('may be missing in an English page', () => {
    expect(textOf(Buffer.concat([Buffer.from('<html><p>the '), bytesIn('cp1252')]))).toBe('the café – ’');
  });
});
