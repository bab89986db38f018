// What a question asks for: the shape of the answer, the part of a report, names, level, period, and the topic, which is
// what nothing else explains. Shape and part are scores; each weight has a name (reading-weights.json, `npm run train`).
import fs from 'node:fs';
import path from 'node:path';
import type { SectionKind } from '../reports/index.ts';
import { type AskingSpan, askingSpans } from './asking-spans.ts';
import { normaliseQuestion } from './concepts.ts';
import { type MentionedName, namesIn } from './names.ts';
import { periodSpans } from './period-spans.ts';

export const SHAPES = ['overview', 'fact', 'figure', 'comparison', 'survey', 'existence', 'chat'] as const;
export type Shape = (typeof SHAPES)[number];
export const ASKED_PARTS = ['plans', 'problems', 'achievements', 'highlights', 'suggestions', 'none'] as const;

/** A stretch of the question as written, with its offsets in the normalised question. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
}

export interface Reading {
  text: string;
  /** The question in its matching form. */
  normalised: string;
  spans: AskingSpan[];
  /** Logits by shape and by part; the highest is `shape`, `part`. */
  shapes: Record<Shape, number>;
  parts: Record<SectionKind, number>;
  shape: Shape;
  part: SectionKind | undefined;
  names: (MentionedName & { text: string })[];
  topic: Stretch[];
}

/** Weight of each feature for each label. */
export type LinearModel = Record<string, Record<string, number>>;
interface ReadingWeights {
  shape: LinearModel;
  part: LinearModel;
}
const FILE = path.join(import.meta.dirname, 'reading-weights.json');
let weights: ReadingWeights | undefined;
const readingWeights = (): ReadingWeights =>
  (weights ??= fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : { shape: {}, part: {} });

const MAX_LENGTH = 500;

export function read(text: string): Reading {
  const normalised = normaliseQuestion(text.slice(0, MAX_LENGTH));
  const names = namesIn(normalised).map((name) => ({ ...name, text: text.slice(name.start, name.end) }));
  const known: AskingSpan[] = [
    ...names.map(({ start, end }) => ({ start, end, group: 'name' as const })),
    ...periodSpans(normalised),
  ];
  const spans = askingSpans(normalised, known);
  const topic = topicOf(text, normalised, spans);
  const named = names.filter(({ start }) => spans.some((span) => span.group === 'name' && span.start === start));
  const features = readingFeatures({ normalised, spans, topic, names: named });
  const { shape, part } = readingWeights();
  const shapes = scoresOf(shape, features, SHAPES);
  const parts = scoresOf(part, features, ASKED_PARTS);
  const bestPart = highest(parts);
  return {
    text,
    normalised,
    spans,
    shapes,
    parts,
    shape: highest(shapes),
    part: bestPart === 'none' ? undefined : bestPart,
    names: named,
    topic,
  };
}

function scoresOf<Label extends string>(model: LinearModel, features: readonly string[], labels: readonly Label[]) {
  const scores = Object.fromEntries(labels.map((label) => [label, 0])) as Record<Label, number>;
  for (const feature of features)
    for (const [label, weight] of Object.entries(model[feature] ?? {})) scores[label as Label] += weight;
  return scores;
}

const highest = <Label extends string>(scores: Record<Label, number>): Label =>
  (Object.entries(scores) as [Label, number][]).reduce((best, each) => (each[1] > best[1] ? each : best))[0];

const NOT_TOPIC = /^[\s\p{P}\p{S}\d]*$/u;

/** What no span explains, apart from signs and bare numbers. English words across function words stay apart. */
function topicOf(text: string, normalised: string, spans: readonly AskingSpan[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: normalised.length, end: normalised.length }]) {
    for (const match of normalised.slice(at, Math.max(at, start)).matchAll(/[^,，。;；:：?？!！、()（）"“”—…\n]+/g)) {
      const words = match[0];
      const lead = words.length - words.trimStart().length;
      const from = at + match.index + lead;
      const to = from + words.trim().length;
      if (!NOT_TOPIC.test(normalised.slice(from, to))) stretches.push({ text: text.slice(from, to), start: from, end: to });
    }
    at = Math.max(at, end);
  }
  return stretches;
}

interface ReadParts {
  normalised: string;
  spans: readonly AskingSpan[];
  topic: readonly Stretch[];
  names: readonly MentionedName[];
}

/** The names of what is true of a question, for the linear models. */
export function readingFeatures({ normalised, spans, topic, names }: ReadParts): string[] {
  const features = new Set<string>(['always']);
  const groups = new Set(spans.map(({ group }) => group));
  for (const group of groups) features.add(group);
  const first = spans.find(({ group }) => !/courtesy|particle|chat|name|period/.test(group));
  if (first) features.add(`first ${first.group}`);
  const last = spans.findLast(({ group }) => !/courtesy|particle|chat/.test(group));
  if (last) features.add(`last ${last.group}`);
  const letters = topic.reduce((sum, { text }) => sum + (/[\u3400-\u9fff]/.test(text) ? text.length : text.length / 3), 0);
  features.add(letters === 0 ? 'no topic' : letters <= 4 ? 'short topic' : letters <= 9 ? 'topic' : 'long topic');
  if (names.length >= 2) features.add('names');
  if (names.length === 0) features.add('no name');
  const asked = ['plans', 'problems', 'achievements', 'highlights', 'suggestions'].filter((part) => groups.has(part as 'plans'));
  if (asked.length === 0) features.add('no part');
  for (const shape of ['fact', 'figure', 'survey', 'comparison', 'existence', 'overview'] as const)
    if (groups.has(shape) && asked.length > 0) features.add(`${shape} of part`);
  if (asked.length > 0 && letters === 0) features.add('bare part');
  if (!['fact', 'figure', 'survey', 'comparison', 'existence', 'overview'].some((shape) => groups.has(shape as 'fact')))
    features.add('no shape');
  if (/[吗么没]\s*[?？。]*$/.test(normalised)) features.add('ends in question particle');
  const opening = /^(?:so |and |but |ok |hi |well )?(do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b/.exec(normalised);
  if (opening) features.add('opens with auxiliary');
  const asking = /\b(what|which|who|whose|where|when|why|how)\b/.exec(normalised)?.[1];
  if (asking) features.add(`english ${asking}`);
  const chinese = /什么时候|啥时候|何时|几时|为什么|为啥|为何|点解|怎么|咋|如何|怎样|点样|谁|边个|哪|什么|啥|咩|多少|几|多/.exec(normalised)?.[0];
  if (chinese) features.add(`chinese ${chinese}`);
  if (names.length + topic.length + asked.length === 0) features.add('nothing named');
  return [...features];
}
