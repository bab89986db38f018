// Trial questions in a place's locale. Each is answered first, and used only where the answer comes from the
// report that it is about.
import { answer } from '../answer/index.ts';
import { type AskedKind, type Locale, TEXTS } from '../message/index.ts';
import { agencyMatch } from '../question/index.ts';
import type { Report, Section, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { TrialQuestion } from './content.ts';
import { hashOf } from './fingerprints.ts';

/** A question about a report; where it is about a heading, that section must answer it. */
interface Trial {
  text: string;
  /** Two questions of one digest ask for different things where possible. */
  about: SectionKind | 'heading';
  section?: Section;
}

const ASKED: readonly AskedKind[] = ['plans', 'problems', 'achievements'];

/** Whether a question is answered from a report. */
export type IsAnswered = (trial: Trial, report: Report) => boolean;

export const isAnswered =
  (index: PassageIndex): IsAnswered =>
  ({ text, about, section }, report) => {
    const result = answer(text, [], index);
    if (!result.answered) return false;
    if (about !== 'heading') return result.kind === 'overview' && result.quotes[0].reportId === report.id;
    return result.quotes.some(
      ({ reportId, start, end }) =>
        reportId === report.id && section !== undefined && start >= section.start && end <= section.end,
    );
  };

/** Questions that are asked for one report, and for one digest. */
const MAX_TRIES_EACH = 4;
const MAX_TRIES = 12;

interface QuestionRequest {
  /** What the questions are to be about, the most wanted first. */
  reports: Report[];
  /** Used where `reports` do not give enough questions. */
  others: Report[];
  locale: Locale;
  count: number;
  /** The same seed gives the same questions. */
  seed: string;
}

/** Questions about some reports, one for each agency where possible. */
export function questionsAbout(
  { reports, others, locale, count, seed }: QuestionRequest,
  answered: IsAnswered,
): TrialQuestion[] {
  const chosen: Chosen[] = [];
  let tries = 0;
  const isGood = (trial: Trial, report: Report) => tries++ < MAX_TRIES && answered(trial, report);
  for (const sameAgency of [false, true]) {
    for (const report of [...reports, ...others]) {
      const { agency } = report;
      if (chosen.length >= count || tries >= MAX_TRIES) break;
      if (!agency || !isNamed(agency)) continue;
      if (!sameAgency && chosen.some((each) => agencyMatch(each.agency, agency) > 0)) continue;
      const trials = shuffled(trialsFor(report, locale), chosen, `${seed} ${report.id}`);
      const good = trials.slice(0, MAX_TRIES_EACH).find((trial) => isGood(trial, report));
      if (good) chosen.push({ ...good, agency, report: report.id });
    }
  }
  return chosen.map(({ text, report }) => ({ text, report }));
}

type Chosen = Trial & { agency: string; report: string };

/** Without a masked name such as XX镇. */
const isNamed = (agency: string): boolean => agency.length > 2 && !/[xX×]/.test(agency);

/** In an order that depends on the seed; first what was not asked for yet. */
function shuffled(trials: Trial[], chosen: Chosen[], seed: string): Trial[] {
  const isAsked = (about: Trial['about']) => chosen.some((each) => each.about === about);
  return trials
    .filter(({ text }) => !chosen.some((each) => each.text === text))
    .map((trial) => {
      const rank = hashOf(`${seed} ${trial.text}`, RANK_LENGTH);
      return { trial, order: `${isAsked(trial.about) ? 1 : 0} ${rank}` };
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ trial }) => trial);
}

const RANK_LENGTH = 8;

/** All questions about a report. */
function trialsFor(report: Report, locale: Locale): Trial[] {
  const { agency = '', period, plannedFor, sections } = report;
  const texts = TEXTS[locale];
  const parts = ASKED.flatMap((asked) => {
    const when = asked === 'plans' ? plannedFor : period;
    const has = sections.some(({ kind, depth }) => depth > 0 && kind === asked);
    return has && when ? [{ text: texts.periodQuestion(asked, agency, when), about: asked }] : [];
  });
  const headings = sections
    .filter(({ heading, depth, label }) => heading && depth >= 2 && isTopic(label))
    .map((section) => ({
      text: texts.topicQuestion(section.label, agency),
      about: 'heading' as const,
      section,
    }));
  return [...parts, ...headings];
}

/** A heading that names its topic in a few words. */
const isTopic = (label: string): boolean =>
  /^[\u4e00-\u9fff]{4,12}$/.test(label) && !/问题|不足|计划|打算|工作$|情况|方面/.test(label);
