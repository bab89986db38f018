import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/reports/metadata/kind.ts';

describe('kindOf', () => {
  it.each([
    ['雁汀镇2023年政府工作报告', '雁汀镇', '', 'government-work-report'],
    ['雁汀镇2023年工作报告', '雁汀镇', '各位代表：\n现在报告工作。', 'government-work-report'],
    ['县林业局2024年工作计划', '县林业局', '', 'plan'],
    ['县林业局2024年工作要点', '县林业局', '', 'plan'],
    ['县林业局2023年工作总结及2024年工作计划', '县林业局', '', 'agency-summary'],
    ['区发改局2023年食品安全工作总结', '区发改局', '', 'thematic-summary'],
    ['2023年爱国卫生运动工作总结', undefined, '', 'thematic-summary'],
    ['雁汀镇2023年工作总结', '雁汀镇', '', 'town-summary'],
    ['柳荫街道2023年工作总结', '柳荫街道', '', 'town-summary'],
    ['2023年上半年工作总结（镇乡）', '镇', '', 'town-summary'],
    ['县林业局2023年工作总结', '县林业局', '', 'agency-summary'],
    ['', undefined, '', 'other'],
  ] as const)('takes %s for what it is', (title, agency, text, kind) => {
    expect(kindOf(title, agency, text)).toBe(kind);
  });
});
