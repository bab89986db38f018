// Lists of passages or reports, by page.
import { locationOf } from '../../answer/index.ts';
import { citedById } from '../../lookup/index.ts';
import { type Message, TEXTS, type Texts } from '../../message/index.ts';
import type { Report } from '../../reports/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { storePagedList } from '../paged-list.ts';
import type { PagedList } from '../store.ts';
import { contextChoice, pageButtons } from './buttons.ts';

const PASSAGES_PER_PAGE = 5;
const REPORTS_PER_PAGE = 10;

/** A page of a list that is kept for its buttons. */
export async function pagedListView(
  listing: PagedList,
  page: number,
  context: CommandContext,
): Promise<Message> {
  const { store, now } = context;
  const id = await storePagedList(listing, store, now);
  return pageView(listing, id, page, context);
}

/** A page of a list kept earlier, or undefined where it is not kept any more, or nothing in it may be read here any more. */
export async function storedListView(
  id: string,
  page: number,
  context: CommandContext,
): Promise<Message | undefined> {
  const listing = await context.store.pagedLists.get(id, context.now);
  if (!listing) return undefined;
  const there = { ...listing, ids: listing.ids.filter((each) => isThere(each, listing, context)) };
  if (there.ids.length === 0) return undefined;
  const view = pageView(there, id, page, context);
  if (there.ids.length === listing.ids.length) return view;
  const [heading, ...rest] = view;
  return [heading, { type: 'paragraph', text: TEXTS[context.locale].passagesGone() }, ...rest];
}

/** An entry whose report was removed and one whose report may not be read here are left out alike. */
const isThere = (id: string, { kind }: PagedList, { index }: CommandContext): boolean =>
  kind === 'passages'
    ? locationOf(id, index) !== undefined
    : index.reports.some((report) => report.id === id);

function pageView(listing: PagedList, id: string, page: number, context: CommandContext): Message {
  const texts = TEXTS[context.locale];
  const maker = new ButtonMaker(context.mark);
  const perPage = listing.kind === 'passages' ? PASSAGES_PER_PAGE : REPORTS_PER_PAGE;
  const pages = Math.max(1, Math.ceil(listing.ids.length / perPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  const ids = listing.ids.slice(at * perPage, (at + 1) * perPage);
  const count = listing.ids.length;
  const heading = listing.kind === 'passages' ? texts.passageList(count) : texts.catalogueIntro(count);
  const first = at * perPage + 1;
  return [
    { type: 'heading', text: pages > 1 ? `${heading} · ${texts.pageOf(at + 1, pages)}` : heading },
    ...(listing.kind === 'passages'
      ? passages(ids, first, listing.words, context, maker, texts)
      : reports(ids, first, context, maker, texts)),
    ...pageButtons(at, pages, texts, (to, label) =>
      maker.turn(label, { verb: 'list', args: [id, String(to)] }),
    ),
  ];
}

function passages(
  ids: string[],
  first: number,
  words: string[],
  { index }: CommandContext,
  maker: ButtonMaker,
  texts: Texts,
): Message {
  const quotes = citedById(ids, words, index);
  if (quotes.length === 0) return [];
  return [
    ...quotes.map((quote, i) => ({ type: 'quote' as const, quote, number: first + i })),
    contextChoice(quotes, first, maker, texts),
  ];
}

function reports(
  ids: string[],
  first: number,
  { index }: CommandContext,
  maker: ButtonMaker,
  texts: Texts,
): Message {
  const found = ids.flatMap((id) => index.reports.find((report) => report.id === id) ?? []);
  if (found.length === 0) return [];
  return [
    { type: 'list', items: found.map((report, i) => `${first + i}. ${reportLine(report)}`) },
    {
      type: 'choice',
      prompt: texts.openWhichReport(),
      options: found.map((report, i) => ({
        ...maker.open(`${first + i}. ${report.title}`, { verb: 'card', args: [report.id] }),
        description: aboutReport(report),
      })),
    },
  ];
}

/** Who wrote a report and which time it covers. */
const aboutReport = ({ agency, period }: Report) => [agency, period?.label].filter(Boolean).join(' · ');

function reportLine(report: Report): string {
  const about = aboutReport(report);
  return about ? `《${report.title}》 — ${about}` : `《${report.title}》`;
}
