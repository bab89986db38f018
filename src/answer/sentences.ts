// Which sentences of a passage hold the answer: a short quote that can be read alone.
import { normalise } from '../language/index.ts';
import type { Span } from '../reports/index.ts';
import type { CoverageMeter, Hit } from '../search/index.ts';

/** A passage up to this length is quoted whole. */
const WHOLE_LENGTH = 120;
const MAX_LENGTH = 200;
/** A sentence shorter than this takes its neighbour along. */
const MIN_LENGTH = 24;
const LEANS_BACK = /^(?:其中|同时|此外|另外|该|此|其|这|并|也|还|目前该|预计|力争|以上|上述|二是|三是|四是|五是|六是)/;

/** A stretch of sentences with how much of the question it holds. */
export interface Excerpt extends Span {
  /** Worth of the concepts it holds, in nats. */
  worth: number;
  /** It holds a number of the asked unit. */
  figure: boolean;
  /** A figure is asked for, and the numbers here are masked in the source (XX万元). */
  masked: boolean;
}

/** What makes one sentence better than another. */
export interface ExcerptQuery {
  meter: CoverageMeter;
  /** A figure is asked for. */
  figure: boolean;
  unit?: RegExp;
}

/** How much a figure of the asked unit is worth beside matched words, in nats. */
const FIGURE_WORTH = 2;
const UNIT_WORTH = 2;

/** The best stretch of a passage for a query: one sentence, with what it leans on; the whole passage where it is short. */
export function excerptOf(hit: Hit, query: ExcerptQuery): Excerpt {
  const { text } = hit.file;
  const { sentences } = hit.passage;
  const scored = sentences.map((span) => score(text.slice(span.start, span.end), query));
  let best = 0;
  scored.forEach(({ worth }, i) => {
    if (worth > scored[best].worth) best = i;
  });
  let first = best;
  let last = best;
  const length = () => sentences[last].end - sentences[first].start;
  if (hit.passage.end - hit.passage.start <= WHOLE_LENGTH) {
    first = 0;
    last = sentences.length - 1;
  } else {
    const words = text.slice(sentences[best].start, sentences[best].end);
    if (first > 0 && (LEANS_BACK.test(words) || words.length < MIN_LENGTH)) first--;
    if (length() > MAX_LENGTH && first < best) first = best;
    if (length() < MIN_LENGTH && last + 1 < sentences.length) last++;
  }
  return { start: sentences[first].start, end: sentences[last].end, ...scored[best] };
}

const MASKED_NUMBER = /(?<![a-z0-9])x+(?:\.x+)?(?:多|余)?(?:万|亿|%|元|户|人|亩|个|家|吨|名|件|次|处|公里|千瓦)/;
const ANY_NUMBER = /\d|[一二三四五六七八九十百千]+(?:个|家|户|人|亩|次|名|处|条|年|届|月|成|倍|半)|半数|一半|[超近过上][千百]?[万亿]/;

function score(words: string, { meter, figure, unit }: ExcerptQuery): Pick<Excerpt, 'worth' | 'figure' | 'masked'> {
  const plain = normalise(words);
  let worth = meter.worthOf(meter.shares(plain));
  if (!figure) return { worth, figure: false, masked: false };
  const numbers = [...plain.matchAll(/(?:\d[\d.,]*|[一二三四五六七八九十百千万两]+|x+)(?:多|余|来)?(?:万|亿)?(.{0,3})/g)];
  const hasUnit = unit !== undefined && numbers.some((match) => unit.test(match[1]) || unit.test(match[0]));
  if (/\d/.test(plain)) worth += FIGURE_WORTH;
  if (hasUnit) worth += UNIT_WORTH;
  return { worth, figure: hasUnit, masked: MASKED_NUMBER.test(plain) && !ANY_NUMBER.test(plain.replace(/20\d\d年?|\d+-?\d*月/g, '')) };
}
