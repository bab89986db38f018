// Inline mode: passages for some words, to be sent into any chat. Pure.
import { type CitedQuote, type Locale, TEXTS } from '#core';
import type { InlineArticle, Methods } from './api.ts';
import { INLINE_START } from './decode.ts';
import { render } from './render.ts';

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
    title: quote.report,
    description: [...quote.path.slice(-1), quote.text.replace(/\s+/g, ' ')].join(' · '),
    input_message_content: { message_text: text, entities, link_preview_options },
  };
}

/** The answer to an inline query; for somebody who may not use the bot a button that leads to it. */
export function inlineAnswer(
  id: string,
  found: { quotes: CitedQuote[]; next?: string | undefined } | undefined,
  locale: Locale,
): Methods['answerInlineQuery']['takes'] {
  return {
    inline_query_id: id,
    results: found?.quotes.map((quote) => articleOf(quote, locale)) ?? [],
    next_offset: found?.next ?? '',
    cache_time: found ? CACHE_SECONDS : 0,
    is_personal: true,
    ...(found ? {} : { button: { text: TEXTS[locale].openPrivately(), start_parameter: INLINE_START } }),
  };
}
