// Inline mode: passages for some words, to be sent into any chat. Pure.
import { type CitedQuote, type Locale, TEXTS } from '#core';
import type { InlineArticle, Methods } from './api.ts';
import { INLINE_START } from './decode.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import { asKept } from './rendering/text-builder.ts';

/** Telegram's limit is 64 bytes. */
const MAX_ID_BYTES = 64;
/** Results hold for the person who asked, for so many seconds. */
const CACHE_SECONDS = 60;

/** A passage as something to choose: its title and source in the list, the quote with its source once chosen. */
export function articleOf(quote: CitedQuote, locale: Locale): InlineArticle {
  const { text, entities, link_preview_options } = render([{ type: 'quote', quote }], TEXTS[locale]);
  return {
    type: 'article',
    id: quote.id.slice(0, MAX_ID_BYTES),
    title: asKept(quote.report),
    description: asKept([...quote.path.slice(-1), quote.text].join(' · ')).replace(/\s+/g, ' '),
    input_message_content: { message_text: text, entities, link_preview_options },
  };
}

/** What is chosen is sent as one message. */
function isSendable(quote: CitedQuote, locale: Locale): boolean {
  const { limits, measure } = mediumFor(locale);
  return measure({ type: 'quote', quote }).characters <= limits.characters;
}

/** The answer to an inline query; for somebody who may not use the bot a button that leads to it. */
export function inlineAnswer(
  id: string,
  found: { quotes: CitedQuote[]; next?: string | undefined } | undefined,
  locale: Locale,
): Methods['answerInlineQuery']['takes'] {
  return {
    inline_query_id: id,
    results:
      found?.quotes.filter((quote) => isSendable(quote, locale)).map((quote) => articleOf(quote, locale)) ??
      [],
    next_offset: found?.next ?? '',
    cache_time: found && found.quotes.length > 0 ? CACHE_SECONDS : 0, // who typed too fast is not to wait for nothing
    is_personal: true,
    ...(found ? {} : { button: { text: TEXTS[locale].openPrivately(), start_parameter: INLINE_START } }),
  };
}
