// Everything in a digest, page by page.
import type { DigestContent } from '../../digests/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { contextChoice, pageButtons } from './buttons.ts';
import { type DigestEntry, type DigestItem, digestHeading, digestItems } from './digest-items.ts';
import { mergedQuoteLists, numberedQuotes } from './quote-lists.ts';

/** Undefined where nothing in the digest can be read here (any more). */
export function digestPage(
  content: DigestContent,
  contentId: string,
  page: number,
  { index, locale, mark }: CommandContext,
): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const pages = paged(digestItems({ content, locale, index }));
  if (pages.length === 0) return undefined;
  const at = Math.min(Math.max(0, page), pages.length - 1);
  const heading = digestHeading(content, locale);
  const { blocks, quotes } = pages[at];
  return [
    {
      type: 'heading',
      text: pages.length > 1 ? `${heading} · ${texts.pageOf(at + 1, pages.length)}` : heading,
    },
    ...numberedQuotes(mergedQuoteLists(blocks)),
    ...(quotes.length > 0 ? [contextChoice(quotes, 1, maker, texts)] : []),
    ...pageButtons(at, pages.length, texts, (to, label) =>
      maker.turn(label, { verb: 'digest', args: [contentId, String(to)] }),
    ),
  ];
}

/** In UTF-16 units: about three screens of a phone. */
const PAGE_CHARACTERS = 1500;
/** Quotes and introductions on a page: each takes lines of its own, however short it is. */
const PAGE_ENTRIES = 12;

/** The content of each page; an item that continues on the next page repeats its introduction. */
function paged(items: DigestItem[]): DigestEntry[] {
  const pages: DigestEntry[] = [];
  let left = { characters: 0, entries: 0 };
  for (const { introduction, entries } of items) {
    let isIntroduced = false;
    for (const { blocks, quotes } of entries) {
      const characters = quotes.reduce((sum, { text }) => sum + text.length, 0);
      const after = {
        characters: left.characters - characters - (isIntroduced ? 0 : lengthOf(introduction)),
        entries: left.entries - quotes.length - (isIntroduced ? 0 : 1),
      };
      if (after.characters < 0 || after.entries < 0 || pages.length === 0) {
        pages.push({ blocks: [], quotes: [] });
        isIntroduced = false;
        left = {
          characters: PAGE_CHARACTERS - characters - lengthOf(introduction),
          entries: PAGE_ENTRIES - quotes.length - 1,
        };
      } else left = after;
      const page = pages[pages.length - 1];
      page.blocks.push(...(isIntroduced ? [] : introduction), ...blocks);
      page.quotes.push(...quotes);
      isIntroduced = true;
    }
  }
  return pages;
}

/** In UTF-16 units. */
const lengthOf = (introduction: Message): number =>
  introduction.reduce((sum, block) => sum + (block.type === 'paragraph' ? block.text.length : 0), 0);
