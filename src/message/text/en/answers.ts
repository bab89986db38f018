// What frames an answer, in English.

import type { SectionKind } from '../../../reports/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { AnswerTexts, AskedValueName } from '../keys/answers.ts';
import { range } from '../range.ts';
import { counted } from './counted.ts';

const SECTION_KINDS: Record<SectionKind, string> = {
  achievements: 'what was done',
  highlights: 'highlights',
  problems: 'problems',
  plans: 'plans',
  suggestions: 'suggestions',
  none: 'this',
};

const VALUES: Record<AskedValueName, string> = {
  count: 'a number',
  money: 'an amount of money',
  share: 'a share or rate',
  size: 'a size',
  duration: 'how long or how often',
  date: 'a date',
  person: 'a name of a person',
  body: 'a name of a body',
  place: 'a place',
  name: 'a name',
  reason: 'a reason',
  method: 'how',
  thing: 'this',
  'yes or no': 'this',
  list: 'this',
};

export const enAnswers: AnswerTexts = {
  factsIntro: (count) =>
    count === 1 ? 'The report says:' : `The reports say (${count} passages, closest first):`,
  overviewIntro: (report, count, shown) =>
    `${counted(count, 'point')} in ${markedTitle(report)}${shown < count ? `, the first ${shown} here` : ''}:`,
  comparisonIntro: (reports) => `What ${counted(reports, 'report')} say${reports === 1 ? 's' : ''}:`,
  surveyIntro: (saying, asked) =>
    saying === asked
      ? `${asked === 1 ? 'The only report says' : `All ${asked} reports say`} so:`
      : `${saying} of ${counted(asked, 'report')} ${saying === 1 ? 'says' : 'say'} so, ${asked - saying} ${asked - saying === 1 ? 'does' : 'do'} not:`,
  others: (titles) => `You may also mean: ${titles.map((title) => markedTitle(title)).join(', ')}.`,
  notMentioned: (names) => `Found nothing on this in the reports of ${names.join(', ')}.`,
  alsoAsked: () => 'One question at a time; you also asked:',
  noMore: () => 'That was all of the last answer; it has no further points.',
  notFound: () => "The reports don't say.",
  emptyFolder: (folder) =>
    `The reports folder ${folder} holds no report that can be read yet. Put files into it: a few seconds later they can be asked.`,
  unreadFiles: (count) =>
    `${count} ${count === 1 ? 'file' : 'files'} could not be read; /library status and npm run reports say why.`,
  nothingToRead: () => 'There are no reports to read here at present.',
  sectionLacking: (report, part) => `${markedTitle(report)} has no section of its own on ${part}.`,
  sectionKindName: (part) => SECTION_KINDS[part],
  masked: () => 'The source masks this number (it is printed as “XX”), so there is no answer.',
  unknownWords: (words) => `In none of the reports: ${words.join(', ')}.`,
  unknownAuthors: (names) => `There is no report by ${names.join(', ')} here.`,
  missingYear: (authors, year, years) =>
    `${authors.join(', ')}: there is no report for ${year} here, only for ${years.join(', ')}.`,
  notGiven: (value) => `The passages found mention this, but do not give ${VALUES[value]}.`,
  nearMisses: () => 'The closest passages (not an answer):',
  source: (report, path, id) => [markedTitle(report), ...path, `[${id}]`].join(' › '),
  pages: (first, last) => `${first === last ? 'p.' : 'pp.'} ${range(first, last)}`,
  recognised: (pages) => `${pages} (recognised text)`,
  continued: () => '(goes on in the next message)',
  moreContext: () => 'More context',
  wholeSection: () => 'Read this part',
  citeThis: () => 'Cite',
  helpful: () => '👍 Helpful',
  unhelpful: () => '👎 Not helpful',
  otherCandidates: (count) => `Other candidates (${count})`,
  remainingPoints: (count) => `The other ${counted(count, 'point')}`,
  otherReports: () => 'You may also mean one of these…',
  contextOfWhich: () => 'Show the context of…',
  numberedQuote: (number) => `No. ${number}`,
};
