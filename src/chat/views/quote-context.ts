// A quote between the passages around it.
import { type CitedQuote, cite, contextOf, locationOf, MAX_CONTEXT_STEPS } from '../../answer/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { mergedQuoteLists, quoteList } from './quote-lists.ts';

/** Passages that a press adds on each side. */
const STEP = 2;

/** The quote is emphasised within its whole passage; undefined where the id names nothing (any more). */
export function contextView(
  id: string,
  steps: number,
  { index, locale, mark }: CommandContext,
): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const context = contextOf(id, steps, index);
  const location = locationOf(id, index);
  if (!context || !location) return undefined;
  const { before, quote, after } = context;
  const hasMore = steps < MAX_CONTEXT_STEPS && (before.length === steps || after.length === steps);
  return [
    { type: 'heading', text: texts.contextHeading(quote.report) },
    ...underHeadings([...before, inItsPassage(location), ...after]),
    {
      type: 'buttons',
      buttons: [
        ...(hasMore
          ? [maker.turn(texts.moreContext(), { verb: 'context', args: [id, String(steps + STEP)] })]
          : []),
        maker.open(texts.wholeSection(), { verb: 'part', args: [id, '0'] }),
        maker.open(texts.citeThis(), { verb: 'quote', args: [id] }),
      ],
    },
  ];
}

/** The passages that a quote touches, as one quote in which its words are emphasised. */
function inItsPassage({
  file,
  report,
  span,
  section,
}: NonNullable<ReturnType<typeof locationOf>>): CitedQuote {
  const touched = report.passages.filter(({ start, end }) => start < span.end && end > span.start);
  const start = Math.min(span.start, ...touched.map((passage) => passage.start));
  const end = Math.max(span.end, ...touched.map((passage) => passage.end));
  const emphasis = [{ start: span.start - start, end: span.end - start }];
  return { ...cite({ file, report, section, span: { start, end } }), emphasis };
}

const underHeadings = (quotes: CitedQuote[]): Message =>
  mergedQuoteLists(quotes.map((quote) => quoteList(quote.report, quote.path, [quote])));
