// Cards, lists, reading and checking, in English.
import { periodLabel } from '../../../language/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { LookupTexts } from '../keys/lookup.ts';
import { counted } from './counted.ts';
import { enReportKinds } from './report-kinds.ts';

const FILTERS = { report: 'report', agency: 'agency', period: 'period', kind: 'kind' };

export const enLookup: LookupTexts = {
  contextHeading: (report) => `Context · ${markedTitle(report)}`,
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  previousPage: () => '◀ Previous',
  nextPage: () => 'Next ▶',
  passageList: (count) => `${counted(count, 'passage')}, closest first`,
  catalogueIntro: (count) => `${counted(count, 'report')}`,
  openWhichReport: () => 'Open a report…',
  whichReport: () => 'Several reports match. Which one do you mean?',
  passagesGone: () =>
    'Some entries stand in reports that have been changed or removed since; please look again.',
  nothingFound: (words) =>
    `Found no passage with “${words}”. Try other words; if you used filters, leave some out.`,
  authorIs: (agency) => `Agency: ${agency}`,
  periodName: (period) => periodLabel(period, 'en'),
  covers: (period) => `Covers: ${period}`,
  timeIs: (period) => `Date: ${period}`,
  plansFor: (period) => `Plans for: ${period}`,
  kindIs: (kind) => `Kind: ${kind}`,
  kindName: (kind) => enReportKinds[kind],
  fileIs: (file) => `File: ${file}`,
  untitled: () => 'The source has no title; this name is made from what it says.',
  outlineHeading: () => 'Contents:',
  readWhichSection: () => 'Read a part…',
  readAll: () => 'Read it all',
  citation: () => 'To cite it (GB/T 7714 and Markdown):',
  copy: () => 'Copy citation',
  noSuchQuote: (id) =>
    `There is no quote with the id “${id}”. The id stands with each quote; when a report changes, its old ids end.`,
  quoteGone: () => 'The report behind this passage was changed or removed; please ask again.',
  filterName: (filter) => FILTERS[filter],
  noSuchReports: (filter, text) => `No report fits ${filter}: ${text}.`,
  thereAre: () => 'There are:',
  verbatimIn: (places) =>
    places === 1 ? '✅ Word for word, from:' : `✅ Word for word, in ${places} places:`,
  asRecognisedIn: (places) =>
    places === 1
      ? '🔎 As in the recognised text; compare with the paper:'
      : `🔎 As in the recognised text in ${places} places; compare with the paper:`,
  differs: (percent) => `⚠️ The report reads differently (about ${percent}% is the same):`,
  sourceReads: () => 'The source reads:',
  onlySource: () => 'only in the source',
  onlyGiven: () => 'not in the source',
  notInReports: () => '❌ Not found in the reports, nor anything close to it.',
};
