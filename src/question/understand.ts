// What was asked. First version: language, the words to search for, the part of a report, and whether an overview is wanted.
import { isStopWord, normalise, type QueryToken, queryTokens, segment } from '../language/index.ts';
import type { PartKind } from '../reports/index.ts';
import { partIn } from './part.ts';

export type Language = 'zh' | 'en';

/** A question as the search and the answer need it. */
export interface Question {
  text: string;
  language: Language;
  tokens: QueryToken[];
  part?: PartKind;
  /** All points of the part are asked for, not one fact. */
  overview: boolean;
}

const OVERVIEW_CUE =
  /概括|总结|大概|概述|简单(?:说|列|讲)|归纳|捋一捋|梳理|哪些方面|哪几方面|几块|整体|总体|重点|任务|工作|overview|rundown|summary|summari[sz]e/gi;
const PERIOD =
  /(?:20)?\d\d\s*年(?:度)?|上半年|下半年|全年|今年|去年|年度|[一二三四1-4]季度|\b20\d\d\b|\bh[12]\b|first half|second half|(?:first|second|third|fourth) quarter/gi;
const AGENCY =
  /[\u4e00-\u9fff]{2,8}?(?:局|委员会|委|办公室|办|站|街道|镇|乡|分局|政府)|[市县区镇乡]里?|那个|这个/g;

/** More words than this beside agency, period and part ask for something in particular. */
const MAX_OVERVIEW_WORDS = 1;

/** Reads a question. `history` holds earlier questions of the same person, oldest first. */
export function understand(text: string, history: string[] = []): Question {
  const language: Language = /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en';
  const normalised = normalise(text);
  const { part, rest } = partIn(normalised);
  const words = contentWords(rest.replace(OVERVIEW_CUE, ' ').replace(PERIOD, ' ').replace(AGENCY, ' '));
  const overview = part !== undefined && words.length <= MAX_OVERVIEW_WORDS;
  const earlier = history.at(-1);
  return {
    text,
    language,
    tokens: earlier === undefined ? queryTokens(text) : withEarlier(queryTokens(text), queryTokens(earlier)),
    ...(part ? { part } : {}),
    overview,
  };
}

function contentWords(text: string): string[] {
  return (text.match(/[\u3400-\u9fff]+|[a-z0-9]+/g) ?? [])
    .flatMap((run) => segment(run))
    .filter((word) => !isStopWord(word) && word.trim().length > 1);
}

/** What an earlier question said counts less than what this one says. */
const EARLIER_WEIGHT = 0.6;

function withEarlier(tokens: QueryToken[], earlier: QueryToken[]): QueryToken[] {
  const own = new Set(tokens.map((token) => token.text));
  return [
    ...tokens,
    ...earlier
      .filter(({ text }) => !own.has(text))
      .map((token) => ({ ...token, weight: token.weight * EARLIER_WEIGHT })),
  ];
}
