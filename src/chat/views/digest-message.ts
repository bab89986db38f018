// A digest as it is sent: within one message of its platform, with the rest behind a button.
import { type Edition, timeIn } from '../../digests/index.ts';
import { type Medium, type Message, TEXTS, type Texts } from '../../message/index.ts';
import { placeMark } from '../buttons/asker-mark.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import { fittingEntries, roomBeside } from './digest-fit.ts';
import { type DigestItem, digestHeading, digestItems, type ShownDigest } from './digest-items.ts';
import { mergedQuoteLists } from './quote-lists.ts';

export function editionView(edition: Edition): Message {
  const { content, subscription, lateSince } = edition;
  const zone = subscription.schedule?.zone;
  const isLate = lateSince !== undefined && zone !== undefined && content.kind === 'daily';
  const late = isLate ? { late: timeIn(zone, lateSince) } : {};
  return digestMessage({ ...edition, place: subscription.place, ...late });
}

interface SentDigest extends ShownDigest {
  /** Its mark on the buttons is no person's, so that each presser gets the result privately. */
  place: string;
  medium: Medium;
  /** The local time at which it was due, where it comes much later. */
  late?: string;
}

function digestMessage(digest: SentDigest): Message {
  const { content, locale, medium, late } = digest;
  const texts = TEXTS[locale];
  const items = digestItems(digest);
  const head: Message = [
    { type: 'heading', text: digestHeading(content, locale) },
    ...(late ? [{ type: 'paragraph' as const, text: texts.digestLate(late) }] : []),
    ...newsSummary(digest, texts),
  ];
  const total = items.reduce((sum, { entries }) => sum + entries.length, 0);
  const room = roomBeside([...head, ...controls(digest, total)], medium);
  const counts = fittingEntries(items, medium, room);
  const left = total - [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...head,
    ...mergedQuoteLists(items.flatMap((item) => shownPart(item, counts.get(item) ?? 0))),
    ...controls(digest, left),
  ];
}

/** Counts only the news that the place may read now. */
function newsSummary({ content, index }: ShownDigest, texts: Texts): Message {
  const news = content.news.filter(({ report }) => index.report(report) !== undefined);
  if (news.length === 0) return [];
  const changed = news.filter(({ change }) => change === 'changed').length;
  return [{ type: 'paragraph', text: texts.newsHeading(news.length - changed, changed) }];
}

const shownPart = ({ introduction, entries }: DigestItem, count: number): Message =>
  count === 0 ? [] : [...introduction, ...entries.slice(0, count).flatMap(({ blocks }) => blocks)];

/** Questions to try, the rest of the digest, why it came. There is always one button. */
function controls(digest: SentDigest, left: number): Message {
  const { contentId, locale, place } = digest;
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(placeMark(place));
  return [
    ...questionsToTry(digest, maker),
    {
      type: 'buttons',
      buttons: [
        ...(left > 0
          ? [maker.open(texts.wholeDigest(left), { verb: 'digest', args: [contentId, '0'] })]
          : []),
        maker.open(texts.whyThis(), { verb: 'digest-status', args: [contentId] }),
      ],
    },
  ];
}

/** A button for each question whose report may be read. */
export function questionsToTry(
  { content, contentId, locale, index }: ShownDigest,
  maker: ButtonMaker,
): Message {
  const buttons = content.questions.flatMap(({ text, report }, i) =>
    index.report(report) !== undefined
      ? [maker.open(text, { verb: 'try', args: [contentId, String(i)] })]
      : [],
  );
  if (buttons.length === 0) return [];
  return [
    { type: 'paragraph', text: TEXTS[locale].tryAsking() },
    // a row for each, as labels are long
    ...buttons.map((button) => ({ type: 'buttons' as const, buttons: [button] })),
  ];
}
