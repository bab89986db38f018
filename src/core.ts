// Builds the rooms of the core and joins them into the one interface that adapters use.
import { randomBytes } from 'node:crypto';
import {
  type Answer,
  answer,
  type Citation,
  type Context,
  citationOf,
  compose,
  contextOf,
  explainDecision,
  judged,
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
import { type IndexStatus, openLive, type Progress, preview } from './indexing/index.ts';
import { ReportFileManager } from './library/index.ts';
import type { Log } from './log.ts';
import { exampleQuestions, suggestedQuestions } from './lookup/index.ts';
import { type Locale, localeOf, type Message } from './message/index.ts';
import { isUnread, unservedReason, warningSentences, watchLogging } from './report-log.ts';
import type { Report } from './reports/index.ts';
import { warmUp } from './warm-up.ts';

/** An answer with its message. */
export interface Reply {
  answer: Answer;
  message: Message;
  /** The language of the bot's own words: that of the question. */
  locale: Locale;
}

/** The shared core. Knows no platform. */
export interface Core {
  /** Answers a question. `history` holds earlier questions of the same person, oldest first. */
  ask(question: string, history?: string[]): Reply;
  /** What speaks for and against an answer to a question, one line each. */
  explain(question: string): string;
  /** Whether and where a report has a text word for word; else the nearest passage and the differences. */
  verify(text: string): Verification;
  /** The passages before and after a quote; undefined for an unknown id. */
  context(quoteId: string, steps: number): Context | undefined;
  /** A quote's source line; undefined for an unknown id. */
  cite(quoteId: string): Citation | undefined;
  /** All reports, in the order of their files. */
  reports(): Report[];
  /** Questions that these reports answer, for a greeting. */
  exampleQuestions(locale: Locale): string[];
  /** Loads what the first question would have to wait for; for programs that answer several. */
  warmUp(): Promise<void>;
  /** What was skipped or guessed while reading, one English sentence each. */
  readonly warnings: string[];
  /** How many files are served. */
  readonly fileCount: number;
  /** How many files should be read and cannot be; the reasons are in `warnings`. */
  readonly unreadCount: number;
  library(): IndexStatus;
  /** Size of the snapshot in bytes; undefined where it could not be written. */
  indexBytes(): Promise<number | undefined>;
  /**
   * Watches the reports folder from now on.
   * @param changed called after each change
   */
  watch(changed?: () => void): void;
  /** Reads changes of the reports folder now; resolves with one sentence where that failed. */
  reload(): Promise<string | undefined>;
  /** Stops watching and writes the snapshot. */
  close(): Promise<void>;
  /** Whether the index was read from its snapshot. */
  fromSnapshot: boolean;
  /** What was unusual while opening the index, one sentence each. */
  notes: string[];
  /** The conversation with people over these reports. */
  chat(store: ChatStore, overrides?: Partial<ChatOptions>): Chat;
  /** The digests of all places in a store; sends nothing before it is run. */
  digests(store: ChatStore): Dispatcher;
}

/** A core, or one sentence why it cannot be built. */
export type CoreResult = { ok: true; core: Core } | { ok: false; reason: string };

/** How the reports are opened. */
export interface Opening {
  /** Called while files are read. */
  progress?: Progress;
  /** For programs that watch: the folder may be empty yet, and the snapshot is written later. */
  keepsRunning?: boolean;
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
    recognises: config.OCR === 'on',
    ...opening,
  });
  if (!opened.ok) return { ok: false, reason: unservedReason(opened) };
  const { live, notes, fromSnapshot } = opened;
  const index = () => live.index;
  const access = {
    open: config.ACCESS === 'open',
    whoMayAllow: config.WHO_MAY_ALLOW,
    ownerIds: config.OWNER_IDS,
  };
  for (const note of notes) log.warn({}, note);
  const { reports, passages } = live.status;
  const warnings = warningSentences(live.status);
  for (const warning of warnings) log.info({}, warning);
  log.info({ reports, passages, fromSnapshot }, 'reports are ready');
  const reportFiles = new ReportFileManager({
    reportsDirectory: config.REPORTS_DIR,
    indexDirectory: config.INDEX_DIR,
    read: (name, bytes) => preview(name, bytes, config.OCR === 'on'),
    servedFiles: () => ({ files: live.index.files, warnings: live.status.warnings }),
    reload: async (again) => {
      const problem = await live.refresh(again ? 'failed' : 'none');
      if (problem) throw new Error(problem);
    },
    log,
    clock: clock.now,
    random: randomHex,
  });
  if (opening.keepsRunning) void reportFiles.tidy();
  return {
    ok: true,
    core: {
      ask(question, history = []) {
        const found = answer(question, history, index());
        const locale = localeOf(question);
        const isSmallTalk = !found.answered && found.smallTalk;
        const suggested = isSmallTalk ? suggestedQuestions(index(), locale) : [];
        return { answer: found, message: [...compose(found, locale), ...suggested], locale };
      },
      explain: (question) => explainDecision(judged(question, [], index())),
      verify: (text) => verify(text, index()),
      context: (quoteId, steps) => contextOf(quoteId, steps, index()),
      cite: (quoteId) => citationOf(quoteId, index()),
      reports: () => index().reports,
      exampleQuestions: (locale) => exampleQuestions(index(), locale),
      warmUp: () => warmUp(index()),
      get warnings() {
        return warningSentences(live.status);
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
        live.watch({ ...watchLogging(log, warnings, changed), now: clock.elapsed, wait: clock.wait }),
      reload: () => live.refresh('failed'),
      close: () => live.close(),
      fromSnapshot,
      notes,
      chat: (store, overrides) =>
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
          ...overrides,
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

const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Enough for unique names of the processes on one store. */
const WORKER_BYTES = 8;
