// What reports are called by their titles, without date, place and number: the beige book, the budget speech, 统计公报.
import { normalise, segment } from '../language/index.ts';
import { namesKindOfDocument, type Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { NamedAgency } from './agencies.ts';
import { periodRead } from './asked-period.ts';
import { TERM } from './asking-phrases.ts';
import type { AskingSpan } from './asking-spans.ts';

/** One word, and three characters, may be said of anything. */
const MIN_WORDS = 2;
const MIN_CHARACTERS = 4;

const BREAK = /[:：,，;；()（）〔〕《》“”"、—–]|\s-\s/;
const NUMBER_WORD = /^(?:\d\S*|q\d)$/;
const ARTICLE = /^(?:the|a|an)$/;

const namesByIndex = new WeakMap<PassageIndex, ReadonlyMap<string, number[]>>();

/** Each name with the reports that are called so; what all of them are called names none. */
function titleNamesOf(index: PassageIndex): ReadonlyMap<string, number[]> {
  const known = namesByIndex.get(index);
  if (known) return known;
  const names = new Map<string, number[]>();
  index.reports.forEach((report, number) => {
    for (const name of namesOfReport(report)) names.set(name, [...(names.get(name) ?? []), number]);
  });
  for (const [name, reports] of names) if (reports.length === index.reports.length) names.delete(name);
  namesByIndex.set(index, names);
  return names;
}

/** A part of a title without articles and numbers before it, and numbers behind it. */
function withoutNumbersAround(part: string): string {
  const words = part.trim().split(/\s+/);
  while (words.length > 1 && (ARTICLE.test(words[0]) || NUMBER_WORD.test(words[0]))) words.shift();
  while (words.length > 1 && NUMBER_WORD.test(words[words.length - 1])) words.pop();
  return words.join(' ');
}

function namesOfReport({ title, agency }: Report): Set<string> {
  const plain = normalise(title);
  const author = normalise(agency ?? '');
  const parts = withoutPeriods(plain).split(BREAK).map(withoutNumbersAround);
  const names = parts.flatMap((part) =>
    /[\u3400-\u9fff]/.test(part) ? chineseNames(part) : englishNames(part),
  );
  return new Set(names.filter((name) => !author.includes(name)));
}

function withoutPeriods(title: string): string {
  let text = title;
  for (const { start, end } of periodRead(title).spans)
    text = `${text.slice(0, start)}${','.repeat(end - start)}${text.slice(end)}`;
  return text;
}

/** A part of a title, and what kind of document it is with the words before that. */
function englishNames(part: string): string[] {
  const words = part.split(/\s+/).filter(Boolean);
  const kinds = namesKindOfDocument(words.at(-1) ?? '') ? words.map((_, i) => words.slice(i)) : [words];
  return kinds.filter((each) => each.length >= MIN_WORDS).map((each) => each.join(' '));
}

/** The ends of a title that name a kind of document. */
function chineseNames(part: string): string[] {
  if (!namesKindOfDocument(part)) return [];
  const words = segment(part);
  return words.map((_, i) => words.slice(i).join('')).filter((name) => name.length >= MIN_CHARACTERS);
}

/** Any report, or a part of one, whatever its title: the annual report, 工作总结, 工作思路. */
const isAnyReport = (spans: readonly AskingSpan[], start: number, end: number): boolean =>
  spans.some((span) => span.group !== TERM && span.start <= start && span.end >= end);

/**
 * The titles that a question says, the longest where several overlap.
 * @param question normalised
 */
export function titlesIn(question: string, spans: readonly AskingSpan[], index: PassageIndex): NamedAgency[] {
  const found: NamedAgency[] = [];
  for (const [name, reports] of titleNamesOf(index)) {
    const stretch = stretchOf(question, name);
    if (!stretch || isAnyReport(spans, stretch.start, stretch.end)) continue;
    const { start, end } = stretch;
    found.push({
      text: question.slice(start, end),
      start,
      end,
      fits: new Map(reports.map((each) => [each, 1])),
    });
  }
  return found.filter(
    (each) =>
      !found.some(
        (other) =>
          other.start < each.end && other.end > each.start && other.end - other.start > each.end - each.start,
      ),
  );
}

/** Where a question says a name: whole words of English, in the plural too. */
function stretchOf(question: string, name: string): { start: number; end: number } | undefined {
  const start = question.indexOf(name);
  if (start < 0) return undefined;
  const end = start + name.length;
  if (/[\u3400-\u9fff]/.test(name)) return { start, end };
  const after = /^s?(?![a-z])/.exec(question.slice(end));
  if (!after || /[a-z]/.test(question[start - 1] ?? '')) return undefined;
  return { start, end: end + after[0].length };
}
