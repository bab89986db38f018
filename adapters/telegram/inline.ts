// Passages as results of an inline query, to be sent into any chat. Pure.
import { type CitedQuote, type Locale, TEXTS } from '#core';
import type { InlineArticle, Methods } from './api.ts';
import { INLINE_START } from './decode.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import { sanitized } from './rendering/text-builder.ts';

/** By Telegram's documentation. */
const MAX_ID_BYTES = 64;
/** For the person who asked. */
const CACHE_SECONDS = 60;

/** A passage: title and heading in the list, the quote with its source when it is sent. */
function articleOf(quote: CitedQuote, locale: Locale): InlineArticle {
  const { text, entities, link_preview_options } = render([{ type: 'quote', quote }], TEXTS[locale]);
  return {
    type: 'article',
    id: quote.id.slice(0, MAX_ID_BYTES),
    title: sanitized(quote.report),
    description: sanitized([...quote.path.slice(-1), quote.text].join(' · ')).replace(/\s+/g, ' '),
    input_message_content: { message_text: text, entities, link_preview_options },
  };
}

/** A result is sent as one message. */
function isSendable(quote: CitedQuote, locale: Locale): boolean {
  const { limits, measure } = mediumFor(locale);
  return measure({ type: 'quote', quote }).characters <= limits.characters;
}

/** The answer to an inline query; for people who may not use the bot a button that leads to it. */
export function inlineAnswer(
  id: string,
  found: { quotes: CitedQuote[]; next?: string | undefined } | undefined,
  locale: Locale,
): Methods['answerInlineQuery']['parameters'] {
  return {
    inline_query_id: id,
    results:
      found?.quotes.filter((quote) => isSendable(quote, locale)).map((quote) => articleOf(quote, locale)) ??
      [],
    next_offset: found?.next ?? '',
    // an empty result may be due to a rate limit
    cache_time: found && found.quotes.length > 0 ? CACHE_SECONDS : 0,
    is_personal: true,
    ...(found ? {} : { button: { text: TEXTS[locale].openPrivately(), start_parameter: INLINE_START } }),
  };
}
