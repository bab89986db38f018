// A reading as a record for evaluations, and in plain words with its scores.
import type { AskingSpan } from './asking-spans.ts';
import type { Reading } from './reading.ts';
import { readingWeights } from './reading-model.ts';

const NO_PERIOD = null;
const NO_LABELS = { part: undefined, names: [], level: null, period: null, topic: [], continues: false };

/** As labelled in understanding.jsonl, with what else the reading says; small talk has no label but its shape. */
export function readingRecord(read: Reading): object {
  const reading = read.shape === 'chat' ? { ...read, ...NO_LABELS } : read;
  const { shape, part, names, level, period, topic, expected, continues, others } = reading;
  const named = (kind: 'agency' | 'place') =>
    names.filter((name) => name.kind === kind).map(({ text }) => text);
  return {
    shape,
    part: part ?? null,
    agencies: named('agency'),
    places: named('place'),
    level,
    period: period ?? NO_PERIOD,
    topic: topic.map(({ text }) => text),
    expected,
    continues,
    others,
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Shares of the labels, highest first. */
function sharesOf(logits: Record<string, number>): [label: string, share: number][] {
  const max = Math.max(...Object.values(logits));
  const powers = Object.entries(logits).map(
    ([label, logit]) => [label, Math.exp(logit - max)] as [string, number],
  );
  const sum = powers.reduce((total, [, power]) => total + power, 0);
  return powers.map(([label, power]) => [label, power / sum] as [string, number]).sort((a, b) => b[1] - a[1]);
}

const SHOWN_LABELS = 3;
const scoresIn = (logits: Record<string, number>): string =>
  sharesOf(logits)
    .slice(0, SHOWN_LABELS)
    .map(([label, share]) => `${label} ${percent(share)}`)
    .join(', ');

const SHOWN_REASONS = 5;

/** The features that speak most for a label, with their weights. */
function reasonsFor(
  label: string,
  features: readonly string[],
  model: Record<string, Record<string, number>>,
): string {
  const weighted = features
    .map((feature) => [feature, model[feature]?.[label] ?? 0] as const)
    .filter(([, weight]) => weight > 0);
  const top = weighted.sort((a, b) => b[1] - a[1]).slice(0, SHOWN_REASONS);
  return (
    top.map(([feature, weight]) => `${feature} +${weight.toFixed(1)}`).join(', ') || 'nothing in particular'
  );
}

const spanIn = (text: string, { start, end, group }: AskingSpan): string =>
  `«${text.slice(start, end)}» ${group}`;

function periodIn({ period }: Reading): string {
  if (!period) return 'none named';
  const { year, half, quarter, relative, untilYear, months, wholeYear } = period;
  const pieces = [
    year && `${year}${untilYear ? ` to ${untilYear}` : ''}`,
    relative && `${relative} year`,
    half && `half ${half}`,
    quarter && `quarter ${quarter}`,
    months && `months ${months[0]} to ${months[1]}`,
    wholeYear && 'the whole year',
  ];
  return pieces.filter(Boolean).join(', ') || 'none named';
}

/** In plain words, one line each. */
export function explainReading(reading: Reading): string {
  const {
    text,
    spans,
    shapes,
    parts,
    shape,
    part,
    names,
    level,
    topic,
    expected,
    continuation,
    continues,
    others,
    features,
  } = reading;
  const weights = readingWeights();
  const listed = (values: readonly string[]) => values.join(', ') || 'none';
  return [
    `Question: ${text}`,
    `Answer wanted: ${shape} (${scoresIn(shapes)}), because: ${reasonsFor(shape, features.reading, weights.shape)}`,
    `Part of a report: ${part ?? 'none'} (${scoresIn(parts)}), because: ${reasonsFor(part ?? 'none', features.reading, weights.part)}`,
    `Names: ${listed(names.map(({ kind, text: name }) => `${name} (${kind})`))}; level: ${level ?? 'none'}; period: ${periodIn(reading)}`,
    `Topic: ${listed(topic.map(({ text: words }) => words))}; value: ${expected ? [expected.type, expected.unit].filter(Boolean).join(', in ') : 'none'}`,
    `${continues ? 'Continues the question before' : 'Can be read alone'} (${continuation === Number.NEGATIVE_INFINITY ? 'small talk' : continuation.toFixed(1)}): ${reasonsFor('continues', features.continuation, weights.continues)}`,
    `Words: ${listed(spans.map((span) => spanIn(text, span)))}`,
    ...(others.length ? [`Also asked: ${others.join(' | ')}`] : []),
  ].join('\n');
}
