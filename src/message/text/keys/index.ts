// Every sentence that the bot says itself, as keys with parameters. A language is one file that fills them all.
import type { CollectionTexts } from './collections.ts';
import type { ConversationTexts } from './conversation.ts';
import type { DigestTexts } from './digests.ts';
import type { FormTexts } from './forms.ts';
import type { LibraryTexts } from './library.ts';
import type { WarningTexts } from './warnings.ts';

/** The kinds of part that a report has. */
export type ReportPart = 'achievements' | 'highlights' | 'problems' | 'plans' | 'suggestions' | 'none';

/** What a report is. */
export type ReportSort =
  | 'government-work-report'
  | 'thematic-summary'
  | 'town-summary'
  | 'agency-summary'
  | 'plan'
  | 'other';

export interface Texts
  extends AnswerTexts,
    LookupTexts,
    ChatTexts,
    CollectionTexts,
    ConversationTexts,
    DigestTexts,
    FormTexts,
    LibraryTexts,
    TerminalTexts,
    WarningTexts {}

/** What frames an answer. */
export interface AnswerTexts {
  factsIntro(count: number): string;
  /** `shown` of `count` points; the others are behind a button. */
  overviewIntro(report: string, count: number, shown: number): string;
  comparisonIntro(reports: number): string;
  /** Titles of reports that may be meant just as well. */
  others(titles: string[]): string;
  /** What was named and no report says anything of. */
  silent(names: string[]): string;
  notFound(): string;
  /** At the start, where the folder with the reports holds none. */
  emptyFolder(folder: string): string;
  /** At the start, where files could not be read. */
  unreadFiles(count: number): string;
  /** There are no reports, or none that may be read here. */
  nothingToRead(): string;
  /** The report that is meant has no part of the asked kind. */
  partLacking(report: string, part: string): string;
  /** What the parts of a report are called within a sentence. */
  partName(part: ReportPart): string;
  /** The figure asked for is masked in the source (XX万元). */
  masked(): string;
  unknownWords(words: string[]): string;
  nearMisses(): string;
  source(report: string, path: string[], id: string): string;
  /** Pages of a file, both included. */
  pages(first: number, last: number): string;
  /** Stands under the stretch of a quote that goes on in the next message. */
  goesOn(): string;
  moreContext(): string;
  wholePart(): string;
  citeThis(): string;
  helpful(): string;
  unhelpful(): string;
  otherCandidates(count: number): string;
  remainingPoints(count: number): string;
  /** Prompts of choices. */
  otherReports(): string;
  contextOfWhich(): string;
  numberedQuote(number: number): string;
}

/** Cards, lists, reading, checking. */
export interface LookupTexts {
  contextHeading(report: string): string;
  pageOf(page: number, pages: number): string;
  previousPage(): string;
  nextPage(): string;
  passageList(count: number): string;
  catalogueIntro(count: number): string;
  openWhichReport(): string;
  whichReport(): string;
  /** Some entries of a kept list are in no report any more that may be read here. How many is not said: it may be none of this chat's business. */
  passagesGone(): string;
  nothingFound(words: string): string;
  authorIs(agency: string): string;
  covers(period: string): string;
  plansFor(period: string): string;
  kindIs(kind: string): string;
  kindName(kind: ReportSort): string;
  fileIs(file: string): string;
  /** The source has no title line. */
  untitled(): string;
  outlineHeading(): string;
  readWhichPart(): string;
  readAll(): string;
  citation(): string;
  /** On a button that copies a text. */
  copy(): string;
  noSuchQuote(id: string): string;
  quoteGone(): string;
  filterName(filter: 'report' | 'agency' | 'period' | 'kind'): string;
  noSuchReports(filter: string, text: string): string;
  thereAre(): string;
  verbatimIn(places: number): string;
  /** Share of the text's words that the source has too, in percent. */
  differs(percent: number): string;
  sourceReads(): string;
  onlySource(): string;
  onlyGiven(): string;
  notInReports(): string;
}

/** Rights, limits, settings, help. */
export interface ChatTexts {
  helpHeading(): string;
  helpAsking(reports: number): string;
  examples(): string;
  helpFollowing(): string;
  helpLimits(): string;
  privacyHeading(): string;
  privacy(questionsAreLogged: boolean): string[];
  forgotten(records: number): string;
  ownerStays(): string;
  settingsHeading(): string;
  managersOnly(): string;
  ownersOnly(): string;
  onlyManagersAnswered(): string;
  /** `place`: the keys of all places that have to be allowed, with blanks between them. */
  placeNotAllowed(place: string): string;
  privateNotAllowed(place: string): string;
  /** To an owner: somebody who manages a place, whom nobody names where it is a chat that speaks, asks to have it opened. */
  accessRequest(request: {
    /** May be empty. */
    name: string;
    id: string;
    everywhere: boolean;
    asker: { id: string; name: string } | undefined;
  }): string;
  /** On the buttons under a request. */
  allowIt(): string;
  denyIt(): string;
  /** To an owner who decides on a request after it was decided. */
  wasAllowed(place: string, id: string): string;
  wasDenied(place: string, id: string): string;
  requestGone(): string;
  /** Where the request was made. */
  requestDeclined(): string;
  /** To somebody who manages a place that only an owner opens: the owners were asked now, earlier this day, or could not be asked. */
  ownersAsked(id: string): string;
  ownersAskedBefore(id: string): string;
  ownerMustAllow(id: string): string;
  allowed(everywhere: boolean): string;
  denied(everywhere: boolean): string;
  allowedPlace(place: string): string;
  deniedPlace(place: string): string;
  noSuchPlace(place: string): string;
  alreadyOwner(): string;
  paired(): string;
  wrongCode(): string;
  /** To whoever speaks in the name of a group or channel and asks for what is an owner's business. */
  peopleOnly(): string;
  /** The same to whoever sent the pairing code that way: it is worth nothing now. */
  codeWasSeen(): string;
  mayNotWrite(): string;
  /** To somebody who can only be answered in a private chat, which was never begun. */
  writePrivately(): string;
  /** On a button that leads to a private chat with the bot. */
  openPrivately(): string;
  oldButton(): string;
  notYourButton(): string;
  /** To thanks. */
  welcome(): string;
  /** A denial stands that only an owner can lift. */
  deniedByOwner(): string;
  /** The whole server or group is denied: one channel of it cannot be opened alone. */
  deniedAround(): string;
  listGone(): string;
  thanks(): string;
  thanksForTelling(): string;
  tooFast(seconds: number): string;
  tooManyAtOnce(waiting: number): string;
  tooLong(name: string, most: number, length: number): string;
  /** Asks for an option that is still missing; `choices` may be pressed instead. */
  optionMissing(name: string, summary: string): string;
  /** The same where a reply is not heard; `line` shows how the command is written. */
  optionInOneLine(name: string, summary: string, line: string): string;
  orChoose(): string;
  notAChoice(name: string, choices: string[]): string;
  unknownCommand(command: string): string;
  /** The code stands in the log too. */
  failed(code: string): string;

  /** To somebody who may not set up digests here. */
  digestManagersOnly(): string;
  /** A setting without value. */
  notSet(): string;
}

/** What only the terminal says. */
export interface TerminalTexts {
  greeting(reports: number, files: number): string;
  help(): string[];
  /** No chat platform is set up: how to change that. */
  terminalOnly(): string;
  goodbye(): string;
  prompt(): string;
}
