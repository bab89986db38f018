// What the bot says itself, in English.
import type { ReportPart, Texts } from './texts.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const PARTS: Record<ReportPart, string> = {
  achievements: 'what was done',
  highlights: 'highlights',
  problems: 'problems',
  plans: 'plans',
  suggestions: 'suggestions',
  none: 'this',
};

export const en: Texts = {
  greeting: (reports, files) =>
    `yinju · ${plural(reports, 'report')} from ${plural(files, 'file')}. Ask away: every answer is quoted from the reports.`,
  examples: () => 'You could ask:',
  factsIntro: (count) =>
    count === 1 ? 'The report says:' : `The reports say (${count} passages, closest first):`,
  overviewIntro: (report, count) => `${plural(count, 'point')} in 《${report}》:`,
  comparisonIntro: (reports) => `What ${plural(reports, 'report')} say${reports === 1 ? 's' : ''}:`,
  others: (titles) => `You may also mean: ${titles.map((title) => `《${title}》`).join(', ')}.`,
  silent: (names) => `Nothing on this in the reports of ${names.join(', ')}.`,
  notFound: () => "The reports don't say.",
  partLacking: (report, part) => `《${report}》 has no section of its own on ${part}.`,
  partName: (part) => PARTS[part],
  masked: () => 'The source masks this number (it is printed as “XX”), so there is no answer.',
  unknownWords: (words) => `Found nowhere in the reports: ${words.join(', ')}.`,
  nearMisses: () => 'The closest passages (not an answer):',
  source: (report, path, id) => [`《${report}》`, ...path, `[${id}]`].join(' › '),
  help: () => ['Type a question', '/reports  list all reports', '/help  show this', '/quit  leave'],
  catalogueIntro: (count) => `${plural(count, 'report')}:`,
  unknownCommand: (command) => `There is no command ${command}; type /help to see what there is.`,
  goodbye: () => 'Bye.',
  prompt: () => 'ask › ',
};
