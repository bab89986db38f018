import { describe, expect, it } from 'vitest';
import { markedTitle } from '../../src/message/index.ts';

describe('a title within a sentence', () => {
  it.each([
    ['县林业局2023年工作总结', '《县林业局2023年工作总结》'],
    ['Annual Report 2022', '“Annual Report 2022”'],
    ['2025年第2期 Newsletter', '《2025年第2期 Newsletter》'],
  ])('%s stands in the marks of its language: %s', (title, marked) => {
    expect(markedTitle(title)).toBe(marked);
  });
});
