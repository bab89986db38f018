// An answer with its buttons.
import { type Answer, type CitedQuote, compose } from '../../answer/index.ts';
import { type Locale, type Message, TEXTS, type Texts } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { storePagedList } from '../paged-list.ts';
import { contextChoice, quoteActions } from './buttons.ts';
import { timeOf } from './report-line.ts';

/** Up to this many quotes have buttons of their own; more share one choice. */
const MAX_WITH_BUTTONS = 3;
/** Quotes in a short answer. */
const MAX_IN_SHORT = { overview: 5, facts: 1, comparison: 3 };

/** @param locale of the question, for the bot's own words in the answer */
export async function answerView(answer: Answer, locale: Locale, context: CommandContext): Promise<Message> {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(context.mark);
  const shown = context.settings.length === 'short' ? shortened(answer) : answer;
  // the other reports are a choice below
  const message = compose(
    { ...shown, alsoAsked: [], ...(shown.answered ? { others: [] } : {}) } as Answer,
    locale,
  );
  const quotes = shown.answered ? shown.quotes : shown.nearMisses;
  const isOverview = shown.answered && shown.kind === 'overview';
  if (quotes.length > 0 && !isOverview && quotes.length <= MAX_WITH_BUTTONS)
    addActions(message, maker, texts);
  else if (quotes.length > 0) message.push(contextChoice(quotes, 1, maker, texts));
  if (shown.answered) message.push(...othersChoice(shown, maker, texts));
  message.push(...questionChoice(shown, maker, texts));
  const buttons = [
    ...(isOverview ? [maker.open(texts.wholeSection(), { verb: 'part', args: [quotes[0].id, '0'] })] : []),
    ...(shown.answered ? await furtherButton(shown, maker, texts, context) : []),
    ...(context.formAudience
      ? [maker.open(texts.askOn(), { verb: 'ask', args: [context.formAudience, locale] })]
      : []),
    maker.open(texts.helpful(), { verb: 'feedback', args: ['yes'] }),
    maker.open(texts.unhelpful(), { verb: 'feedback', args: ['no'] }),
    ...(context.canManageDigests && context.canPost(context.place)
      ? [maker.open(texts.followThis(), { verb: 'follow', args: ['question'] })]
      : []),
  ];
  message.push({ type: 'buttons', buttons });
  return message;
}

type Answered = Extract<Answer, { answered: true }>;

/** Moves what a short answer leaves out behind the button for further passages. */
function shortened(answer: Answer): Answer {
  if (!answer.answered) return answer;
  const max = MAX_IN_SHORT[answer.kind];
  const rest = answer.quotes.slice(max);
  return { ...answer, quotes: answer.quotes.slice(0, max), further: [...rest, ...answer.further] };
}

function addActions(message: Message, maker: ButtonMaker, texts: Texts): void {
  for (const block of message)
    if (block.type === 'quote') block.actions = quoteActions(block.quote as CitedQuote, maker, texts);
}

/** Other reports that fit the question; each opens at the section kind that was asked for. */
function othersChoice({ others, sectionKind }: Answered, maker: ButtonMaker, texts: Texts): Message {
  if (others.length === 0) return [];
  const options = others.map((report) => ({
    ...maker.open(
      report.title,
      sectionKind
        ? { verb: 'kind', args: [report.id, sectionKind, '0'] }
        : { verb: 'card', args: [report.id] },
    ),
    description: timeOf(report, texts),
  }));
  return [{ type: 'choice', prompt: texts.otherReports(), options }];
}

/** What the same message asks besides; the turn of the answer keeps the questions (`Pending.further`). */
function questionChoice({ alsoAsked }: Answer, maker: ButtonMaker, texts: Texts): Message {
  if (alsoAsked.length === 0) return [];
  const options = alsoAsked.map((question, i) => maker.open(question, { verb: 'fill', args: [String(i)] }));
  return [{ type: 'choice', prompt: texts.alsoAsked(), options }];
}

async function furtherButton(
  { further, kind, quotes }: Answered,
  maker: ButtonMaker,
  texts: Texts,
  { store, now }: CommandContext,
) {
  if (further.length === 0) return [];
  const emphasised = [...quotes, ...further].flatMap(({ text, emphasis }) =>
    emphasis.map(({ start, end }) => text.slice(start, end)),
  );
  const words = [...new Set(emphasised)];
  const ids = further.map(({ id }) => id);
  const list = await storePagedList({ kind: 'passages', ids, words }, store, now);
  const label = kind !== 'facts' ? texts.remainingPoints(ids.length) : texts.otherCandidates(ids.length);
  return [maker.open(label, { verb: 'list', args: [list, '0'] })];
}
