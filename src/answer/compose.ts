// An answer as a message of blocks that any platform can render.
import {
  headsOnce,
  type Locale,
  type Message,
  type ShownQuote,
  TEXTS,
  type Texts,
} from '../message/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import type { Answer } from './outcome.ts';

/** The message for an answer, with the bot's own words in a language. */
export function compose(answer: Answer, locale: Locale): Message {
  const texts = TEXTS[locale];
  return [
    ...(answer.answered ? composeQuotes(answer, texts) : composeRefusal(answer, texts)),
    ...listed(texts.alsoAsked(), answer.alsoAsked),
  ];
}

const paragraph = (text: string): Message[number] => ({ type: 'paragraph', text });

const listed = (intro: string, items: string[]): Message =>
  items.length > 0 ? [paragraph(intro), { type: 'list', items }] : [];

const numbered = (quotes: CitedQuote[]): Message =>
  headsOnce(quotes).map((quote, i) => ({ type: 'quote', quote, number: i + 1 }));

function composeQuotes(answer: Extract<Answer, { answered: true }>, texts: Texts): Message {
  const { kind, quotes, further, others, unmentioned, count } = answer;
  switch (kind) {
    case 'overview': {
      const { report } = quotes[0];
      const intro = texts.overviewIntro(report, quotes.length + further.length, quotes.length);
      const titles = others.map(({ title }) => title);
      return [
        paragraph(intro),
        ...bySection(headsOnce(quotes), report),
        ...(titles.length ? [paragraph(texts.others(titles))] : []),
      ];
    }
    case 'comparison': {
      const reports = new Set(quotes.map(({ reportId }) => reportId)).size;
      return [
        paragraph(count ? texts.surveyIntro(count.saying, count.asked) : texts.comparisonIntro(reports)),
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

/** Lists of the quotes that follow each other under the same headings, numbered through. */
function bySection(quotes: readonly ShownQuote[], report: string): Message {
  const starts = quotes.flatMap(({ path }, i) =>
    i > 0 && sameHeadings(path, quotes[i - 1].path) ? [] : [i],
  );
  return starts.map((start, i) => ({
    type: 'quote-list',
    report,
    path: quotes[start].path,
    quotes: quotes.slice(start, starts[i + 1]),
    first: start + 1,
  }));
}

const sameHeadings = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((heading, i) => heading === other[i]);

function composeRefusal(answer: Extract<Answer, { answered: false }>, texts: Texts): Message {
  const { unknownWords, nearMisses } = answer;
  return [
    paragraph(refusal(answer, texts)),
    ...(unknownWords.length ? [paragraph(texts.unknownWords(unknownWords))] : []),
    ...(nearMisses.length ? [paragraph(texts.nearMisses()), ...numbered(nearMisses)] : []),
  ];
}

function refusal(answer: Extract<Answer, { answered: false }>, texts: Texts): string {
  const { masked, lacking, nothingToRead, unknownAuthors, missingYear, notGiven, smallTalk, noMore } = answer;
  if (nothingToRead) return texts.nothingToRead();
  if (smallTalk) return texts.aboutBot();
  if (noMore) return texts.noMore();
  if (missingYear) return texts.missingYear(missingYear.authors, missingYear.year, missingYear.years);
  if (unknownAuthors.length > 0) return texts.unknownAuthors(unknownAuthors);
  if (masked) return texts.masked();
  if (lacking) return texts.sectionLacking(lacking.report, texts.sectionKindName(lacking.sectionKind));
  return notGiven ? texts.notGiven(notGiven) : texts.notFound();
}
