// Builds the rooms and joins them: what an adapter talks to.
import { randomBytes } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import {
  type Answer,
  answer,
  type Citation,
  type Context,
  citationOf,
  compose,
  contextOf,
  type Verification,
  verify,
} from './answer/index.ts';
import {
  accessibleIndexFor,
  Chat,
  type ChatOptions,
  type ChatStore,
  editionView,
  subscriptionAccessOf,
} from './chat/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Dispatcher } from './digests/index.ts';
import { type IndexStatus, openLive, type Progress, preview, type WatchOptions } from './indexing/index.ts';
import { ReportFileManager } from './library/index.ts';
import type { Log } from './log.ts';
import { exampleQuestions, suggest } from './lookup/index.ts';
import { type Locale, localeOf, type Message, TEXTS } from './message/index.ts';
import type { Report, Unserved, WatchTiming } from './reports/index.ts';
import type { PassageIndex } from './search/index.ts';

/** An answer with the message that says it. */
export interface Reply {
  answer: Answer;
  message: Message;
  /** The language of the bot's own words in it: that of the question. */
  locale: Locale;
}

/** The shared core: knows reports and questions, knows no platform. */
export interface Core {
  /** Answers a question. `history` holds earlier questions of the same person, oldest first. */
  ask(question: string, history?: string[]): Reply;
  /** Whether a text stands in a report word for word, and where; else the nearest passage and what differs. */
  verify(text: string): Verification;
  /** The passages before and after a quote, or undefined where the id names nothing. */
  context(quoteId: string, steps: number): Context | undefined;
  /** A quote's source line, or undefined where the id names nothing. */
  cite(quoteId: string): Citation | undefined;
  /** All reports, in the order of their files. */
  reports(): Report[];
  /** Questions that the reports at hand do answer, for a greeting. */
  exampleQuestions(locale: Locale): string[];
  /**
   * Loads what the first question would have to wait for; for programs that answer more than one. Other work is done between
   * its steps, so that a question which comes meanwhile is answered.
   */
  warmUp(): Promise<void>;
  /** What was skipped or guessed while reading, one English sentence each. */
  readonly warnings: string[];
  /** How many files are served. */
  readonly fileCount: number;
  /** How many files should be read and cannot be; the warnings say why. */
  readonly unreadCount: number;
  /** How the library stands now. */
  library(): IndexStatus;
  /** Size of the index on disk in bytes; undefined where it could not be written. */
  indexBytes(): Promise<number | undefined>;
  /**
   * From now on follows what changes in the reports folder; for programs that stay.
   * @param changed called after each change
   */
  watch(changed?: () => void): void;
  /** Takes up now what changed in the reports folder; resolves with one sentence where that failed. */
  reload(): Promise<string | undefined>;
  /** Stops following and keeps what was read since. */
  close(): Promise<void>;
  /** Whether the index was read from its snapshot and not built anew. */
  fromSnapshot: boolean;
  /** What went otherwise than usual while opening the index, one sentence each. */
  notes: string[];
  /** The conversation with people over these reports. */
  chat(store: ChatStore, differently?: Partial<ChatOptions>): Chat;
  /** The digests of all places in a store; nothing is sent before it is run. */
  digests(store: ChatStore): Dispatcher;
}

/** A core, or one sentence why there is none. */
export type CoreResult = { ok: true; core: Core } | { ok: false; reason: string };

/** How the reports are opened. */
export interface Opening {
  /** Called while files are read. */
  progress?: Progress;
  /** For programs that stay and watch: reports may come later where there are none yet, and what was read is kept on the disk later. */
  stays?: boolean;
}

/** Opens the reports and builds the core over them. */
export async function createCore(
  config: Config,
  log: Log,
  clock: Clock,
  opening: Opening = {},
): Promise<CoreResult> {
  const opened = await openLive({
    reportsDirectory: config.REPORTS_DIR,
    indexDirectory: config.INDEX_DIR,
    lexiconFile: config.LEXICON_FILE,
    ...opening,
  });
  if (!opened.ok) return { ok: false, reason: whyUnserved(opened) };
  const { live, notes, fromSnapshot } = opened;
  const index = () => live.index;
  const access = {
    open: config.ACCESS === 'open',
    whoMayAllow: config.WHO_MAY_ALLOW,
    ownerIds: config.OWNER_IDS,
  };
  for (const note of notes) log.warn({}, note);
  const { reports, passages } = live.status;
  const warnings = sentencesOf(live.status);
  for (const warning of warnings) log.info({}, warning);
  log.info({ reports, passages, fromSnapshot }, 'reports are ready');
  const reportFiles = new ReportFileManager({
    reportsDirectory: config.REPORTS_DIR,
    indexDirectory: config.INDEX_DIR,
    read: preview,
    servedFiles: () => ({ files: live.index.files, warnings: live.status.warnings }),
    reload: async (again) => {
      const problem = await live.refresh(again ? 'failed' : 'none');
      if (problem) throw new Error(problem);
    },
    log,
    clock: clock.now,
    random: randomHex,
  });
  if (opening.stays) void reportFiles.tidy();
  return {
    ok: true,
    core: {
      ask(question, history = []) {
        const found = answer(question, history, index());
        const locale = localeOf(question);
        return { answer: found, message: compose(found, locale), locale };
      },
      verify: (text) => verify(text, index()),
      context: (quoteId, steps) => contextOf(quoteId, steps, index()),
      cite: (quoteId) => citationOf(quoteId, index()),
      reports: () => index().reports,
      exampleQuestions: (locale) => exampleQuestions(index(), locale),
      warmUp: () => warmUp(index()),
      get warnings() {
        return sentencesOf(live.status);
      },
      get fileCount() {
        return live.status.files;
      },
      get unreadCount() {
        return live.status.warnings.filter(({ warning }) => isUnread(warning)).length;
      },
      library: () => live.status,
      indexBytes: () => live.snapshotBytes(),
      watch: (changed) =>
        live.watch({ ...watching(log, warnings, changed), now: clock.elapsed, wait: clock.wait }),
      reload: () => live.refresh('failed'),
      close: () => live.close(),
      fromSnapshot,
      notes,
      chat: (store, differently) =>
        new Chat({
          index,
          store,
          log,
          access,
          perPersonPerMinute: config.RATE_PER_PERSON,
          perChannelPerMinute: config.RATE_PER_CHANNEL,
          questionLog: config.QUESTION_LOG === 'on',
          clock: clock.now,
          elapsed: clock.elapsed,
          wait: clock.wait,
          random: randomHex,
          reportFiles,
          canPostTo: () => false,
          ...differently,
        }),
      digests: (store) =>
        new Dispatcher({
          store: store.digests,
          secret: () => store.secret(),
          index,
          accessibleIndex: (subscription, whole) => accessibleIndexFor(subscription, whole, store),
          log,
          clock: clock.now,
          elapsed: clock.elapsed,
          worker: randomBytes(WORKER_BYTES).toString('hex'),
          accessOf: (subscription) => subscriptionAccessOf(subscription, access, store),
          view: editionView,
        }),
    },
  };
}

/** What is to be known about the files, in the language of logs. */
const sentencesOf = ({ warnings }: IndexStatus): string[] => warnings.map(TEXTS.en.fileWarning);

/** Why a folder cannot serve, with the first warning about its files where there is one. */
const whyUnserved = ({ reason, first }: Unserved): string =>
  first ? `${reason} The first of its warnings: ${TEXTS.en.fileWarning(first)}.` : reason;

/** Other kinds of files lie in folders with good reason. */
const isUnread = (warning: IndexStatus['warnings'][number]['warning']): boolean =>
  warning.kind === 'skipped' && warning.why.kind !== 'unknown-ending';

const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');
/** Loads what the first question over an index would have to wait for. */
async function warmUp(index: PassageIndex): Promise<void> {
  const steps = [
    () => void index.sounds, // built on first use
    () => index.pairsWith('农'), // so are the pairs of characters
    () => suggest('report', 'lin', index, 1), // and the names to offer
    ...WARMING_QUESTIONS.map((question) => () => answer(question, [], index)),
  ];
  for (const step of steps) {
    await otherWork();
    step();
  }
}

/** How changes of the reports folder are logged: each warning once while it lasts. */
function watching(
  log: Log,
  warnings: string[],
  after: () => void = () => {},
): Omit<WatchOptions, keyof WatchTiming> {
  let logged = new Set(warnings);
  return {
    prepare: warmUp,
    changed(status) {
      const { files, reports, passages } = status;
      const now = sentencesOf(status);
      log.info({ files, reports, passages }, 'the reports changed');
      for (const warning of now) if (!logged.has(warning)) log.info({}, warning);
      logged = new Set(now);
      after();
    },
    trouble: (sentence, error) => log.error(error === undefined ? {} : { err: error }, sentence),
    recovered: (sentence) => log.warn({}, sentence), // of a level at which the trouble was seen too
  };
}

/** Enough that no two processes on one store have the same name. */
const WORKER_BYTES = 8;

/** One question in each language touches the dictionary, the tables of characters and the lexicon. */
const WARMING_QUESTIONS = ['下半年有什么打算', 'what are the plans for the second half'];
