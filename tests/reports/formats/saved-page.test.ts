// Saved web pages: the main text, its title and its date as a reader of the page sees them.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/reports/formats/html.ts';
import type { ReadDocument } from '../../../src/reports/formats/index.ts';
import { threadMs } from '../../speed.ts';

function read(page: string | Uint8Array): ReadDocument {
  const result = html.read(typeof page === 'string' ? Buffer.from(page) : page);
  if (!result.ok) throw new Error(result.reason.kind);
  return result;
}

const quarter = (i: number, rest = '') =>
  `第${i}季度，全县共检修水闸${i}座，清淤河道${i}公里，沿线农田灌溉得到保障。${rest}`;
const SENTENCES = [1, 2, 3, 4, 5].map((i) => quarter(i));
const TEXT = SENTENCES.map((words) => `<p>${words}</p>`).join('');
const LINKS = [1, 2, 3, 4]
  .map((i) => `<li><a href="/${i}">水利局召开第${i}次防汛会议</a> 05-0${i}</li>`)
  .join('');
const lines = (...words: string[]) => words.join('\n');
const WORDS = lines(...SENTENCES);
const TITLE = '芦浦县水利局2024年工作总结';

describe('the main text of a saved page', () => {
  it.each([
    ['chrome by class', `<div class="top">登录/注册</div>${TEXT}<div class="foot">主办：县府办</div>`],
    ['chrome by id', `<div id="topBar">芦浦县</div>${TEXT}<div id="site_footer">备案号：0</div>`],
    ['breadcrumbs', `<div>首页 &gt; 政务公开 &gt; 总结</div>${TEXT}`],
    ['breadcrumbs of links', `<div><a href="/">Home</a> › <a href="/b">Research</a></div>${TEXT}`],
    [
      'rows of links above',
      `<div><a href="/a">新闻</a> | <a href="/b">公告</a> | <a href="/c">留言</a></div>${TEXT}`,
    ],
    ['a share bar', `<div>${TEXT}</div><div class="fenxiang">分享到：微信 微博</div>`],
    ['neighbours', `<div>${TEXT}<p>上一篇：<a href="/1">旧闻</a></p><p>下一篇：没有了</p></div>`],
    ['related links', `<div>${TEXT}<h3>相关新闻</h3><ul>${LINKS}</ul></div>`],
    ['a column of links', `<div><div>${TEXT}</div><div><h4>专题</h4><ul>${LINKS}</ul></div></div>`],
    ['comments', `<div>${TEXT}<section id="comments"><p>${quarter(9)}</p></section></div>`],
    [
      'comments by their count',
      `<div>${TEXT}<h3>3 Comments</h3><p>${quarter(9)}</p><p>${quarter(8)}</p></div>`,
    ],
    ['comments by their heading', `<div>${TEXT}<h4>网友评论</h4><ul><li>${quarter(9)}</li></ul></div>`],
    ['what else one might like', `<div>${TEXT}<h3>You might also like</h3><ul>${LINKS}</ul></div>`],
    ['a cookie notice', `<div class="cookie-bar">We use cookies to improve your visit.</div>${TEXT}`],
    ['a copyright line', `<div>${TEXT}</div><div>版权所有 芦浦县水利局 地址：新街1号</div>`],
    [
      'the tables that lay it out',
      `<table><tr><td><a href="/">首页</a></td></tr><tr><td><table><tr><td>${TEXT}</td></tr></table></td></tr></table>`,
    ],
  ])('is without %s', (_, body) => {
    expect(read(`<html><body>${body}</body></html>`).text).toBe(WORDS);
  });

  it.each([
    [
      'two texts side by side',
      `<div class="a">${TEXT}</div><div class="b">${TEXT}</div>`,
      lines(WORDS, WORDS),
    ],
    ['all of a page that is called its top', `<div class="top">${TEXT}</div>`, WORDS],
    ['headings with such ids', `<h2 id="related-work">有关工作</h2>${TEXT}`, lines('有关工作', WORDS)],
    [
      'notes below',
      `<div>${TEXT}<div class="foot-note">注：系初步统计数。</div></div>`,
      lines(WORDS, '注：系初步统计数。'),
    ],
    [
      'a signature',
      `${TEXT}<div class="foot">县水利局 2025年1月6日</div>`,
      lines(WORDS, '县水利局 2025年1月6日'),
    ],
    [
      'a heading 相关信息 of its own',
      `${TEXT}<h2>相关信息</h2><p>略。</p>`,
      lines(WORDS, '相关信息', '略。'),
    ],
    ['lists', `<div>${TEXT}<ul><li>甲</li><li>乙</li></ul></div>`, lines(WORDS, '甲', '乙')],
    [
      'the names of appendices',
      `<div>${TEXT}<p>附件：<a href="/1">清单</a></p></div>`,
      lines(WORDS, '附件：清单'),
    ],
  ])('has %s', (_, body, text) => {
    expect(read(`<html><body>${body}</body></html>`).text).toBe(text);
  });

  it.each([
    ['a list of links', `<ul>${LINKS}</ul>`, '水利局召开第1次防汛会议 05-01'],
    ['a form', '<form><table><tr><td>姓名</td><td>电话</td></tr></table></form>', '姓名\u3000电话'],
    ['a short notice', '<h2>停水通知</h2><p>8月3日停水。</p>', '停水通知\n8月3日停水。'],
  ])('is all of the page where there is none: %s', (_, body, start) => {
    expect(read(`<html><body>${body}</body></html>`).text.startsWith(start)).toBe(true);
  });
});

describe('the title of a saved page', () => {
  const page = (title: string, body: string) => `<html><head>${title}</head><body>${body}</body></html>`;
  it.each([
    [
      'before the site’s name',
      `<title>${TITLE}_芦浦县人民政府</title>`,
      `<div class="t">${TITLE}</div><div>${TEXT}</div>`,
    ],
    ['after it', `<title>芦浦县人民政府 - ${TITLE}</title>`, `<p>${TITLE}</p><div>${TEXT}</div>`],
    [
      'in og:title',
      `<title>x</title><meta property="og:title" content="${TITLE}">`,
      `<h2>${TITLE}</h2>${TEXT}`,
    ],
    ['in its only h1', '<title>水利信息</title>', `<div>水利信息</div><h1>${TITLE}</h1><div>${TEXT}</div>`],
    [
      'above the line of source and date',
      '<title>工作动态</title>',
      `<p>${TITLE}</p><p>发布时间：2025-1-6 点击数：7</p>${TEXT}`,
    ],
    [
      'in the page’s header',
      `<title>${TITLE} | 水利网</title>`,
      `<header>水利网<h1>${TITLE}</h1></header>${TEXT}`,
    ],
    [
      'that is part of the table above, too',
      `<title>${TITLE}</title>`,
      `<table><tr><td>索引号</td><td>1</td><td>主题分类</td><td>水利</td></tr><tr><td>发布机构</td><td>县水利局</td><td>名称</td><td>${TITLE}</td></tr></table><div>${TITLE}</div><div>${TEXT}</div>`,
    ],
  ])('is known and is its first line: %s', (_, head, body) => {
    const { text, properties, headings } = read(page(head, body));
    expect(properties?.title).toBe(TITLE);
    expect(text).toBe(lines(TITLE, WORDS));
    expect(headings[0]).toMatchObject({ start: 0, end: TITLE.length });
  });

  it('is without the site’s name where the page does not show it', () => {
    expect(read(page(`<title>${TITLE} - 芦浦县人民政府</title>`, TEXT)).properties?.title).toBe(TITLE);
  });
});

describe('author and date of a saved page', () => {
  it.each([
    ['发布时间：2025-01-06 来源：县水利局 浏览次数：9', { author: '县水利局', date: '2025-01-06' }],
    ['作者：办公室 发布时间：2008年7月3日 点击数：120', { author: '办公室', date: '2008年7月3日' }],
    ['县水利局 发布日期：2025/1/6 字体：大 中 小', { author: '县水利局', date: '2025/1/6' }],
  ])('are in the line below its title, which is no text: %s', (line, properties) => {
    const document = read(`<html><body><h1>${TITLE}</h1><p>${line}</p>${TEXT}</body></html>`);
    expect(document.text).toBe(lines(TITLE, WORDS));
    expect(document.properties).toEqual({ title: TITLE, ...properties });
  });

  it('are in an English byline, which is text', () => {
    const byline = 'Report 7 · 3 March 2020 · Una Marsh · 5 minute read';
    const document = read(
      `<html><body><h1>The sluice</h1><p class="meta">${byline}</p>${TEXT}</body></html>`,
    );
    expect(document.text).toBe(lines('The sluice', byline, WORDS));
    expect(document.properties).toEqual({ title: 'The sluice', author: 'Una Marsh', date: '3 March 2020' });
  });

  it('are what the page’s head says', () => {
    const head =
      '<meta name="ContentSource" content="水利局"><meta name="PubDate" content="2025-01-06 08:00">';
    expect(read(`<html><head>${head}</head><body>${TEXT}</body></html>`).properties).toEqual({
      author: '水利局',
      date: '2025-01-06 08:00',
    });
  });
});

describe('the tables of a page', () => {
  const row = (name: string, ...cells: string[]) =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
  const tables = (body: string) => {
    const { text, tables: found = [] } = read(`<html><body>${body}</body></html>`);
    return found.map(({ start, end, headEnd }) => [text.slice(start, headEnd), text.slice(start, end)]);
  };
  const ROWS = row('td', '水闸', '31', '42') + row('td', '堤防', '12', '18');
  const HEAD = '指标\u30002023年\u30002024年';
  const ALL = lines(HEAD, '水闸\u300031\u300042', '堤防\u300012\u300018');

  it.each([
    ['of head cells', row('th', '指标', '2023年', '2024年')],
    ['in its head', `<thead>${row('td', '指标', '2023年', '2024年')}</thead>`],
    ['above figures', row('td', '指标', '2023年', '2024年')],
  ])('have head rows: %s', (_, head) => {
    expect(tables(`${TEXT}<p></p><table>${head}${ROWS}</table>${TEXT}`)).toEqual([[HEAD, ALL]]);
  });

  it('may have no head', () => {
    expect(tables(`<table>${ROWS}</table>`)).toEqual([['', lines(...ALL.split('\n').slice(1))]]);
  });

  it('are none where they lay out the page', () => {
    expect(tables(`<table><tr><td>甲</td><td><table>${ROWS}</table></td></tr></table>`)).toHaveLength(1);
    expect(tables(`<table><tr><td>${TEXT}</td></tr></table>`)).toEqual([]);
  });
});

describe('time that a page takes', () => {
  it.each([
    ['much of it', `<p>${quarter(1)}</p>`.repeat(100_000)],
    ['deep nesting again and again', `${'<div>'.repeat(500)}${TEXT}${'</div>'.repeat(500)}`.repeat(40)],
    ['text at every depth', `<div>${quarter(1)}`.repeat(10_000)],
    ['comments between blanks', ' <!-- -->'.repeat(200_000)],
    ['tables in tables', `<table><tr><td>${quarter(1)}`.repeat(5_000)],
    ['cells', `<table>${`<tr>${'<td>12</td>'.repeat(6)}</tr>`.repeat(3_000)}</table>`],
    ['lines of labels', '<div><i>发布时间：2024-01-01</i></div>'.repeat(20_000)],
    ['parts of a title', `<title>${'甲乙丙丁_'.repeat(100_000)}</title>`],
  ])('is bounded: %s', async (_, body) => {
    expect(await threadMs(async () => read(`<html>${body}${TEXT}</html>`))).toBeLessThan(10_000);
  });
});

const CASES = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'cases');
describe.skipIf(!fs.existsSync(CASES))(
  'files that were read wrongly (skipped where ../shared is absent)',
  () => {
    const caseOf = (name: string) => read(fs.readFileSync(path.join(CASES, name)));

    it('page-with-navigation.html', () => {
      const { text, properties } = caseOf('page-with-navigation.html');
      expect(properties).toEqual({
        title: '2024年政府工作报告',
        date: '2024-01-20',
        source: '澜棠市人民政府门户网站',
      });
      expect(text.split('\n')).toHaveLength(7);
      expect(text).not.toMatch(/登录|首页|主办|浏览/);
    });

    it('disclosure-form.html', () => {
      const { text, tables = [] } = caseOf('disclosure-form.html');
      expect(tables.map(({ start, headEnd }) => text.slice(start, headEnd))).toEqual([
        '项目\u3000自然人\u3000总计',
      ]);
      expect(text.split('\n')).toHaveLength(9);
    });

    it('windows-1252.html', () => {
      expect(caseOf('windows-1252.html').text).toMatch(/café.*–.*’/);
    });
  },
);
