// An answer as a message of blocks that any platform can render.
import { headsOnce, type Locale, type Message, TEXTS, type Texts } from '../message/index.ts';
import type { Answer } from './answer.ts';
import type { CitedQuote } from './cited-quote.ts';

/** The message for an answer, with the bot's own words in a language. */
export function compose(answer: Answer, locale: Locale): Message {
  const texts = TEXTS[locale];
  return answer.answered ? composeQuotes(answer, texts) : composeRefusal(answer, texts);
}

const paragraph = (text: string): Message[number] => ({ type: 'paragraph', text });

const numbered = (quotes: CitedQuote[]): Message =>
  headsOnce(quotes).map((quote, i) => ({ type: 'quote', quote, number: i + 1 }));

function composeQuotes(answer: Extract<Answer, { answered: true }>, texts: Texts): Message {
  const { kind, quotes, further, others, unmentioned } = answer;
  switch (kind) {
    case 'overview': {
      const { report } = quotes[0];
      const path = commonPath(quotes);
      const intro = texts.overviewIntro(report, quotes.length + further.length, quotes.length);
      const titles = others.map(({ title }) => title);
      return [
        paragraph(intro),
        { type: 'quote-list', report, path, quotes: headsOnce(quotes), first: 1 },
        ...(titles.length ? [paragraph(texts.others(titles))] : []),
      ];
    }
    case 'comparison': {
      const reports = new Set(quotes.map(({ reportId }) => reportId)).size;
      return [
        paragraph(texts.comparisonIntro(reports)),
        ...numbered(quotes),
        ...(unmentioned.length ? [paragraph(texts.notMentioned(unmentioned))] : []),
      ];
    }
    case 'facts':
      return [
        paragraph(texts.factsIntro(quotes.length)),
        ...numbered(quotes),
        ...(others.length ? [paragraph(texts.others(others.map(({ title }) => title)))] : []),
      ];
    default:
      return kind satisfies never;
  }
}

/** The headings that all quotes stand under, outermost first. */
function commonPath(quotes: readonly CitedQuote[]): string[] {
  const [{ path }] = quotes;
  const differs = path.findIndex((heading, i) => quotes.some((quote) => quote.path[i] !== heading));
  return differs < 0 ? path : path.slice(0, differs);
}

function composeRefusal(answer: Extract<Answer, { answered: false }>, texts: Texts): Message {
  const { unknownWords, nearMisses } = answer;
  return [
    paragraph(refusal(answer, texts)),
    ...(unknownWords.length ? [paragraph(texts.unknownWords(unknownWords))] : []),
    ...(nearMisses.length ? [paragraph(texts.nearMisses()), ...numbered(nearMisses)] : []),
  ];
}

function refusal(
  { masked, lacking, nothingToRead }: Extract<Answer, { answered: false }>,
  texts: Texts,
): string {
  if (nothingToRead) return texts.nothingToRead();
  if (masked) return texts.masked();
  return lacking
    ? texts.sectionLacking(lacking.report, texts.sectionKindName(lacking.sectionKind))
    : texts.notFound();
}
