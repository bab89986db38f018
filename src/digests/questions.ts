// Questions to try, in the language of a chat: each is answered from the report that it is about.
import { answer } from '../answer/index.ts';
import type { Locale } from '../message/index.ts';
import { agencyMatch } from '../question/index.ts';
import type { Period, Report, Section, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { TrialQuestion } from './content.ts';
import { hashOf } from './fingerprints.ts';

/** A question about a report, and the section that is to answer it where it is about one. */
export interface Trial {
  text: string;
  /** What it asks for: two questions of one digest ask for different things. */
  about: SectionKind | 'heading';
  section?: Section;
}

type Words = Record<Locale, string>;

const PARTS: { part: SectionKind; ask(who: string, when: Words): Words }[] = [
  {
    part: 'plans',
    ask: (who, when) => ({
      zh: `${who}${when.zh}有什么打算？`,
      'zh-Hant': `${who}${when['zh-Hant']}有什麼打算？`,
      en: `What are the plans of ${who}${when.en}?`,
    }),
  },
  {
    part: 'problems',
    ask: (who, when) => ({
      zh: `${who}${when.zh}存在哪些问题？`,
      'zh-Hant': `${who}${when['zh-Hant']}存在哪些問題？`,
      en: `What problems did ${who} have${when.en}?`,
    }),
  },
  {
    part: 'achievements',
    ask: (who, when) => ({
      zh: `${who}${when.zh}做了哪些工作？`,
      'zh-Hant': `${who}${when['zh-Hant']}做了哪些工作？`,
      en: `What did ${who} do${when.en}?`,
    }),
  },
];

const aboutHeading = (who: string, topic: string): Words => ({
  zh: `关于“${topic}”，${who}的报告里怎么说？`,
  'zh-Hant': `關於「${topic}」，${who}的報告裡怎麼說？`,
  en: `What does ${who} say about “${topic}”?`,
});

/** Whether a question is really answered from a report. */
export type IsAnswered = (trial: Trial, report: Report) => boolean;

/** Asks it. */
export const isAnswered =
  (index: PassageIndex): IsAnswered =>
  ({ text, about, section }, report) => {
    const given = answer(text, [], index);
    if (!given.answered) return false;
    if (about !== 'heading') return given.kind === 'overview' && given.quotes[0].reportId === report.id;
    return given.quotes.some(
      ({ reportId, start, end }) =>
        reportId === report.id && section !== undefined && start >= section.start && end <= section.end,
    );
  };

/** Tries for one question, and for one set of questions. */
const MAX_TRIES_EACH = 4;
const MAX_TRIES = 12;

/**
 * Questions about some reports, one for each agency; where these do not give enough, about any.
 * @param reports what they are to be about, the first first
 * @param others what else they may be about
 * @param seed the same seed gives the same questions, another one others: the date
 */
export function questionsAbout(
  reports: Report[],
  others: Report[],
  locale: Locale,
  count: number,
  seed: string,
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
      const trials = inTurn(trialsFor(report, locale), chosen, `${seed} ${report.id}`);
      const good = trials.slice(0, MAX_TRIES_EACH).find((trial) => isGood(trial, report));
      if (good) chosen.push({ ...good, agency, report: report.id });
    }
  }
  return chosen.map(({ text, report }) => ({ text, report }));
}

/** A question that was found good, and whom it is about. */
type Chosen = Trial & { agency: string; report: string };

/** Nobody asks about XX镇. */
const isNamed = (agency: string): boolean => agency.length > 2 && !/[xX×]/.test(agency);

/** In another order for each seed; first what was not asked for yet. */
function inTurn(trials: Trial[], chosen: Chosen[], seed: string): Trial[] {
  const isAsked = (about: Trial['about']) => chosen.some((each) => each.about === about);
  return trials
    .filter(({ text }) => !chosen.some((each) => each.text === text))
    .map((trial) => {
      const turn = hashOf(`${seed} ${trial.text}`, ORDER_LENGTH);
      return { trial, order: `${isAsked(trial.about) ? 1 : 0} ${turn}` };
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ trial }) => trial);
}

const ORDER_LENGTH = 8;

/** Everything that may be asked about a report whose agency is known. */
function trialsFor(report: Report, locale: Locale): Trial[] {
  const { agency = '', period, plannedFor, sections } = report;
  const parts = PARTS.flatMap(({ part, ask }) => {
    const when = part === 'plans' ? plannedFor : period;
    const has = sections.some(({ kind, depth }) => depth > 0 && kind === part);
    return has && when ? [{ text: ask(agency, wordsFor(when))[locale], about: part }] : [];
  });
  const headings = sections
    .filter(({ heading, depth, label }) => heading && depth >= 2 && isTopic(label))
    .map((section) => ({
      text: aboutHeading(agency, section.label)[locale],
      about: 'heading' as const,
      section,
    }));
  return [...parts, ...headings];
}

/** A heading that names its topic in a few words. */
const isTopic = (label: string): boolean =>
  /^[\u4e00-\u9fff]{4,12}$/.test(label) && !/问题|不足|计划|打算|工作$|情况|方面/.test(label);

const ENGLISH_PARTS: [string, string][] = [
  ['01-06', 'the first half of '],
  ['07-12', 'the second half of '],
  ['01-03', 'the first quarter of '],
  ['04-06', 'the second quarter of '],
  ['07-09', 'the third quarter of '],
  ['10-12', 'the fourth quarter of '],
];

/** A period as part of a question. */
function wordsFor({ label, start, end }: Period): Words {
  const months = `${start.slice(5, 7)}-${end.slice(5, 7)}`;
  const part = ENGLISH_PARTS.find(([each]) => each === months)?.[1] ?? '';
  return { zh: label, 'zh-Hant': label, en: ` in ${part}${start.slice(0, 4)}` };
}
