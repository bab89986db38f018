// A digest: one message that fits its platform, with everything else behind a button, page by page.
import type { CitedQuote } from '../../answer/index.ts';
import { type DigestContent, type Edition, timeIn } from '../../digests/index.ts';
import { citedById, outlineOf } from '../../lookup/index.ts';
import { dateText, type Locale, type Medium, type Message, TEXTS, type Texts } from '../../message/index.ts';
import type { Report } from '../../reports/index.ts';
import type { PassageIndex } from '../../search/index.ts';
import { nobodysMark } from '../buttons/action.ts';
import type { CommandContext } from '../command.ts';
import { namedTopic } from '../topic.ts';
import { ButtonMaker, contextChoice, pageButtons } from './buttons.ts';

/** The message of a digest that is sent by itself. */
export function editionView(issue: Edition): Message {
  const { content, subscription, lateSince } = issue;
  const zone = subscription.schedule?.zone;
  const isLate = lateSince !== undefined && zone !== undefined && content.kind === 'daily';
  const late = isLate ? { late: timeIn(zone, lateSince) } : {};
  return digestMessage({ ...issue, place: subscription.place, ...late });
}

/** What a digest is shown with. */
interface Showing {
  content: DigestContent;
  /** Under which the content is kept for its buttons. */
  contentId: string;
  locale: Locale;
  index: PassageIndex;
}

/** Something that is shown together: what introduces it, and its pieces in order. */
interface Item {
  introduction: Message;
  /** Its first piece is shown wherever it fits. */
  urgent: boolean;
  pieces: Piece[];
}

/** A piece stands with its introduction or not at all. */
interface Piece {
  blocks: Message;
  quotes: CitedQuote[];
}

/**
 * The message of a digest, within one message of the medium.
 * @param place whose button it is: nobody's, so that whoever presses sees the result alone
 * @param late the local time at which it was due, where it comes much later
 */
export function digestMessage(showing: Showing & { place: string; medium: Medium; late?: string }): Message {
  const { content, locale, medium, late } = showing;
  const texts = TEXTS[locale];
  const items = itemsOf(showing);
  const head: Message = [
    { type: 'heading', text: headingOf(content, locale) },
    ...(late ? [{ type: 'paragraph' as const, text: texts.digestLate(late) }] : []),
    ...summaryOf(showing, texts),
  ];
  const count = items.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const room = roomBeside([...head, ...controls(showing, count)], medium);
  const taken = takenOf(items, medium, room);
  const left = count - [...taken.values()].reduce((sum, number) => sum + number, 0);
  return [
    ...head,
    ...joined(items.flatMap((item) => shownOf(item, taken.get(item) ?? 0))),
    ...controls(showing, left),
  ];
}

const headingOf = ({ kind, day }: DigestContent, locale: Locale) =>
  kind === 'daily' ? TEXTS[locale].digestHeading(dateText(day, locale)) : TEXTS[locale].hitsHeading();

/** Counts what may be read here now, and no more. */
function summaryOf({ content, index }: Showing, texts: Texts): Message {
  const news = content.news.filter(({ report }) => index.reports.some(({ id }) => id === report));
  if (news.length === 0) return [];
  const changed = news.filter(({ change }) => change === 'changed').length;
  return [{ type: 'paragraph', text: texts.newsHeading(news.length - changed, changed) }];
}

/** What there is to show, in its order: news, followed topics, today's report. Places that are in no report any more are left out. */
function itemsOf({ content, locale, index }: Showing): Item[] {
  const texts = TEXTS[locale];
  const find = (id: string) => index.reports.find((report) => report.id === id);
  const news = content.news.flatMap(({ report: id, change, points }, i) => {
    const report = find(id);
    if (!report) return [];
    const text = texts.newsOf(change, report.title, aboutReport(report));
    const pieces = [BARE, ...citedById(points, [], index).map(listed)];
    return [{ introduction: [{ type: 'paragraph' as const, text }], urgent: i < FIRST_NEWS, pieces }];
  });
  const topics = content.topics.map((topic) => ({
    introduction: [
      { type: 'paragraph', text: texts.topicHeading(namedTopic(topic, locale)) },
    ] satisfies Message,
    urgent: true,
    pieces: citedById(topic.quotes, topic.words, index).map(quoted),
  }));
  const today = find(content.today?.report ?? '');
  return [
    ...news,
    ...topics.filter(({ pieces }) => pieces.length > 0),
    ...(today && content.today ? [todaysItem(today, content.today.quotes, index, texts)] : []),
  ];
}

const OUTLINE_ENTRIES = 8;

function todaysItem(report: Report, ids: string[], index: PassageIndex, texts: Texts): Item {
  const outline = outlineOf(report, index, 1).slice(0, OUTLINE_ENTRIES);
  const quotes = citedById(ids, [], index);
  return {
    introduction: [
      { type: 'paragraph', text: texts.todaysReport(report.title, aboutReport(report)) },
      ...(outline.length > 0
        ? [{ type: 'list' as const, items: outline.map(({ heading }) => heading) }]
        : []),
    ],
    urgent: true,
    pieces: [
      quotes.length > 0
        ? { blocks: [{ type: 'paragraph', text: texts.highlightsIntro() }], quotes: [] }
        : BARE,
      ...quotes.map(listed),
    ],
  };
}

/** The introduction alone says something already. */
const BARE: Piece = { blocks: [], quotes: [] };

/** A point of a report that is named above it. */
const listed = (quote: CitedQuote): Piece => ({
  blocks: [{ type: 'quote-list', report: quote.report, path: quote.path, quotes: [quote], first: 0 }],
  quotes: [quote],
});

const quoted = (quote: CitedQuote): Piece => ({ blocks: [{ type: 'quote', quote }], quotes: [quote] });

/** Who wrote a report and which time it covers. */
const aboutReport = ({ agency, period }: Report) => [agency, period?.label].filter(Boolean).join(' · ');

const shownOf = ({ introduction, pieces }: Item, count: number): Message =>
  count === 0 ? [] : [...introduction, ...pieces.slice(0, count).flatMap(({ blocks }) => blocks)];

/** Buttons: questions to try, the rest, why this came. There is always one. */
function controls(showing: Showing & { place: string }, left: number): Message {
  const { contentId, locale, place } = showing;
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(nobodysMark(place));
  return [
    ...questionsToTry(showing, maker),
    {
      type: 'buttons',
      buttons: [
        ...(left > 0
          ? [maker.open(texts.wholeDigest(left), { verb: 'digest', args: [contentId, '0'] })]
          : []),
        maker.open(texts.whyThis(), { verb: 'standing', args: [contentId] }),
      ],
    },
  ];
}

/** Questions to press, if there are any whose reports may be read. */
export function questionsToTry({ content, contentId, locale, index }: Showing, maker: ButtonMaker): Message {
  const buttons = content.questions.flatMap(({ text, report }, i) =>
    index.reports.some(({ id }) => id === report)
      ? [maker.open(text, { verb: 'try', args: [contentId, String(i)] })]
      : [],
  );
  if (buttons.length === 0) return [];
  return [
    { type: 'paragraph', text: TEXTS[locale].tryAsking() },
    ...buttons.map((button) => ({ type: 'buttons' as const, buttons: [button] })), // long labels, a row for each
  ];
}

interface Room {
  characters: number;
  pieces: number;
}

/** What a message takes beside some blocks. */
function roomBeside(blocks: Message, { limits, measure }: Medium): Room {
  const sizes = blocks.map((block) => measure(block));
  return {
    characters: limits.characters - sizes.reduce((sum, { characters }) => sum + characters, 0),
    pieces: limits.pieces - sizes.reduce((sum, { pieces }) => sum + pieces, 0),
  };
}

/** With what is not urgent a message is filled to this share of what it takes: it is to be short. */
const FULL = 1 / 2;
/** Where much came at once, so many new reports are urgent. */
const FIRST_NEWS = 3;

/** How many pieces of each item are shown: what is urgent first, then the pieces of all in turn, until the message is long enough. */
function takenOf(items: Item[], medium: Medium, room: Room): Map<Item, number> {
  const taken = new Map<Item, number>();
  const urgent = items.filter((item) => item.urgent).map((item) => ({ item, round: 0 }));
  const rounds = Math.max(0, ...items.map(({ pieces }) => pieces.length));
  const turns = [...Array(rounds).keys()].flatMap((round) => items.map((item) => ({ item, round })));
  let left = room;
  for (const [i, { item, round }] of [...urgent, ...turns].entries()) {
    if ((taken.get(item) ?? 0) !== round || round >= item.pieces.length) continue;
    const blocks = [...(round === 0 ? item.introduction : []), ...item.pieces[round].blocks];
    const after = roomBeside(blocks, { ...medium, limits: left });
    const kept = i < urgent.length ? 0 : medium.limits.characters * (1 - FULL);
    if (after.characters < kept || after.pieces < 0) continue;
    left = after;
    taken.set(item, round + 1);
  }
  return taken;
}

/** A page takes about so many characters: three screens of a phone. */
const PAGE_CHARACTERS = 1500;

/** A page of everything that a digest says; undefined where there is nothing (any more). */
export function digestPage(
  content: DigestContent,
  contentId: string,
  page: number,
  { index, locale, mark }: CommandContext,
): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const pages = paged(itemsOf({ content, contentId, locale, index }));
  if (pages.length === 0) return undefined;
  const at = Math.min(Math.max(0, page), pages.length - 1);
  const heading = headingOf(content, locale);
  const { blocks, quotes } = pages[at];
  return [
    {
      type: 'heading',
      text: pages.length > 1 ? `${heading} · ${texts.pageOf(at + 1, pages.length)}` : heading,
    },
    ...numbered(joined(blocks)),
    ...(quotes.length > 0 ? [contextChoice(quotes, 1, maker, texts)] : []),
    ...pageButtons(at, pages.length, texts, (to, label) =>
      maker.turn(label, { verb: 'digest', args: [contentId, String(to)] }),
    ),
  ];
}

/** Listed quotes that follow on each other under the same heading, as one list. */
function joined(blocks: Message): Message {
  const together: Message = [];
  for (const block of blocks) {
    const last = together.at(-1);
    if (block.type === 'quote-list' && last?.type === 'quote-list' && isSamePlace(block, last))
      together[together.length - 1] = { ...last, quotes: [...last.quotes, ...block.quotes] };
    else together.push(block);
  }
  return together;
}

type QuoteList = Extract<Message[number], { type: 'quote-list' }>;

const isSamePlace = (one: QuoteList, other: QuoteList): boolean =>
  one.report === other.report && one.path.join('\n') === other.path.join('\n');

/** The quotes of a page counted through, so that one can be chosen. */
function numbered(blocks: Message): Message {
  let number = 0;
  return blocks.map((block) => {
    if (block.type === 'quote') return { ...block, number: ++number };
    if (block.type !== 'quote-list') return block;
    const first = number + 1;
    number += block.quotes.length;
    return { ...block, first };
  });
}

/** So many quotes and introductions stand on a page at most: each brings lines of its own, however short it is. */
const PAGE_ENTRIES = 12;

/** Pieces by page; an item that goes on has its introduction again. */
function paged(items: Item[]): Piece[] {
  const pages: Piece[] = [];
  let left = { characters: 0, entries: 0 };
  for (const { introduction, pieces } of items) {
    let introduced = false;
    for (const { blocks, quotes } of pieces) {
      const words = quotes.reduce((sum, { text }) => sum + text.length, 0);
      const after = {
        characters: left.characters - words - (introduced ? 0 : lengthOf(introduction)),
        entries: left.entries - quotes.length - (introduced ? 0 : 1),
      };
      if (after.characters < 0 || after.entries < 0 || pages.length === 0) {
        pages.push({ blocks: [], quotes: [] });
        introduced = false;
        left = {
          characters: PAGE_CHARACTERS - words - lengthOf(introduction),
          entries: PAGE_ENTRIES - quotes.length - 1,
        };
      } else left = after;
      const page = pages[pages.length - 1];
      page.blocks.push(...(introduced ? [] : introduction), ...blocks);
      page.quotes.push(...quotes);
      introduced = true;
    }
  }
  return pages;
}

/** Of what introduces something, in UTF-16 units. */
const lengthOf = (introduction: Message): number =>
  introduction.reduce((sum, block) => sum + (block.type === 'paragraph' ? block.text.length : 0), 0);
