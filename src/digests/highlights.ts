// The highlights of a report: three concrete sentences that can be understood alone, from sections of
// different kinds.
import path from 'node:path';
import { type CitedQuote, cite } from '../answer/index.ts';
import { readWordLists } from '../language/index.ts';
import { type Report, type SectionKind, withoutTables } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

const COUNT = 3;
/** In the order in which readers want to know; where fewer than three are there, achievements come first. */
const SECTION_KINDS: SectionKind[] = [
  'achievements',
  'plans',
  'problems',
  'highlights',
  'suggestions',
  'none',
];

interface ScoredSentence {
  start: number;
  end: number;
  section: number;
  kind: SectionKind;
  score: number;
}

/** At most three sentences, in the order of the source. */
export function highlightQuotes(report: Report, index: Pick<PassageIndex, 'fileOf'>): CitedQuote[] {
  const file = index.fileOf(report);
  const sentences = sentencesOf(report, file.text).sort((a, b) => b.score - a.score || a.start - b.start);
  const chosen: ScoredSentence[] = [];
  for (const wanted of SECTION_KINDS) {
    const best = sentences.find(({ kind }) => kind === wanted);
    if (best && best.score >= MIN_SCORE && chosen.length < COUNT) chosen.push(best);
  }
  const elsewhere = (each: ScoredSentence) => !chosen.some(({ section }) => section === each.section);
  for (const sentence of [...sentences.filter(elsewhere), ...sentences]) {
    if (chosen.length >= COUNT) break;
    if (!chosen.includes(sentence) && (chosen.length === 0 || elsewhere(sentence) || sentence.score > 0))
      chosen.push(sentence);
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ section, start, end }) => cite({ file, report, section, span: { start, end } }));
}

/** A section kind whose best sentence scores less is left out while others score more. */
const MIN_SCORE = -1;

function sentencesOf(report: Report, text: string): ScoredSentence[] {
  return withoutTables(report.passages).flatMap(({ section, sentences }) =>
    sentences.map(({ start, end }, i) => {
      const words = text.slice(start, end);
      const opening = i === 0 ? OPENING_BONUS : 0;
      const { kind } = report.sections[section];
      return { start, end, section, kind, score: scoreOf(words) + opening };
    }),
  );
}

/** The first sentence of a passage depends on none before it. */
const OPENING_BONUS = 0.6;
const MIN_LENGTH = 20;
const MAX_LENGTH = 90;
/** Characters below the minimum, or above the maximum, that cost one point. */
const SHORTAGE = 10;
const EXCESS = 25;
const MAX_FIGURES = 4;
const MAX_NAMES = 2;

const WORDS = readWordLists(path.join(import.meta.dirname, 'highlight-words.txt'));
/** Refers to the sentence before it. */
const REFERS_BACK = new RegExp(
  `^\\s*(?:${WORDS.pattern('refers back')}|如(?!期|何|果)|今年以来，?$|[二三四五六七八九十]+[是要])`,
);
/** Begins with a number of a list. */
const NUMBERED =
  /^\s*(?:一是|一要|首先|[（(]?\d+[）).、](?!\d)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/;
/** Figures and names that the source masks. */
const MASKED = /[xX×＊*]/g;
/** Phrases that every report uses. */
const SLOGANS = new RegExp(`${WORDS.pattern('slogan')}|取得了?[^，。]{0,6}成效`, 'g');
/** Vague phrases: that there is something, but not what. */
const VAGUE = new RegExp(WORDS.pattern('vague'));
const FIGURES = /\d(?<!\d[.,]*\d)[\d.,]*\s*(?![\d年月日]|20\d\d)(?:[%％]|[\u4e00-\u9fff])/g;
const NAMES = new RegExp(`“[^”]{2,12}”|[\\u4e00-\\u9fff]{2,8}(?:${WORDS.pattern('name')})`, 'g');
const WHOLE = /[。！？!?][”’）)]?\s*$/;
const ANNOUNCES = /[：:]\s*$|如下。?\s*$|以下[^。]{0,14}[：:。]\s*$|(?:各位代表|同志们)/;

/** How informative a sentence is by itself; one figure counts 1. */
function scoreOf(words: string): number {
  const length = words.trim().length;
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  return (
    Math.min(MAX_FIGURES, count(FIGURES)) +
    Math.min(MAX_NAMES, count(NAMES)) * 0.8 -
    Math.min(4, count(SLOGANS)) * 0.7 -
    Math.min(6, count(MASKED) * 1.5) -
    (REFERS_BACK.test(words) ? 3 : NUMBERED.test(words) ? 0.7 : 0) -
    (WHOLE.test(words) ? 0 : 1) -
    (ANNOUNCES.test(words) ? 8 : 0) -
    (VAGUE.test(words) ? 3 : 0) -
    Math.max(0, MIN_LENGTH - length) / SHORTAGE -
    Math.max(0, length - MAX_LENGTH) / EXCESS
  );
}
