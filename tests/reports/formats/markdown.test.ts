import { describe, expect, it } from 'vitest';
import { readerFor } from '../../../src/reports/formats/index.ts';
import { longBody, sentence } from '../../fixtures/prose.ts';
import {
  coverageFaults,
  droppedTexts,
  outlineLines,
  passageTexts,
  readMarkdown,
  titlesOf,
} from '../reading.ts';

describe('a Markdown report', () => {
  const file = readMarkdown(`# 雁汀镇2023年工作总结

${sentence(0)}

## 一、工作完成情况

### （一）修路架桥

- 渠系：${sentence(1)}
- 堤岸：${sentence(2)}

---

> ${sentence(3)}

### （二）种树 ###

* ${sentence(4)}

## 二、存在的问题

${sentence(5)}
`);

  it('takes its title and headings from the signs', () => {
    expect(titlesOf(file)).toEqual(['雁汀镇2023年工作总结']);
    expect(outlineLines(file.reports[0])).toEqual([
      'declared: 工作完成情况',
      '  declared: 修路架桥',
      '  declared: 种树',
      'declared: 存在的问题',
    ]);
  });

  it('has no signs in its text but those of lists', () => {
    expect(file.text.split('\n').filter((line) => line !== '')).toEqual([
      '雁汀镇2023年工作总结',
      sentence(0),
      '一、工作完成情况',
      '（一）修路架桥',
      `- 渠系：${sentence(1)}`,
      `- 堤岸：${sentence(2)}`,
      sentence(3),
      '（二）种树',
      `* ${sentence(4)}`,
      '二、存在的问题',
      sentence(5),
    ]);
    expect(droppedTexts(file, 'markup')).toEqual([]);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('keeps the text of a list item word for word', () => {
    expect(passageTexts(file).join('\n')).toContain(`渠系：${sentence(1)}`);
  });
});

describe('Markdown', () => {
  it('begins a report at every heading of the first level', () => {
    const file = readMarkdown(`# 甲村2023年小结\n\n${longBody()}\n\n# 乙村2023年小结\n\n${longBody(9)}\n`);
    expect(titlesOf(file)).toEqual(['甲村2023年小结', '乙村2023年小结']);
  });

  it('takes a numbered heading of the first level for a part, not for a title', () => {
    const file = readMarkdown(
      `# 雁汀镇2023年工作总结\n\n${sentence(0)}\n\n# 一、工作完成情况\n\n${longBody()}\n\n# 二、存在的问题\n\n${longBody(9)}\n`,
    );
    expect(titlesOf(file)).toEqual(['雁汀镇2023年工作总结']);
  });

  it('reads Windows line ends', () => {
    const file = readMarkdown(`# 雁汀镇2023年工作总结\r\n\r\n## 一、情况\r\n\r\n${sentence(0)}\r\n`);
    expect(outlineLines(file.reports[0])).toEqual(['declared: 情况']);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('finds a title behind a marker on the same line', () => {
    const file = readMarkdown(`# ##begin##雁汀镇2023年工作总结\n\n## 一、情况\n\n${sentence(0)}\n`);
    expect(titlesOf(file)).toEqual(['雁汀镇2023年工作总结']);
  });
});

describe('readerFor', () => {
  it.each(['a.txt', 'A.TXT', 'a.text', 'a.md', 'folder/a.Markdown', 'a.docx', 'a.PDF', 'a.doc', 'a.html'])(
    'knows a reader for %s',
    (name) => {
      expect(readerFor(name)).toBeDefined();
    },
  );

  it.each(['a.mp3', 'txt', 'a.txt.bak', ''])('knows none for %j', (name) => {
    expect(readerFor(name)).toBeUndefined();
  });
});
