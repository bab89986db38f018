// A page of a list of passages or reports.
import { locationOf } from '../../answer/index.ts';
import { citedById } from '../../lookup/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { storePagedList } from '../paged-list.ts';
import type { PagedList } from '../store.ts';
import { contextChoice, pageButtons } from './buttons.ts';
import { aboutReport, reportLine } from './report-line.ts';

const PASSAGES_PER_PAGE = 5;
const REPORTS_PER_PAGE = 10;

/** A page of a new list, which is stored for its buttons. */
export async function pagedListView(
  list: PagedList,
  page: number,
  context: CommandContext,
): Promise<Message> {
  const { store, now } = context;
  const id = await storePagedList(list, store, now);
  return pageView(list, id, page, context);
}

/** A page of a stored list; undefined where it has expired or nothing in it can be read here any more. */
export async function storedListView(
  id: string,
  page: number,
  context: CommandContext,
): Promise<Message | undefined> {
  const list = await context.store.pagedLists.get(id, context.now);
  if (!list) return undefined;
  const accessible = { ...list, ids: list.ids.filter((each) => isAccessible(each, list, context)) };
  if (accessible.ids.length === 0) return undefined;
  const view = pageView(accessible, id, page, context);
  if (accessible.ids.length === list.ids.length) return view;
  const [heading, ...rest] = view;
  return [heading, { type: 'paragraph', text: TEXTS[context.locale].passagesGone() }, ...rest];
}

/** Leaves out removed reports and closed ones alike, so that nobody can tell them apart. */
const isAccessible = (id: string, { kind }: PagedList, { index }: CommandContext): boolean =>
  kind === 'passages' ? locationOf(id, index) !== undefined : index.report(id) !== undefined;

function pageView(list: PagedList, id: string, page: number, context: CommandContext): Message {
  const texts = TEXTS[context.locale];
  const maker = new ButtonMaker(context.mark);
  const perPage = list.kind === 'passages' ? PASSAGES_PER_PAGE : REPORTS_PER_PAGE;
  const count = list.ids.length;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = { ...list, ids: list.ids.slice(at * perPage, (at + 1) * perPage) };
  const heading = list.kind === 'passages' ? texts.passageList(count) : texts.catalogueIntro(count);
  const first = at * perPage + 1;
  return [
    { type: 'heading', text: pages > 1 ? `${heading} · ${texts.pageOf(at + 1, pages)}` : heading },
    ...(list.kind === 'passages' ? passages : reports)(shown, first, context, maker),
    ...pageButtons(at, pages, texts, (to, label) =>
      maker.turn(label, { verb: 'list', args: [id, String(to)] }),
    ),
  ];
}

/** @param first the number of the first entry on the page */
function passages(
  { ids, words }: PagedList,
  first: number,
  { index, locale }: CommandContext,
  maker: ButtonMaker,
): Message {
  const quotes = citedById(ids, words, index);
  if (quotes.length === 0) return [];
  return [
    ...quotes.map((quote, i) => ({ type: 'quote' as const, quote, number: first + i })),
    contextChoice(quotes, first, maker, TEXTS[locale]),
  ];
}

function reports(
  { ids }: PagedList,
  first: number,
  { index, locale }: CommandContext,
  maker: ButtonMaker,
): Message {
  const found = ids.flatMap((id) => index.report(id) ?? []);
  if (found.length === 0) return [];
  return [
    { type: 'list', items: found.map((report, i) => `${first + i}. ${reportLine(report, TEXTS[locale])}`) },
    {
      type: 'choice',
      prompt: TEXTS[locale].openWhichReport(),
      options: found.map((report, i) => ({
        ...maker.open(`${first + i}. ${report.title}`, { verb: 'card', args: [report.id] }),
        description: aboutReport(report, TEXTS[locale]),
      })),
    },
  ];
}
