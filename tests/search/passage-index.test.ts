// Looking up reports and files of an index; what it finds is tested in order.test.ts.
import { describe, expect, it } from 'vitest';
import { indexOf } from './corpus.ts';

const report = (agency: string) => `${agency}2023年工作总结\n\n一、主要工作\n完成复测。`;

describe('an index', () => {
  const index = indexOf({
    'a.txt': `${report('甲县测绘局')}\n\n${report('乙县档案局')}`,
    'b.txt': report('丙县民政局'),
  });

  it('finds each report, its number and its file by the report’s id', () => {
    expect(index.reports).toHaveLength(3);
    for (const [number, each] of index.reports.entries()) {
      expect(index.report(each.id)).toBe(each);
      expect(index.reportNumber(each.id)).toBe(number);
      expect(index.fileOf(each).reports).toContain(each);
    }
  });

  it.each(['', 'nowhere', 'constructor', '__proto__'])('finds nothing by %j', (id) => {
    expect(index.report(id)).toBeUndefined();
    expect(index.reportNumber(id)).toBeUndefined();
  });
});
