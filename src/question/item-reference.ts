// A question that points at the answer before it: at one of its points by number (第2条展开, the second one), or past its end
// (还有吗, more). Only what asks for nothing else counts.
import { parseChineseNumeral } from '../language/index.ts';
import type { Question } from './understand.ts';

/** A point by its place in the answer: 0 is the first, -1 the last. */
export type ItemReference = { item: number } | 'more';

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const CHINESE =
  /第\s?([\d一二两三四五六七八九十]{1,3})\s?(?:条|点|个|项|件|部分|方面|款|句|段)|(最后|末尾|末)(?:那)?一?(?:条|点|个|项|件|句|段)|(头|首|前面那)一?(?:条|点|个|项|件)/;
const ENGLISH =
  /\b(?:(?:point|item|number|no\.?|quote) ?|#)(\d{1,2})\b|\b(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d{1,2}(?:st|nd|rd|th)) (?:one|point|item|part|quote|passage)\b|\b(?:the )(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)[\s?.!]*$/;
/** What may stand beside the reference: all else asks for something of its own. */
const REST = 4;

export function itemReferenceIn(question: Question): ItemReference | undefined {
  const { reading, topic, agencies, sectionKind, period } = question;
  const groups = reading.features.continuation;
  if (groups.includes('asks for more')) return 'more';
  const { normalised } = reading;
  const match = CHINESE.exec(normalised) ?? ENGLISH.exec(normalised);
  if (!match || agencies.length > 0 || period || (sectionKind && topic.length > 0)) return undefined;
  const outside = topic.filter(({ label }) => !match[0].includes(label));
  const asks = groups.includes('asks') && !groups.includes('asks to expand');
  const longRest = outside.some(({ label }) => label.length > REST);
  return asks || longRest ? undefined : { item: itemOf(match) };
}

function itemOf([, one, two, three]: RegExpExecArray): number {
  const word = one ?? two ?? three;
  if (/^(?:last|最后|末)/.test(word)) return -1;
  if (/^(?:头|首|前)/.test(word)) return 0;
  const ordinal = ORDINALS.indexOf(word);
  if (ordinal >= 0) return ordinal;
  const number = Number.parseInt(word, 10);
  return (Number.isNaN(number) ? (parseChineseNumeral(word) ?? 0) : number) - 1;
}
