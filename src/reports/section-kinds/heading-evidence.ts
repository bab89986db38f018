// What the words of a heading tell about the kind of the part below it.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists } from '../../language/index.ts';
import type { SectionKind } from '../section-kind.ts';
import { namesLaterYear } from './later-year.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/headings.txt'));
const SOLVED = readWordLists(path.join(import.meta.dirname, 'solved-problems.txt'));

/** What names a kind, the half-hearted words for it, and what is no name of it. */
interface KindWords {
  kind: SectionKind;
  strong: RegExp;
  weak?: RegExp;
  excluded?: RegExp;
}

/** Where two kinds are named alike, the first one is it: 存在的问题及下步打算 opens with problems. */
const KINDS: KindWords[] = [
  {
    kind: 'suggestions',
    strong: phrasePattern(LISTS.words('suggestions'), 'g'),
    excluded: phrasePattern(LISTS.words('no suggestions'), 'g'),
  },
  {
    kind: 'problems',
    strong: phrasePattern(LISTS.words('problems'), 'g'),
    excluded: phrasePattern(LISTS.words('no problems'), 'g'),
  },
  {
    kind: 'plans',
    strong: phrasePattern(LISTS.words('plans'), 'g'),
    weak: phrasePattern(LISTS.words('plans weak'), 'g'),
    excluded: phrasePattern(LISTS.words('no plans'), 'g'),
  },
  {
    kind: 'achievements',
    strong: phrasePattern(LISTS.words('achievements'), 'g'),
    weak: phrasePattern(LISTS.words('achievements weak'), 'g'),
    excluded: phrasePattern(LISTS.words('no achievements'), 'g'),
  },
  {
    kind: 'highlights',
    strong: phrasePattern(LISTS.words('highlights'), 'g'),
    excluded: phrasePattern(LISTS.words('no highlights'), 'g'),
  },
  { kind: 'none', strong: phrasePattern(LISTS.words('none'), 'g') },
];

const FILLER = phrasePattern(LISTS.words('filler'), 'g');
const TO_COME = phrasePattern(LISTS.words('time to come'));
/** A heading about solved problems opens no list of problems: 解决…难题, 补短板. */
const SOLVED_PROBLEM = new RegExp(
  `(?:${SOLVED.pattern('solving')})[^，。]{0,8}(?:${SOLVED.pattern('problem')})`,
  'g',
);

/** 关于土地问题 names a matter. */
const MATTER = /^关于(?!.*(?:存在|突出|主要|面临)).*问题$/;

/** What a heading says in how many words of how plain a kind, in nats. */
const HEADING_WEIGHTS = { plain: 9, named: 3, inSlogan: 1.8, weak: 1.2 };

export interface HeadingEvidence {
  /** Nats for each kind that the heading names; `none` is one of them. */
  scores: Partial<Record<SectionKind, number>>;
  /** The kind that a heading names in plain words, and nothing else. */
  plainly?: SectionKind;
}

/**
 * @param label of a heading, without numbering
 * @param coveredYear the year the report covers: a heading that names a later year opens a plan
 */
export function headingEvidence(label: string, coveredYear?: number): HeadingEvidence {
  const heading = normalise(label);
  const later = namesLaterYear(heading, coveredYear);
  const found = KINDS.flatMap((words) => namedIn(heading, words));
  const names = new Set(found.filter(({ strong }) => strong).map(({ kind }) => kind));
  const ahead = later || TO_COME.test(heading);
  if (names.has('suggestions') && ahead && /建议/.test(heading)) {
    names.delete('suggestions'); // 对今年工作的建议: what is proposed to a congress is the plan
    names.add('plans');
  }
  if (later) {
    names.delete('achievements');
    names.add('plans');
  }
  const rest = found.reduce((left, { pattern }) => left.replace(pattern, ' '), heading);
  const isPlain = names.size > 0 && !/[\p{L}]/u.test(rest.replace(FILLER, ' '));
  const worth = isPlain ? HEADING_WEIGHTS.plain : worthOf(heading);
  // 形势, 环境 and the like name no part where other words stand beside them
  if (names.size > 1 || (!isPlain && !opensLatin(heading))) names.delete('none');
  const scores: HeadingEvidence['scores'] = {};
  for (const kind of names) scores[kind] = worth;
  if (names.size === 0)
    for (const { kind, strong } of found) if (!strong) scores[kind] = HEADING_WEIGHTS.weak;
  const first = KINDS.find(({ kind }) => names.has(kind))?.kind;
  return { scores, ...(isPlain && first ? { plainly: first } : {}) };
}

const NONE = phrasePattern(LISTS.words('none'));

/** An English heading tells first what it is: About the survey. */
const opensLatin = (heading: string): boolean => /^[a-z]/.test(heading) && NONE.exec(heading)?.index === 0;

/** The kind that a heading names, by its words alone. */
export function sectionKindOf(label: string, coveredYear?: number): SectionKind {
  const { scores } = headingEvidence(label, coveredYear);
  return bestOf(scores, 0) ?? 'none';
}

/** The kind of most nats above a threshold; of two alike, the one that goes first. */
export function bestOf(
  scores: Partial<Record<SectionKind, number>>,
  threshold: number,
): SectionKind | undefined {
  let best: SectionKind | undefined;
  let most = threshold;
  for (const { kind } of KINDS) {
    const score = scores[kind] ?? Number.NEGATIVE_INFINITY;
    if (score > most) {
      best = kind;
      most = score;
    }
  }
  return best;
}

interface Named {
  kind: SectionKind;
  strong: boolean;
  pattern: RegExp;
}

function namedIn(heading: string, { kind, strong, weak, excluded }: KindWords): Named[] {
  let own = excluded ? heading.replace(excluded, ' ') : heading;
  if (kind === 'problems') own = own.replace(SOLVED_PROBLEM, ' ').replace(MATTER, ' ');
  if (own.search(strong) >= 0) return [{ kind, strong: true, pattern: strong }];
  return weak && own.search(weak) >= 0 ? [{ kind, strong: false, pattern: weak }] : [];
}

/** A heading of several clauses is a slogan that may name anything. */
const worthOf = (heading: string): number =>
  /[，,；;！!]/.test(heading) ? HEADING_WEIGHTS.inSlogan : HEADING_WEIGHTS.named;
