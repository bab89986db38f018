// What the bot says itself, in English.

import type { ReportPart, ReportSort, Texts } from '../keys/index.ts';
import { range } from '../range.ts';
import { enCollections } from './collections.ts';
import { enConversation } from './conversation.ts';
import { enDigests } from './digests.ts';
import { enForms } from './forms.ts';
import { enLibrary } from './library.ts';
import { enWarnings } from './warnings.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const PARTS: Record<ReportPart, string> = {
  achievements: 'what was done',
  highlights: 'highlights',
  problems: 'problems',
  plans: 'plans',
  suggestions: 'suggestions',
  none: 'this',
};

const SORTS: Record<ReportSort, string> = {
  'government-work-report': 'government work report',
  'agency-summary': 'summary by an agency',
  'town-summary': 'summary by a town or subdistrict',
  'thematic-summary': 'summary on one theme',
  plan: 'plan',
  other: 'other',
};

export const en: Texts = {
  ...enCollections,
  ...enConversation,
  ...enDigests,
  ...enForms,
  ...enLibrary,
  ...enWarnings,
  greeting: (reports, files) =>
    `yinju · ${plural(reports, 'report')} from ${plural(files, 'file')}. Ask away: every answer is quoted from the reports.`,
  examples: () => 'You could ask:',
  factsIntro: (count) =>
    count === 1 ? 'The report says:' : `The reports say (${count} passages, closest first):`,
  overviewIntro: (report, count, shown) =>
    `${plural(count, 'point')} in 《${report}》${shown < count ? `, the first ${shown} here` : ''}:`,
  comparisonIntro: (reports) => `What ${plural(reports, 'report')} say${reports === 1 ? 's' : ''}:`,
  others: (titles) => `You may also mean: ${titles.map((title) => `《${title}》`).join(', ')}.`,
  silent: (names) => `Nothing on this in the reports of ${names.join(', ')}.`,
  emptyFolder: (folder) =>
    `The reports folder ${folder} holds no report that can be read yet. Put files into it: a few seconds later they can be asked.`,
  unreadFiles: (count) =>
    `${count} ${count === 1 ? 'file' : 'files'} could not be read; /library status and npm run reports say why.`,
  nothingToRead: () => 'There are no reports to read here at present.',
  notFound: () => "The reports don't say.",
  partLacking: (report, part) => `《${report}》 has no section of its own on ${part}.`,
  partName: (part) => PARTS[part],
  masked: () => 'The source masks this number (it is printed as “XX”), so there is no answer.',
  unknownWords: (words) => `In none of the reports: ${words.join(', ')}.`,
  nearMisses: () => 'The closest passages (not an answer):',
  source: (report, path, id) => [`《${report}》`, ...path, `[${id}]`].join(' › '),
  pages: (first, last) => `${first === last ? 'p.' : 'pp.'} ${range(first, last)}`,
  help: () => [
    'Type a question',
    '/help  all commands',
    '/reports  list the reports',
    '/1, /2 …  choose what has that number in the answer above',
    '/quit  leave',
  ],
  catalogueIntro: (count) => `${plural(count, 'report')}`,
  unknownCommand: (command) => `There is no command ${command}; type /help to see what there is.`,
  terminalOnly: () =>
    'No token of a chat platform is set, so the bot answers in the terminal only. The README says how to connect it to one.',
  goodbye: () => 'Bye.',
  prompt: () => 'ask › ',
  goesOn: () => '(goes on in the next message)',
  moreContext: () => 'More context',
  wholePart: () => 'Read this part',
  citeThis: () => 'Cite',
  helpful: () => '👍 Helpful',
  unhelpful: () => '👎 Not helpful',
  otherCandidates: (count) => `Other candidates (${count})`,
  remainingPoints: (count) => `The other ${plural(count, 'point')}`,
  otherReports: () => 'You may also mean one of these…',
  contextOfWhich: () => 'Show the context of…',
  numberedQuote: (number) => `No. ${number}`,
  contextHeading: (report) => `Context · 《${report}》`,
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  previousPage: () => '◀ Previous',
  nextPage: () => 'Next ▶',
  passageList: (count) => `${plural(count, 'passage')}, closest first`,
  openWhichReport: () => 'Open a report…',
  whichReport: () => 'Several reports match. Which one do you mean?',
  passagesGone: () =>
    'Some entries stand in reports that have been changed or removed since; please look again.',
  nothingFound: (words) =>
    `No passage holds “${words}”. Try other words; if you used filters, leave some out.`,
  authorIs: (agency) => `Agency: ${agency}`,
  covers: (period) => `Covers: ${period}`,
  plansFor: (period) => `Plans for: ${period}`,
  kindIs: (kind) => `Kind: ${kind}`,
  kindName: (kind) => SORTS[kind],
  fileIs: (file) => `File: ${file}`,
  untitled: () => 'The source has no title; this name is made from what it says.',
  outlineHeading: () => 'Contents:',
  readWhichPart: () => 'Read a part…',
  readAll: () => 'Read it all',
  copy: () => 'Copy citation',
  citation: () => 'To cite it (GB/T 7714 and Markdown):',
  noSuchQuote: (id) =>
    `There is no quote with the id “${id}”. The id stands with each quote; when a report changes, its old ids end.`,
  quoteGone: () => 'The report behind this passage was changed or removed; please ask again.',
  filterName: (filter) => filter,
  noSuchReports: (filter, text) => `No report fits ${filter}: ${text}.`,
  thereAre: () => 'There are:',
  verbatimIn: (places) =>
    places === 1 ? '✅ Word for word, from:' : `✅ Word for word, in ${places} places:`,
  differs: (percent) => `⚠️ The report reads differently (about ${percent}% is the same):`,
  sourceReads: () => 'The source reads:',
  onlySource: () => 'only in the source',
  onlyGiven: () => 'not in the source',
  notInReports: () => '❌ Not in the reports, nor anything close to it.',
  helpHeading: () => 'yinju: ask the reports, get their own words',
  helpAsking: (reports) =>
    `There ${reports === 1 ? 'is' : 'are'} ${plural(reports, 'report')} here. Ask as you would ask a colleague, in Chinese or English. Every answer is quoted word for word, with its report, section and id to check it by. If the reports don't say, I say so.`,
  helpFollowing: () =>
    'In a group I see and answer only what mentions me, replies to me, or is a command. To follow up, reply to my answer, or press “Ask on” where that button stands under it. In a private chat just go on asking within half an hour; in a thread or topic your next question to me goes on from your last.',
  helpLimits: () => 'I do not summarise, rephrase, guess or calculate. I only quote.',
  privacyHeading: () => 'What is stored',
  privacy: (logged) => [
    'Conversations: your questions, for 30 minutes, so that you can follow up.',
    'Feedback: your 👍 and 👎, without the question.',
    'Lists behind buttons: ids of passages and the words to emphasise, without who asked; deleted after 30 days without use.',
    'Notices: that you were told once that a place is not open, for a day.',
    logged
      ? 'Question log: on. Questions are kept for 90 days under a pseudonym, without name or account.'
      : 'Question log: off.',
    'Digests: when this chat wants them, what it follows, marks of what it was shown; in groups who switched it on, to tell that person alone where it cannot be delivered; both, and private chats, until /forget. What became of each is kept for 60 days, what it said for 30.',
    'Library: files that owners send wait for a day, removed ones can be brought back for 30 days; who sent or removed them is not kept.',
    'Requests to open a place: who asked, which place, what was decided, for 30 days. The owners of the bot are told.',
    'Settings, places that are allowed, which collections they read, accounts of owners: until they are changed.',
    '/forget deletes what is stored about you at once. Everything stays on the machine that runs the bot.',
  ],
  forgotten: (records) =>
    records === 0 ? 'Nothing is stored about you.' : `Deleted ${plural(records, 'record')} about you.`,
  ownerStays: () => 'You are still an owner of this bot.',
  settingsHeading: () => 'Settings',
  managersOnly: () => 'Only those who manage this place can do that.',
  ownersOnly: () => 'Only an owner of this bot can do that.',
  onlyManagersAnswered: () => 'Here the bot is set to answer managers only.',
  placeNotAllowed: (place) =>
    `The bot is not open here. Whoever manages this server or group, or an owner of the bot, can use /allow here. (Place: ${place})`,
  privateNotAllowed: (place) =>
    `Private chats have not been opened for you. An owner of the bot can use /allow with the place ${place}. If you are the owner, use /pair with the code that the terminal showed when the bot started.`,
  accessRequest: ({ name, id, everywhere, asker }) =>
    `${asker ? named(asker) : 'Someone who speaks for the place itself'} asks to use the bot in ${everywhere ? 'the whole of ' : ''}${named({ name, id })}. Whoever writes there could read the reports that are open to all.`,
  allowIt: () => 'Allow',
  denyIt: () => 'Deny',
  wasAllowed: (place, id) =>
    `This has been decided already: ${place} is allowed. To close it: /deny place ${id}`,
  wasDenied: (place, id) =>
    `This has been decided already: ${place} is denied. To open it: /allow place ${id}`,
  requestGone: () => 'This request is no longer kept; /allow with the id of the place still works.',
  requestDeclined: () => 'An owner of the bot has decided not to open this place.',
  ownersAsked: (id) =>
    `Only an owner of the bot opens a place for the first time. The owners have been asked just now; once one agrees, the bot answers here. (Place: ${id})`,
  ownersAskedBefore: (id) =>
    `Only an owner of the bot opens a place for the first time. The owners have been asked within the last day and have not opened it yet. (Place: ${id})`,
  ownerMustAllow: (id) =>
    `Only an owner of the bot opens a place for the first time, and I cannot ask them now. Please have an owner send me /allow with the place ${id}`,
  allowed: (everywhere) =>
    everywhere
      ? 'Allowed: the whole server or group can use the bot now.'
      : 'Allowed: the bot can be used here now.',
  denied: (everywhere) =>
    everywhere
      ? 'Denied: the bot no longer answers in this server or group.'
      : 'Denied: the bot no longer answers here.',
  allowedPlace: (place) => `Allowed: ${place}.`,
  deniedPlace: (place) => `Denied: ${place}.`,
  noSuchPlace: (place) =>
    `“${place}” is not the id of a place. Copy the one that the bot gave when it refused.`,
  alreadyOwner: () => 'You are an owner already.',
  paired: () => 'Paired: you own this bot now. The code is used up.',
  wrongCode: () => 'That code is wrong or used up. It is shown in the terminal when the bot starts.',
  peopleOnly: () =>
    'That is for people, and here you speak for the group or channel: owners of this bot, and whoever is to become one, write to me privately.',
  codeWasSeen: () =>
    'Only a person can own this bot, and here you speak for the group or channel. Others could read the code that you sent, so it no longer works. Please send the new one from the terminal to me privately.',
  mayNotWrite: () =>
    'I may not write there. Please have someone who manages that place let me see it, send messages and read the message history.',
  writePrivately: () => 'The bot cannot answer you alone here: write to it privately once',
  openPrivately: () => 'Ask for access in a private chat first',
  welcome: () => 'You are welcome. Ask again any time.',
  deniedByOwner: () => 'An owner of the bot has closed this place, and only an owner can open it again.',
  deniedAround: () =>
    'The whole server or group is closed. Open all of it with /allow first, then close the channels that need not have the bot.',
  oldButton: () => 'This button is from an older version and no longer works; please ask again.',
  notYourButton: () => 'This button belongs to the person who asked. You can ask for yourself.',
  listGone: () => 'This list is no longer kept; please look again.',
  thanks: () => 'Thank you, noted.',
  thanksForTelling: () => 'Thank you, noted. You could put it another way, or look at the other candidates.',
  tooFast: (seconds) => `That was a little fast; please try again in ${plural(seconds, 'second')}.`,
  tooManyAtOnce: (waiting) =>
    `${plural(waiting, 'question')} of yours are waiting already; please let me answer those first.`,
  tooLong: (name, most, length) =>
    `“${name}” takes up to ${most} characters; yours has ${length}. Please ask for what matters most.`,
  optionMissing: (name, summary) => `Please reply to this message with “${name}” (${summary}).`,
  optionInOneLine: (name, summary, line) =>
    `“${name}” is missing (${summary}). Please write it in one line with the command: ${line}`,
  orChoose: () => 'Or choose one:',
  notAChoice: (name, choices) => `“${name}” can only be: ${choices.join(', ')}.`,
  failed: (code) =>
    `Sorry, something broke and this was not answered. Please try again; if it keeps happening, tell whoever runs the bot the code ${code}.`,

  digestManagersOnly: () =>
    'Here only those who manage this place set up digests and what is followed. They can open that to everyone with /settings.',
  notSet: () => 'not set',
};

/** With the id that tells it apart. */
const named = ({ name, id }: { name: string; id: string }): string => (name ? `${name} (${id})` : id);
