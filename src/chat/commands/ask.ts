// /ask: a question, answered with quotes.
import { type Answer, answer, compose } from '../../answer/index.ts';
import { namedAlone, suggestedQuestions } from '../../lookup/index.ts';
import { localeOf } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand, MAX_TEXT_LENGTH } from '../command.ts';
import type { Pending } from '../store.ts';
import { answerView } from '../views/answer.ts';
import { cardView, reportChoice } from '../views/report-card.ts';
import { AGENCY_OPTION, filterWords, narrowed, PERIOD_OPTION, REPORT_OPTION } from './options.ts';

export const ask = defineCommand({
  name: 'ask',
  options: {
    question: {
      required: true,
      wholeLine: true,
      fromReply: true,
      maxLength: MAX_TEXT_LENGTH,
    },
    report: REPORT_OPTION,
    agency: AGENCY_OPTION,
    period: PERIOD_OPTION,
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ question, ...filters }, context) {
    return answerQuestion(question, filters, context);
  },
});

/** Used by the command and by plain questions. */
export async function answerQuestion(
  question: string,
  filters: { report?: string | undefined; agency?: string | undefined; period?: string | undefined },
  context: CommandContext,
): Promise<CommandResult> {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const within = Object.keys(given).length > 0 ? narrowed(given, context) : undefined;
  if (within && !within.ok) return within.result;
  const named = within || context.history.length > 0 ? undefined : reportsNamed(question, context);
  if (named) return named;
  const words = within ? filterWords(given, within.reports, context) : '';
  const found = answer(
    question,
    context.history,
    context.index,
    within && { name: words, reports: new Set(within.reports) },
  );
  const locale = /\p{L}/u.test(question) ? localeOf(question) : context.locale;
  const asked = { question: words ? `${words} ${question}` : question, answered: found.answered };
  if (!found.answered && found.smallTalk)
    return {
      message: [...compose(found, locale), ...suggestedQuestions(context.index, locale)],
      locale,
      asked,
    };
  const further = furtherQuestions(found, words);
  return {
    message: await answerView(found, locale, context),
    locale,
    asked,
    ...(further ? { pending: further } : {}),
  };
}

/** A name and nothing else opens its report, or asks which one is meant. */
function reportsNamed(text: string, context: CommandContext): CommandResult | undefined {
  const reports = namedAlone(text, context.index).map((number) => context.index.reports[number]);
  if (reports.length === 0) return undefined;
  const locale = localeOf(text);
  const shown = { ...context, locale };
  const message = reports.length > 1 ? reportChoice(reports, undefined, shown) : cardView(reports[0], shown);
  return { message, locale, asked: { question: text, answered: true } };
}

/** The other questions of the message, to be asked by a press in the same reports. */
function furtherQuestions({ alsoAsked }: Answer, words: string): Pending | undefined {
  if (alsoAsked.length === 0) return undefined;
  const offers = alsoAsked.map((question) => (words ? `${words} ${question}` : question));
  return { command: 'ask', values: {}, option: 'question', offers, private: false, further: true };
}
