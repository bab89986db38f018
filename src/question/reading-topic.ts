// The topic of a question: what no span explains, and the asked quantities and troubles that belong to the subject by name.
import type { AskingSpan } from './asking-spans.ts';

/** A stretch of the question as written, with its offsets in the normalised question. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
}

/** Spans that explain a stretch and leave it in the topic. */
const OF_TOPIC: ReadonlySet<string> = new Set(['term', 'trouble', 'quantity']);
/** Short words that may stand between two words of one stretch. */
const INNER: ReadonlySet<string> = new Set([
  'function word',
  'particle',
  'unit',
  'degree',
  'better',
  'failing',
]);
const NOTHING = /^[\s\p{P}\p{S}\d]*$/u;
const CLAUSE = /[^,，。;；:：?？!！、()（）"“”…\n]+/g;
const MAX_INNER_LENGTH = 1;

/**
 * @param text as written
 * @param normalised of the same length
 */
export function topicOf(text: string, normalised: string, spans: readonly AskingSpan[]): Stretch[] {
  const taken = spans.filter((span) => !OF_TOPIC.has(span.group) && !isInner(normalised, spans, span));
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of [...taken, { start: normalised.length, end: normalised.length }]) {
    for (const { 0: words, index } of normalised.slice(at, Math.max(at, start)).matchAll(CLAUSE)) {
      const trimmed = withoutEdges(words);
      if (NOTHING.test(trimmed)) continue;
      const from = at + index + words.indexOf(trimmed);
      stretches.push({
        text: text.slice(from, from + trimmed.length),
        start: from,
        end: from + trimmed.length,
      });
    }
    at = Math.max(at, end);
  }
  return stretches;
}

const EDGES = " \t’'-";

/** Without blanks, apostrophes and hyphens at the ends, and the possessive of a name before it. */
function withoutEdges(words: string): string {
  const text = words.replace(/^[’']s(?![a-z])/, '');
  let start = 0;
  let end = text.length;
  while (start < end && EDGES.includes(text[start]) && !/^'\w/.test(text.slice(start, start + 2))) start++;
  while (end > start && EDGES.includes(text[end - 1])) end--;
  return text.slice(start, end).trim();
}

/** 新 in 城市更新办法: one character with the topic on both sides, no word before or after it. */
function isInner(question: string, spans: readonly AskingSpan[], { start, end, group }: AskingSpan): boolean {
  if (!INNER.has(group) || end - start > MAX_INNER_LENGTH || question[start] < '\u3400') return false;
  if (/[的得地了过着和跟与同及或是有在把被给向呢吧啊吗呀都也还]/.test(question[start])) return false;
  const isFree = (offset: number) =>
    question[offset] >= '\u3400' &&
    !spans.some((span) => !OF_TOPIC.has(span.group) && span.start <= offset && span.end > offset);
  return isFree(start - 1) && isFree(end);
}
