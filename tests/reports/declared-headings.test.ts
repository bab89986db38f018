// Documents that declare only some of their headings: the others are detected by their numbers and rank among them.
import { describe, expect, it } from 'vitest';
import { prose, sentence } from '../fixtures/prose.ts';
import { outlineLines, partKinds, readMarkdown, titlesOf } from './reading.ts';

const TITLE = '# 雁汀镇2023年工作总结';
const read = (...parts: string[]) => readMarkdown([TITLE, ...parts].join('\n\n'));
const body = (from: number) => prose(3, from);
/** The outline without the styles. */
const labels = (...parts: string[]) =>
  outlineLines(read(...parts).reports[0]).map((line) => line.replace(/\S+: /, ''));

describe('a heading that is not declared', () => {
  it('has the rank of the declared ones of its numbering', () => {
    const parts = ['## 一、工作完成情况', body(0), '二、存在的问题', body(3), '## 三、下半年打算', body(6)];
    expect(labels(...parts)).toEqual(['工作完成情况', '存在的问题', '下半年打算']);
    expect(partKinds(read(...parts).reports[0])).toEqual(['achievements', 'problems', 'plans']);
  });

  it('ranks above declared ones of a lower numbering', () => {
    const parts = [
      '一、工作完成情况',
      '### （一）修路架桥',
      body(0),
      '二、下半年打算',
      '### （一）植树造林',
      body(3),
    ];
    expect(labels(...parts)).toEqual(['工作完成情况', '  修路架桥', '下半年打算', '  植树造林']);
  });

  it('ranks below declared ones of a higher numbering', () => {
    const parts = [
      '## 一、工作完成情况',
      '（一）修路架桥',
      body(0),
      '（二）植树造林',
      body(3),
      '## 二、下半年打算',
      body(6),
    ];
    expect(labels(...parts)).toEqual(['工作完成情况', '  修路架桥', '  植树造林', '下半年打算']);
  });

  it('without a number opens a part beside numbered declared ones', () => {
    const parts = ['## 一、经济工作', body(0), '## 二、存在的问题', body(3), '2023年下半年工作计划', body(6)];
    expect(partKinds(read(...parts).reports[0]).at(-1)).toBe('plans');
  });

  it('ranks below declared ones without numbers', () => {
    const parts = [
      '## 工作完成情况',
      '一、修路架桥',
      body(0),
      '二、植树造林',
      body(3),
      '## 下半年打算',
      body(6),
    ];
    expect(labels(...parts)).toEqual(['工作完成情况', '  修路架桥', '  植树造林', '下半年打算']);
  });
});

describe('a declared heading', () => {
  it('without a number ranks by its level among those with numbers', () => {
    const parts = [
      '## 一、经济工作',
      '### 修路架桥',
      body(0),
      '#### 1.植树造林',
      body(3),
      '## 二、下半年打算',
      body(6),
    ];
    expect(labels(...parts)).toEqual(['经济工作', '  修路架桥', '    植树造林', '下半年打算']);
  });

  it('above those with numbers encloses them', () => {
    const parts = [
      '## 工作完成情况',
      '### 一、修路架桥',
      body(0),
      '### 二、植树造林',
      body(3),
      '## 下半年打算',
      body(6),
    ];
    expect(labels(...parts)).toEqual(['工作完成情况', '  修路架桥', '  植树造林', '下半年打算']);
  });

  it('keeps its level where numbers and levels contradict each other', () => {
    const parts = [
      '## 1.经济工作',
      '### 一、修路架桥',
      body(0),
      '### 二、植树造林',
      body(3),
      '## 2.下半年打算',
      body(6),
    ];
    expect(labels(...parts)).toEqual(['经济工作', '  修路架桥', '  植树造林', '下半年打算']);
  });

  it('of a whole paragraph is read as a paragraph', () => {
    const long = `${sentence(0)}${sentence(1)}${sentence(2)}${sentence(3)}${sentence(4)}`;
    expect(long.length).toBeGreaterThan(100);
    const [report] = read(`## ${long}`, '## 一、经济工作', body(5)).reports;
    expect(outlineLines(report)).toEqual(['declared: 经济工作']);
    expect(report.passages).toHaveLength(2);
  });

  it('with the number of a first part is no title', () => {
    const file = readMarkdown(
      ['# 一、2023年工作回顾', `雁汀镇${body(0)}`, '# 二、2024年工作打算', body(3)].join('\n\n'),
    );
    expect(titlesOf(file)).toHaveLength(1);
    expect(titlesOf(file)[0]).not.toContain('一、');
    expect(partKinds(file.reports[0])).toEqual(['achievements', 'plans']);
  });
});
