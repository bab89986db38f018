// Lines that a web site adds around a text, and lines of the text that look like them.
import { describe, expect, it } from 'vitest';
import { longBody, prose, sentence } from '../fixtures/prose.ts';
import { coverageFaults, droppedTexts, passageTexts, readText, titlesOf } from './reading.ts';

const TITLE = '雁汀镇2023年工作总结';

describe('a line that a web site sets around a text', () => {
  it.each([
    '发布时间：2024-01-12 10:20 浏览次数：321次',
    '发布时间：2024年1月12日',
    '2024-01-12 10:20 点击：321',
    '发布日期:2024/01/12来源：县政府办公室浏览量：7',
    '浏览次数：',
    '来源：县政府办 作者：王某 字号：【大 中 小】 【打印】',
    '字体：[ 大 ] [ 中 ] [ 小 ]',
    '您现在的位置：首页 > 政务公开 > 工作总结',
    '首页＞政务公开＞规划计划',
  ])('is in no report and no title before it: %s', (line) => {
    const file = readText(`${line}\n${TITLE}\n${line}\n\n${longBody()}\n`);
    expect(droppedTexts(file, 'page-line')).toEqual([line, line]);
    expect(titlesOf(file)).toEqual([TITLE]);
    expect(coverageFaults(file)).toEqual([]);
  });

  it.each([
    '分享到：微信 微博',
    '打印本页 | 关闭窗口',
    '主办：棠溪县人民政府办公室 某ICP备2023000001号',
    '某公网安备33000002000001号',
    '版权所有：棠溪县人民政府 网站标识码：3300000001',
  ])('is in no passage at its end: %s', (line) => {
    const file = readText(`${TITLE}\n\n${prose(4)}\n\n二、2024年打算\n${prose(2)}\n${line}\n`);
    expect(droppedTexts(file, 'page-line')).toEqual([line]);
    expect(passageTexts(file).join()).not.toContain(line);
  });

  it('makes adjacent lines page lines that a report might have too', () => {
    const lines = ['来源：县政府办公室', '作者：王某', '发布时间：2024-01-12', '', '责任编辑：李某'];
    const file = readText(`${TITLE}\n${lines.join('\n')}\n\n${longBody()}\n`);
    expect(droppedTexts(file, 'page-line')).toEqual(lines.filter((line) => line !== ''));
  });
});

describe('the text of a report', () => {
  it.each([
    ['a line with a label of its own', '主办单位：棠溪县人民政府'],
    ['a label with a sentence', '发布时间：全年共发布预警信息十二次，覆盖所有村。'],
    ['a label with other words', '浏览次数 增长两成 居全县第一'],
    ['a heading', '二、打印'],
    ['a heading of one word', '阅读'],
    ['a row of figures', '2023年 321次'],
    ['a sentence on sharing', '分享到场企业的经验做法'],
  ])('keeps %s', (_, line) => {
    const file = readText(`${TITLE}\n\n${sentence(0)}\n${line}\n${prose(2)}\n`);
    expect(droppedTexts(file, 'page-line')).toEqual([]);
    expect(new Set(file.dropped.map(({ reason }) => reason))).toEqual(new Set(['space']));
  });
});
