import { describe, expect, it } from 'vitest';
import { buildSoundTable, SoundIndex } from '../../src/language/index.ts';

const WORDS = ['雁汀', '燕亭', '重庆', '吕梁', '林业', 'PPT', '镇'];
const index = new SoundIndex(buildSoundTable(WORDS), WORDS);

describe('SoundIndex', () => {
  it.each([
    ['Yanting', ['燕亭', '雁汀']],
    ['linye', ['林业']],
    ['Chongqing', ['重庆']],
    ['Lvliang', ['吕梁']],
    ['Lüliang', ['吕梁']],
    ['Nowhere', []],
  ])('finds the words that %s spells', (latin, words) => {
    expect(index.spelled(latin)).toEqual(words);
  });

  it('finds words of the same sound, the word itself left out', () => {
    expect(index.homophones('雁汀')).toEqual(['燕亭']);
    expect(index.homophones('林业')).toEqual([]);
  });

  it('finds nothing for characters that the reports never use', () => {
    expect(index.homophones('龘龘')).toEqual([]);
  });
});
