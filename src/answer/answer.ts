// From a question to an answer: quotes that hold it, or an honest no. Nothing here writes a word of its own about the reports.

import { type Language, type Resolved, referentsOf, resolve, understand } from '../question/index.ts';
import { isVerbatim, type Report, type SectionKind } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import { comparison, namedSubjects, type Subject, survey } from './across-reports.ts';
import { isAnswerable, isUnheard } from './answerability.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type Found, factQuotes, find, furtherQuotes } from './facts.ts';
import { overviewFor, screenful } from './overview.ts';
import { isByNoneNamed, isLeftOut, lackingPart, onlyReports, reportsOfOffices } from './report-scope.ts';

/** What kind of answer the quotes give. */
export type AnswerKind = 'overview' | 'facts' | 'comparison';

/** What the core says to a question. Nothing found is an answer too. */
export type Answer =
  | {
      answered: true;
      kind: AnswerKind;
      language: Language;
      quotes: CitedQuote[];
      /** The part of a report that was asked for. */
      part: SectionKind | undefined;
      /** Reports that may be meant just as well. */
      others: Report[];
      /** An overview's points after the shown ones; for facts, what the search found next, to be shown where these quotes do not do. */
      further: CitedQuote[];
      /** What a comparison names and no report says anything of. */
      silent: string[];
    }
  | {
      answered: false;
      kind: 'none';
      language: Language;
      unknownWords: string[];
      nearMisses: CitedQuote[];
      /** The only report that is meant has no part of the asked kind. */
      lacking: { report: string; part: SectionKind } | undefined;
      /** The figure asked for is masked in the source (XX万元). */
      masked: boolean;
      /** There is no report at all to answer from. */
      nothingToRead: boolean;
    };

const MAX_NEAR_MISSES = 2;
/** The report that answered the question before is likely meant again, in nats. */
const SAME_REPORT_WEIGHT = 2.5;
/** How far back a follow-up may reach. */
const MAX_HISTORY = 3;

/** Reports to which a question is confined, by number, and the words that name them. */
export interface Within {
  name: string;
  reports: ReadonlySet<number>;
}

/**
 * Answers a question over an index.
 * @param history earlier questions of the same person, oldest first
 * @param within answer from these reports only
 */
export function answer(text: string, history: string[], index: PassageIndex, within?: Within): Answer {
  if (index.reports.length === 0) return nothingToRead(understand(text, index).language);
  const earlier = history
    .slice(-MAX_HISTORY)
    .reduce<Resolved | undefined>((before, each) => resolve(understand(each, index), before), undefined);
  const question = confined(resolve(understand(text, index), earlier), within);
  const referents = referentsWithin(question, index, within);
  const before = earlier && question.continues ? reportBehind(earlier, index) : undefined;
  const others = before !== undefined && isByNoneNamed(before, question);
  if (before !== undefined && !others) referents[before] += SAME_REPORT_WEIGHT;
  const give = (
    kind: AnswerKind,
    quotes: CitedQuote[],
    more: { others?: Report[]; silent?: string[]; further?: CitedQuote[] } = {},
  ): Answer => ({
    answered: true,
    kind,
    language: question.language,
    quotes: checked(quotes, index),
    part: question.part,
    others: more.others ?? [],
    further: checked(more.further ?? [], index),
    silent: more.silent ?? [],
  });
  // A follow-up that names nobody and no time of its own carries over the very objects of the question before.
  const sameReport =
    before !== undefined && question.named === earlier?.named && question.time === earlier.time;
  const only = onlyReports(question, sameReport ? before : undefined);
  const found = find(question, index, referents, only ?? (others ? reportsOfOffices(question) : undefined));
  if (isUnheard(question, found)) return declined(question, index, found);
  const held = isAnswerable(question, found[0], index);
  if (question.cues.survey && held) return give('comparison', survey(question, index, referents));
  const subjects = question.cues.comparison || question.cues.joined ? namedSubjects(question) : [];
  if (subjects.length >= 2) {
    const { quotes, silent } = comparison(question, index, subjects, referents);
    return quotes.length > 0 ? give('comparison', quotes, { silent }) : declined(question, index, found);
  }
  if (only && isLeftOut(question, only, index))
    return { ...declined(question, index, found), lacking: lackingPart(question, only, index) };
  const overview = overviewFor(question, index, referents);
  if (overview) {
    const { shown, further } = screenful(overview.quotes);
    return give('overview', shown, { others: overview.others, further });
  }
  if (!held) return declined(question, index, found);
  if (question.cues.figure && found[0].excerpt.masked)
    return { ...declined(question, index, found), masked: true };
  const quotes = factQuotes(found, question);
  return give('facts', quotes, { further: furtherQuotes(found, question, quotes.length) });
}

/**
 * Puts reports side by side.
 * @param subjects what is compared: names and the reports by them
 */
export function compare(topic: string, subjects: Subject[], index: PassageIndex): Answer {
  const question = resolve(understand(topic, index), undefined);
  const { quotes, silent } = comparison(question, index, subjects, referentsOf(question, index));
  if (quotes.length === 0) return declined(question, index, []);
  const { language } = question;
  return {
    answered: true,
    kind: 'comparison',
    language,
    quotes: checked(quotes, index),
    part: question.part,
    others: [],
    further: [],
    silent,
  };
}

/** A question that is confined to some reports names them. */
function confined(question: Resolved, within: Within | undefined): Resolved {
  if (!within) return question;
  const fits = new Map([...within.reports].map((report) => [report, 1]));
  return { ...question, named: [...question.named, { text: within.name, start: 0, end: 0, fits }] };
}

function referentsWithin(question: Resolved, index: PassageIndex, within: Within | undefined): Float64Array {
  const referents = referentsOf(question, index);
  if (!within) return referents;
  return referents.map((fit, report) => (within.reports.has(report) ? fit : EXCLUDED));
}

function declined(
  question: Resolved,
  index: PassageIndex,
  found: Found[],
): Extract<Answer, { answered: false }> {
  const unknownWords = question.topic
    .filter(
      ({ weight, variants }) =>
        weight === 1 &&
        variants.every(({ tokens }) => tokens.every(({ text }) => index.passageFrequency(text) === 0)),
    )
    .map(({ label }) => label);
  const nearMisses = found
    .slice(0, MAX_NEAR_MISSES)
    .map(({ hit, excerpt }) => cite(hit.file, hit.report, hit.passage.section, excerpt, question.concepts));
  return {
    answered: false,
    kind: 'none',
    language: question.language,
    unknownWords,
    nearMisses: checked(nearMisses, index),
    lacking: undefined,
    masked: false,
    nothingToRead: false,
  };
}

const nothingToRead = (language: Language): Answer => ({
  answered: false,
  kind: 'none',
  language,
  unknownWords: [],
  nearMisses: [],
  lacking: undefined,
  masked: false,
  nothingToRead: true,
});

/** The report that answers a question first, by number. */
function reportBehind(question: Resolved, index: PassageIndex): number | undefined {
  const referents = referentsOf(question, index);
  const listed = overviewFor(question, index, referents)?.quotes[0];
  if (listed) return index.reportNumber(listed.reportId);
  return find(question, index, referents)[0]?.hit.reportNumber;
}

/** The last gate: a quote that is not exactly its slice never leaves. */
function checked(quotes: CitedQuote[], index: PassageIndex): CitedQuote[] {
  return quotes.filter((quote) => {
    const file = index.files.find(({ name }) => name === quote.file);
    return file !== undefined && isVerbatim({ reportId: quote.reportId, text: file.text }, quote);
  });
}
