// The year by which a report is called, and a year that is asked about.
import { describe, expect, it } from 'vitest';
import { isCalledByYear } from '../../src/question/called-by-year.ts';
import { read } from '../../src/question/index.ts';

describe('the year of a question', () => {
  it.each([
    '2024年政府工作报告里有哪些问题',
    '2024年浙江省政府工作报告说了什么',
    '浙江2020那份说了什么',
    'what went wrong according to his 2024 work report',
    "the mayor's 2024 address",
  ])('calls a report: %s', (question) => {
    expect(isCalledByYear(read(question))).toBe(true);
  });

  it.each([
    '2024年浙江有哪些问题',
    '2024年修了多少路，报告怎么说',
    'how many roads were built in 2024',
    '报告里有哪些问题',
  ])('is asked about: %s', (question) => {
    expect(isCalledByYear(read(question))).toBe(false);
  });
});
