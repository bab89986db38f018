// How far readings agree with labels, counted as shared/eval/score-reading.mjs counts.
import type { LabelledQuestion } from './labelled-questions.ts';

export interface Figures {
  lang: string;
  shape: number;
  part: number;
  agencies: number;
  period: number;
  topic: number;
  exact: number;
  decided: string;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ')
    .trim();
const keyOf = (names: readonly string[]): string => [...new Set(names.map(fold))].sort().join('|');
const sameSet = (a: readonly string[], b: readonly string[]): boolean => keyOf(a) === keyOf(b);
const FIELDS = ['year', 'half', 'quarter', 'relative'] as const;
const periodKey = (period: object | null): string =>
  JSON.stringify(FIELDS.map((field) => (period as Record<string, unknown> | null)?.[field] ?? null));

/** F-score of the character bigrams of the topic words. */
function topicScore(gold: readonly string[], got: readonly string[]): number {
  if (gold.length === 0 || got.length === 0) return gold.length === got.length ? 1 : 0;
  const bigrams = (words: readonly string[]) =>
    new Set(
      words.flatMap((word) => {
        const text = fold(word).replace(/\s+/g, '');
        return text.length < 2
          ? [text]
          : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
      }),
    );
  const [a, b] = [bigrams(gold), bigrams(got)];
  return (2 * [...a].filter((bigram) => b.has(bigram)).length) / (a.size + b.size);
}

export function agreement(question: LabelledQuestion, decided: { shape: string; part: string }): Figures {
  const { reading, labels } = question;
  const isChat = decided.shape === 'chat';
  const agencies = isChat
    ? []
    : reading.names.filter(({ kind }) => kind === 'agency').map(({ text }) => text);
  const shape = Number(decided.shape === question.shape);
  const part = Number(decided.part === question.part);
  const namesAgree = Number(sameSet(labels?.agencies ?? [], agencies));
  const period = Number(periodKey(labels?.period ?? null) === periodKey(isChat ? null : reading.period));
  const topic = topicScore(labels?.topic ?? [], isChat ? [] : reading.topic.map(({ text }) => text));
  return {
    lang: question.lang,
    shape,
    part,
    agencies: namesAgree,
    period,
    topic,
    exact: shape * part * namesAgree * period,
    decided: `${decided.shape}/${decided.part}`,
  };
}

export const meanOf = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : Number.NaN;

const COLUMNS = ['exact', 'shape', 'part', 'agencies', 'period', 'topic'] as const;

export const tableOf = (title: string, figures: readonly Figures[]): string =>
  [
    `${title.padEnd(28)}${COLUMNS.map((column) => column.padStart(9)).join('')}`,
    ...['all', 'zh', 'en', 'mixed'].map((lang) => {
      const rows = figures.filter((each) => lang === 'all' || each.lang === lang);
      return `  ${lang.padEnd(26)}${COLUMNS.map((column) =>
        meanOf(rows.map((row) => row[column]))
          .toFixed(3)
          .padStart(9),
      ).join('')}`;
    }),
  ].join('\n');
