import { describe, expect, it } from 'vitest';
import { ADVERTISEMENT, longBody, prose, sentence } from '../fixtures/prose.ts';
import { leastMs } from '../speed.ts';
import { coverageFaults, droppedTexts, passageTexts, readText, sentenceTexts, titlesOf } from './reading.ts';

const TITLE = '雁汀镇2023年工作总结';

describe('a marker', () => {
  it('on a line of its own is in no passage and no title', () => {
    const file = readText(`${TITLE}\n##begin##\n${sentence(0)}\n${sentence(1)}\n##end##\n`);
    expect(titlesOf(file)).toEqual([TITLE]);
    expect(droppedTexts(file, 'marker')).toEqual(['##begin##', '##end##']);
    expect(passageTexts(file).join()).not.toContain('#');
  });

  it('glued to a title leaves the title whole', () => {
    const file = readText(`##begin##${TITLE}\n\n${sentence(0)}\n`);
    expect(titlesOf(file)).toEqual([TITLE]);
    expect(file.reports[0].titled).toBe(true);
  });

  it('glued to the end of a title leaves the title whole', () => {
    const file = readText(`${TITLE}##begin##\n\n${sentence(0)}\n`);
    expect(titlesOf(file)).toEqual([TITLE]);
  });

  it('in the middle of a sentence separates two passages, and neither holds it', () => {
    const words = prose(3);
    const middle = words.indexOf('改造');
    const file = readText(`${TITLE}\n\n${words.slice(0, middle)}##begin##${words.slice(middle)}\n`);
    expect(passageTexts(file)).toEqual([words.slice(0, middle), words.slice(middle)]);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('is not a number sign alone', () => {
    const words = '三##五号楼加装电梯，#1和#2泵房更换水泵。';
    expect(sentenceTexts(readText(`${TITLE}\n\n${words}\n`))).toEqual([words]);
  });
});

describe('advertising', () => {
  it('at the end of a file is in no passage', () => {
    const file = readText(
      `${TITLE}\n\n${longBody()}\n\n${ADVERTISEMENT}\n${ADVERTISEMENT}\n更多材料请关注公众号，扫码加微信领取\n`,
    );
    expect(droppedTexts(file, 'advertising')).toHaveLength(3);
    expect(passageTexts(file).join()).not.toMatch(/半亩|公众号/);
  });

  it.each([
    '扫码进群，全年更新不断档，客服在线时间：8:30—22:00',
    '更多范文请加微信：banmu2023',
    '需要的朋友请联系客服，原创保证',
  ])('after a password and other advertising is known by fewer words: %s', (line) => {
    const file = readText(
      `${TITLE}\n\n${longBody()}\n##end##\n\n本文档编辑密码：7391\n${ADVERTISEMENT}\n${line}\n`,
    );
    expect(droppedTexts(file, 'advertising')).toEqual([ADVERTISEMENT, line]);
  });

  it('does not drop the rest of the file', () => {
    const file = readText(`${TITLE}\n\n${sentence(0)}\n${ADVERTISEMENT}\n${sentence(1)}\n`);
    expect(sentenceTexts(file)).toEqual([sentence(0), sentence(1)]);
  });

  it.each([
    '县融媒体中心微信公众号原创推送230条，关注人数达到6.2万人，被评为全市先进。',
    '群众关注微信公众号之后即可扫码办事，也可以下载手机软件预约。',
    '开通微信小程序和公众号搜索功能，菜农足不出户就能一键查询行情。',
  ])('is not what a report tells of its own work: %s', (words) => {
    const file = readText(`县融媒体中心2023年工作总结\n\n${sentence(0)}\n\n${words}\n\n${sentence(1)}\n`);
    expect(sentenceTexts(file)).toContain(words);
  });
});

describe('a password line', () => {
  it.each(['本文档编辑密码：abc2023', '文件打开密码: 8848', '编辑密码：x'])(
    'such as %s is dropped',
    (line) => {
      const file = readText(`${TITLE}\n\n${sentence(0)}\n\n\n\n\n${line}\n`);
      expect(droppedTexts(file, 'password')).toEqual([line]);
      expect(sentenceTexts(file)).toEqual([sentence(0)]);
    },
  );

  it('is not a sentence about passwords', () => {
    const words = '值班室统一更换了弱密码，密码管理制度：每季度更换一次。';
    expect(sentenceTexts(readText(`${TITLE}\n\n${sentence(0)}\n\n${words}\n`))).toContain(words);
  });
});

describe('a table of contents', () => {
  const TITLES = ['县教育局2023年工作总结', '县民政局2023年工作总结', '县水利局2023年工作总结'];
  const bodies = TITLES.map((title, i) => `${title}\n\n${longBody(i * 5)}`).join('\n\n\n');

  it('with tabs and page numbers is dropped; what it lists are titles', () => {
    const listed = ['2023年工作总结汇编（3篇）', '目录', ...TITLES].map((title, i) => `${title}\t${i + 1}`);
    const file = readText(`2023年工作总结汇编（3篇）\n\n目录\n\n${listed.join('\n')}\n\n\n${bodies}\n`);
    expect(titlesOf(file)).toEqual(TITLES);
    expect(droppedTexts(file, 'contents')).toEqual(['目录', ...listed]);
    expect(droppedTexts(file, 'collection-title')).toEqual(['2023年工作总结汇编（3篇）']);
  });

  it.each([
    ['dots', '…………'],
    ['full stops', '.......'],
    ['wide spaces', '　　　　'],
    ['spaces', '      '],
  ])('with %s before its page numbers is dropped', (_, leader) => {
    const listed = TITLES.map((title, i) => `${title}${leader}${i + 2}`);
    const file = readText(`目录\n\n${listed.join('\n')}\n\n\n${bodies}\n`);
    expect(titlesOf(file)).toEqual(TITLES);
    expect(droppedTexts(file, 'contents')).toEqual(['目录', ...listed]);
  });

  it('of bare numbers is dropped', () => {
    const file = readText(`工作总结汇编（3篇）\n\n目录\n\n1.\n2.\n3.\n\n\n${bodies}\n`);
    expect(titlesOf(file)).toEqual(TITLES);
    expect(droppedTexts(file, 'contents')).toEqual(['目录', '1.', '2.', '3.']);
  });

  it('without page numbers is dropped', () => {
    const file = readText(`目 录\n\n${TITLES.join('\n')}\n\n\n${bodies}\n`);
    expect(titlesOf(file)).toEqual(TITLES);
    expect(droppedTexts(file, 'contents')).toEqual(['目 录', ...TITLES]);
  });

  it('with list numbers and no page numbers is dropped', () => {
    const listed = TITLES.map((title, i) => `${i + 1}. ${title}`);
    const file = readText(`目录\n\n${listed.join('\n')}\n\n\n${bodies}\n`);
    expect(titlesOf(file)).toEqual(TITLES);
    expect(droppedTexts(file, 'contents')).toEqual(['目录', ...listed]);
  });

  it('makes a title of a listed line even where no blank line stands before it', () => {
    const listed = TITLES.map((title, i) => `${title}\t${i + 1}`).join('\n');
    const file = readText(`目录\n${listed}\n${bodies.replace(/\n{3}/g, '\n')}\n`);
    expect(titlesOf(file)).toEqual(TITLES);
  });

  it('leaves the lines of a report alone that merely end in a number', () => {
    const words = ['本年共办实事　12', '全镇户数 3456'];
    const file = readText(
      `${TITLE}\n\n${sentence(0)}\n${longBody(1)}\n${words.join('\n')}\n${sentence(2)}\n`,
    );
    expect(droppedTexts(file, 'contents')).toEqual([]);
  });
});

describe('reports with the very same title in one file', () => {
  const SAME = '2023年上半年工作总结';
  const bodies = [0, 6, 12].map((from) => `${SAME}\n\n${longBody(from)}`).join('\n\n\n\n');
  const firstSentences = [0, 6, 12].map(sentence);

  it.each([
    ['with page numbers', `${SAME}\t1\n${SAME}\t5\n${SAME}\t9`],
    ['without page numbers', `${SAME}\n${SAME}\n${SAME}`],
  ])('are as many reports when a table of contents %s lists them', (_, contents) => {
    const file = readText(`工作总结汇编（3篇）\n\n目录\n\n${contents}\n\n\n${bodies}\n`);
    expect(titlesOf(file)).toEqual([SAME, SAME, SAME]);
    expect(file.reports.every(({ titled }) => titled)).toBe(true);
    expect(droppedTexts(file, 'contents')).toHaveLength(4);
    expect(sentenceTexts(file)).toEqual(expect.arrayContaining(firstSentences));
    expect(coverageFaults(file)).toEqual([]);
  });

  it('are separate reports where wide breaks separate them', () => {
    const file = readText(`${bodies}\n`);
    expect(titlesOf(file)).toEqual([SAME, SAME, SAME]);
  });

  it('have different ids', () => {
    const ids = readText(`${bodies}\n`).reports.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('reading', () => {
  const MAX_MS = 150;

  it.each([
    ['spaces', ' '],
    ['tabs', '\t'],
  ])('a line with a long run of %s takes no longer than any other line', (_, space) => {
    const text = `${TITLE}\n\n甲${space.repeat(300)}乙\n${sentence(0)}\n`;
    readText(`${TITLE}\n\n${sentence(0)}\n`); // loads the dictionary
    expect(leastMs(() => readText(text), MAX_MS)).toBeLessThan(MAX_MS);
  });
});
