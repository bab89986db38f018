// Builds the rooms and joins them: what an adapter talks to.
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
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Message } from './message/index.ts';
import { agencyMatch } from './question/index.ts';
import type { Report } from './reports/index.ts';
import { openIndex, type PassageIndex } from './search/index.ts';

/** An answer with the message that says it. */
export interface Reply {
  answer: Answer;
  message: Message;
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
  exampleQuestions(): string[];
  /** Loads what the first question would have to wait for; for programs that answer more than one. */
  warmUp(): void;
  /** What was skipped or guessed while reading, one sentence each. */
  warnings: string[];
  fileCount: number;
}

/** A core, or one sentence why there is none. */
export type CoreResult = { ok: true; core: Core } | { ok: false; reason: string };

/** Opens the reports and builds the core over them. */
export async function createCore(config: Config, log: Log): Promise<CoreResult> {
  const opened = await openIndex(config.REPORTS_DIR, config.INDEX_DIR, config.LEXICON_FILE);
  if (!opened.ok) return opened;
  const { index, warnings, notes, fromSnapshot } = opened;
  for (const note of notes) log.warn({}, note);
  for (const warning of warnings) log.info({}, warning);
  log.info(
    { reports: index.reports.length, passages: index.passages.length, fromSnapshot },
    'reports are ready',
  );
  return {
    ok: true,
    core: {
      ask(question, history = []) {
        const found = answer(question, history, index);
        return { answer: found, message: compose(found) };
      },
      verify: (text) => verify(text, index),
      context: (quoteId, steps) => contextOf(quoteId, steps, index),
      cite: (quoteId) => citationOf(quoteId, index),
      reports: () => index.reports,
      exampleQuestions: () => exampleQuestions(index),
      warmUp: () => {
        for (const question of WARMING_QUESTIONS) answer(question, [], index);
        void index.sounds; // built on first use
        index.wordsWith('农'); // so are the pairs of characters
      },
      warnings,
      fileCount: index.files.length,
    },
  };
}

/** One question in each language touches the dictionary, the tables of characters and the lexicon. */
const WARMING_QUESTIONS = ['下半年有什么打算', 'what are the plans for the second half'];
const EXAMPLE_COUNT = 3;

/** Made from the reports at hand: plans, problems and achievements of three different authors. */
function exampleQuestions(index: PassageIndex): string[] {
  const asks = [
    { part: 'plans', ask: (who: string) => `${who}接下来有什么打算？` },
    { part: 'problems', ask: (who: string) => `${who}存在哪些问题？` },
    { part: 'achievements', ask: (who: string) => `${who}做了哪些工作？` },
  ] as const;
  const used = new Set<string>();
  const questions: string[] = [];
  for (const { part, ask } of asks) {
    const report = index.reports.find(
      ({ agency, sections }) =>
        agency &&
        !/[xX]/.test(agency) &&
        agency.length > 2 &&
        ![...used].some((known) => agencyMatch(known, agency) > 0) &&
        sections.some((section) => section.kind === part),
    );
    if (!report?.agency) continue;
    used.add(report.agency);
    questions.push(ask(report.agency));
  }
  return questions.slice(0, EXAMPLE_COUNT);
}
