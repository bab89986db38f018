import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unmask } from '../../src/language/masks.ts';

describe('unmask', () => {
  it.each([
    ['D建', '党建'],
    ['从严管D治D。', '从严管党治党。'],
    ['D员干部讲D性', '党员干部讲党性'],
    ['在D的领导下', '在党的领导下'],
    ['巩x', '巩固'],
    ['巩X拓展成果，根基牢x', '巩固拓展成果，根基牢固'],
    ['堤坝加x工程', '堤坝加固工程'],
  ])('restores %s to %s', (masked, plain) => {
    expect(unmask(masked)).toBe(plain);
  });

  it.each([
    'D级',
    'D类、D座、D区、D栋',
    '鉴定为D级危房的一律腾空',
    '危房等级C级和D级',
    '园区D座和小区D栋',
    '3D打印、APP、DNA、5D影院',
    'xx县、XX镇',
    '完成XX万元',
    '巩xx',
    '牢XX',
    '增加x个百分点',
    '参加x次培训',
    '',
  ])('leaves %s as it is', (text) => {
    expect(unmask(text)).toBe(text);
  });

  it('changes one character for one character', () => {
    const pieces = fc.constantFrom('D', 'x', 'X', '巩', '牢', '加', '建', '级', '员', '3', 'a', '。', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        expect(unmask(text)).toHaveLength(text.length);
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
