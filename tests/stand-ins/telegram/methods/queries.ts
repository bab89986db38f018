// Methods that answer presses, inline queries and guest messages.
import { shown } from '../formatted-text.ts';
import { CALLBACK } from '../limits.ts';
import type { Asking, Methods } from '../method.ts';
import { inlineAnswer } from '../queries.ts';
import { isDeepLink } from '../rules/addresses.ts';
import { inspectInlineAnswer, inspectResult } from '../rules/inline.ts';
import type { Inspection } from '../rules/inspection.ts';
import type { Draft } from '../sent-message.ts';
import type { Body, InlineResult, Json } from '../shapes.ts';

function inspectCallbackAnswer(inspection: Inspection, { text, url }: Body): void {
  if (text !== undefined)
    inspection.text('text', text, { least: 0, most: CALLBACK.answer }, 'MESSAGE_TOO_LONG');
  if (url !== undefined && !isDeepLink(url))
    inspection.refuse('url', 'Only an address like t.me/bot?start=… may be opened.', 'URL_INVALID');
}

/** What is sent when a result is chosen. */
export function contentOf(result: InlineResult): Pick<Draft, 'text' | 'entities' | 'markup' | 'linkPreview'> {
  const { input_message_content: content, reply_markup: markup, caption = '', caption_entities } = result;
  const written = content
    ? { text: content.message_text ?? '', parse_mode: content.parse_mode, entities: content.entities }
    : { text: caption, parse_mode: result.parse_mode, entities: caption_entities };
  return { ...shown(written), markup, linkPreview: content?.link_preview_options };
}

/** The bot's message in a chat that it is not in. */
function answerGuest({ state, body }: Asking): Json {
  const guest = state.queries.guest(body.guest_query_id);
  const inlineId = `guest-${guest.id}`;
  const { chat, thread } = guest.message;
  const content = contentOf(body.result!);
  guest.settle(state.messages.post({ ...content, chat, thread, replied: guest.message, inlineId }));
  return { inline_message_id: inlineId };
}

export const QUERY_METHODS: Methods = {
  answerCallbackQuery: {
    inspect: inspectCallbackAnswer,
    run: ({ state, body }) => {
      const { text, show_alert: alert = false, url, cache_time } = body;
      const press = state.queries.press(body.callback_query_id);
      press.settle({ ...(text && { text }), alert, ...(url && { url }), ...(cache_time && { cache_time }) });
      return true;
    },
  },
  answerInlineQuery: {
    inspect: inspectInlineAnswer,
    run: ({ state, body }) => {
      state.queries.inlineQuery(body.inline_query_id).settle(inlineAnswer(body));
      return true;
    },
  },
  answerGuestQuery: {
    inspect: (inspection, { result }) => {
      if (result) inspectResult(inspection, 'result', result);
      else inspection.refuse('result', 'There must be a result.', "can't parse result: expected an Object");
    },
    run: answerGuest,
  },
};
