// What a question says beside its subject, as spans: words for a part, for the shape of an answer, fillers. Each stretch is
// used once, by the longest phrase that explains it.
import path from 'node:path';
import { phrasePattern, readWordLists, segment } from '../language/index.ts';
import { askingForm, askingPhrase } from './asking-form.ts';

const PARTS = ['plans', 'problems', 'achievements', 'highlights', 'suggestions'] as const;
const SHAPES = ['overview', 'survey', 'comparison', 'existence', 'fact', 'figure', 'chat'] as const;
const FILLERS = ['courtesy', 'particle', 'question word', 'light verb', 'light noun', 'function word'] as const;
const LEVELS = ['national', 'province', 'city', 'county', 'township', 'subdistrict'] as const;

export type AskingGroup = (typeof LEVELS)[number] | (typeof PARTS)[number] | (typeof SHAPES)[number] | (typeof FILLERS)[number];

/** A stretch of a question with its role; offsets in the normalised question. */
export interface AskingSpan {
  start: number;
  end: number;
  group: AskingGroup | 'name' | 'period' | 'term';
}

interface Phrases {
  group: AskingGroup;
  all: RegExp;
  each: RegExp[];
}

const GROUPS: Phrases[] = [
  ...phrasesOf('asking/parts.txt', PARTS),
  ...phrasesOf('asking/shapes.txt', SHAPES),
  ...phrasesOf('asking/filler.txt', FILLERS),
  ...phrasesOf('asking/names.txt', LEVELS),
];

function phrasesOf(file: string, groups: readonly AskingGroup[]): Phrases[] {
  const lists = readWordLists(path.join(import.meta.dirname, file));
  return groups.map((group) => {
    const phrases = lists.words(group).map(askingPhrase);
    return { group, all: phrasePattern(phrases), each: phrases.map((phrase) => phrasePattern([phrase], 'g')) };
  });
}

/** A filler explains a stretch less well than words that ask for something. */
const FILLER_VALUE = 0.55;
const FILLER_GROUPS = new Set<string>([...FILLERS, ...LEVELS]);
/** A longer phrase explains more than two short ones of the same length together. */
const LENGTH_POWER = 1.3;

const valueOf = ({ start, end, group }: AskingSpan): number => {
  const share = group === 'name' || group === 'period' ? 1.6 : FILLER_GROUPS.has(group) ? FILLER_VALUE : 1;
  return share * (end - start) ** LENGTH_POWER;
};

/**
 * The spans that together explain most of a question.
 * @param question normalised
 * @param known spans of names, periods and terms, which compete with the phrases
 */
export function askingSpans(question: string, known: readonly AskingSpan[] = []): AskingSpan[] {
  const edges = wordEdges(question);
  const phrases = phrasesIn(question).filter((span) => !cutsWord(span, question, edges));
  return bestCover([...known, ...phrases], question.length);
}

/** Offsets at which a word begins or ends. */
function wordEdges(question: string): Set<number> {
  const edges = new Set([0]);
  let at = 0;
  for (const word of segment(question)) {
    at += word.length;
    edges.add(at);
  }
  return edges;
}

/** A short Chinese phrase that begins or ends within a word is none: 所 in 厕所. */
const SHORT_LENGTH = 2;
const cutsWord = ({ start, end }: AskingSpan, question: string, edges: Set<number>): boolean =>
  end - start <= SHORT_LENGTH &&
  /[\u3400-\u9fff]/.test(question.slice(start, end)) &&
  !(edges.has(start) && edges.has(end));

function phrasesIn(question: string): AskingSpan[] {
  const { text, offsets } = askingForm(question);
  const spans: AskingSpan[] = [];
  for (const { group, all, each } of GROUPS) {
    if (!all.test(text)) continue;
    for (const pattern of each)
      for (const { index, 0: words } of text.matchAll(pattern)) {
        const trimmed = words.trim();
        if (trimmed === '') continue;
        const from = index + words.indexOf(trimmed);
        spans.push({ start: offsets[from], end: endIn(question, text, offsets, from + trimmed.length), group });
      }
  }
  return spans;
}

/** The end of an English word in the question is where its letters end. */
function endIn(question: string, text: string, offsets: number[], end: number): number {
  const last = offsets[end - 1];
  if (!/[a-z]/.test(text[end - 1])) return last + 1;
  let at = last;
  while (at < question.length && /[a-z’']/.test(question[at])) at++;
  return at;
}

/** Weighted interval scheduling: of overlapping spans those that are worth most together. */
function bestCover(spans: AskingSpan[], length: number): AskingSpan[] {
  const byEnd = new Map<number, AskingSpan[]>();
  for (const span of spans) {
    const known = byEnd.get(span.end);
    if (known) known.push(span);
    else byEnd.set(span.end, [span]);
  }
  const best = new Float64Array(length + 1);
  const chosen: (AskingSpan | undefined)[] = new Array(length + 1).fill(undefined);
  for (let end = 1; end <= length; end++) {
    best[end] = best[end - 1];
    for (const span of byEnd.get(end) ?? []) {
      const value = best[span.start] + valueOf(span);
      if (value > best[end]) {
        best[end] = value;
        chosen[end] = span;
      }
    }
  }
  const cover: AskingSpan[] = [];
  for (let end = length; end > 0; ) {
    const span = chosen[end];
    if (span) {
      cover.push(span);
      end = span.start;
    } else end--;
  }
  return cover.reverse();
}
