// An answer as a message: blocks that any platform can render.
import { type Locale, type Message, TEXTS, type Texts } from '../message/index.ts';
import type { Answer } from './answer.ts';

/** The message for an answer in the bot's own words of a language. */
export function compose(answer: Answer, locale: Locale): Message {
  const texts = TEXTS[locale];
  if (!answer.answered) {
    const message: Message = [{ type: 'paragraph', text: refusal(answer, texts) }];
    if (answer.unknownWords.length)
      message.push({ type: 'paragraph', text: texts.unknownWords(answer.unknownWords) });
    if (answer.nearMisses.length) {
      message.push({ type: 'paragraph', text: texts.nearMisses() });
      message.push(
        ...answer.nearMisses.map((quote, i) => ({ type: 'quote' as const, quote, number: i + 1 })),
      );
    }
    return message;
  }
  const quoted = answer.quotes.map((quote, i) => ({ type: 'quote' as const, quote, number: i + 1 }));
  const also: Message = answer.others.length
    ? [{ type: 'paragraph', text: texts.others(answer.others.map(({ title }) => title)) }]
    : [];
  const silent: Message = answer.silent.length
    ? [{ type: 'paragraph', text: texts.notMentioned(answer.silent) }]
    : [];
  const { kind } = answer;
  switch (kind) {
    case 'overview': {
      const { report, path } = answer.quotes[0];
      const intro = texts.overviewIntro(
        report,
        answer.quotes.length + answer.further.length,
        answer.quotes.length,
      );
      return [
        { type: 'paragraph', text: intro },
        { type: 'quote-list', report, path, quotes: answer.quotes, first: 1 },
        ...also,
      ];
    }
    case 'comparison': {
      const reports = new Set(answer.quotes.map(({ reportId }) => reportId)).size;
      return [{ type: 'paragraph', text: texts.comparisonIntro(reports) }, ...quoted, ...silent];
    }
    case 'facts':
      return [{ type: 'paragraph', text: texts.factsIntro(answer.quotes.length) }, ...quoted];
    default:
      return kind satisfies never;
  }
}

function refusal(
  { masked, lacking, nothingToRead }: Extract<Answer, { answered: false }>,
  texts: Texts,
): string {
  if (nothingToRead) return texts.nothingToRead();
  if (masked) return texts.masked();
  return lacking
    ? texts.sectionLacking(lacking.report, texts.sectionKindName(lacking.part))
    : texts.notFound();
}
