// /ask: a question, answered with quotes.
import { answer } from '../../answer/index.ts';
import { localeOf } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand, MAX_TEXT_LENGTH } from '../command.ts';
import { answerView } from '../views/answer.ts';
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
  const words = within ? filterWords(given, within.reports, context) : '';
  const found = answer(
    question,
    context.history,
    context.index,
    within && { name: words, reports: new Set(within.reports) },
  );
  const locale = localeOf(question);
  return {
    message: await answerView(found, locale, context),
    locale,
    asked: { question: words ? `${words} ${question}` : question, answered: found.answered },
  };
}
