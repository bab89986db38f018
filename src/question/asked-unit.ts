// How a value of the asked type is recognised in a text: by what stands beside a number.
import { escapedPattern } from '../language/index.ts';
import type { ExpectedAnswer } from './expected-answer.ts';

/** Fits the surroundings of a number, normalised: some characters before it and after it. */
const UNITS: Partial<Record<ExpectedAnswer['type'], RegExp>> = {
  money: /元|[$£€¥]|dollar|yuan|rmb|pound|cents?\b/,
  share: /[%]|percent|per cent|百分|成|个点|倍|permille|‰/,
  duration: /[年月天日周]|小时|分钟|years?|months?|weeks?|days?|hours?|minutes?/,
  date: /[年月日号时]|january|february|march|april|may|june|july|august|september|october|november|december|o'clock|[ap]m\b/,
  size: /亩|公顷|平方|公里|[米吨里]|hectare|acre|kilomet|miles?|tons?|tonnes?|square|metres?|meters?|km|mw|kwh/,
};

/** Measure words that count the same. */
const SAME_MEASURE: Record<string, string> = { 人: '[人名位]', 名: '[人名位]', 位: '[人名位]', 家: '[家个]', 个: '[个家项处座所名人]' };

/** Undefined where any number may be meant. */
export function askedUnit(expected: ExpectedAnswer | null): RegExp | undefined {
  if (!expected) return undefined;
  const { type, unit } = expected;
  if (type !== 'count') return UNITS[type];
  if (!unit) return undefined;
  return new RegExp(SAME_MEASURE[unit] ?? escapedPattern(unit));
}
