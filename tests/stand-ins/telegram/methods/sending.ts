// Methods that send, forward or copy messages, and show chat actions.
import { shown } from '../formatted-text.ts';
import { CHAT_ACTIONS, QUOTE } from '../limits.ts';
import type { Asking, Methods } from '../method.ts';
import { badRequest } from '../refusal.ts';
import type { Inspection } from '../rules/inspection.ts';
import { inspectMarkup } from '../rules/keyboard.ts';
import { CAPTION, inspectText, MESSAGE } from '../rules/text.ts';
import type { Draft, SentMessage } from '../sent-message.ts';
import type { Body, Formatted, Json } from '../shapes.ts';
import { Upload } from '../upload.ts';
import type { Chat } from '../world.ts';

function inspectPlace(inspection: Inspection, body: Body): void {
  const { reply_parameters: reply } = body;
  inspectMarkup(inspection, 'reply_markup', body.reply_markup);
  if (reply?.quote !== undefined)
    inspection.text('reply_parameters.quote', reply.quote, { least: 0, most: QUOTE }, 'QUOTE_TEXT_INVALID');
}

/** The message that is replied to; undefined where there is none and that is allowed. */
function repliedOf({ state, body }: Asking, chat: Chat): SentMessage | undefined {
  const { reply_parameters: reply } = body;
  if (!reply) return undefined;
  const where = reply.chat_id === undefined ? chat : state.world.readable(reply.chat_id);
  const found = state.messages.find(where, reply.message_id);
  if (!found && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found');
  return found;
}

function quoteOf({ body }: Asking, replied: SentMessage | undefined): Draft['quote'] {
  const { quote, quote_position: hint = 0 } = body.reply_parameters ?? {};
  if (!quote || !replied) return undefined;
  const text = quote.trim();
  const position = replied.text.startsWith(text, hint) ? hint : replied.text.indexOf(text);
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID');
  return { text, position };
}

/** Where a message goes. A reply without a topic of its own goes into that of what it replies to. */
function threadOf({ body }: Asking, chat: Chat, replied: SentMessage | undefined): number | undefined {
  const { message_thread_id: thread } = body;
  if (thread === undefined) return replied?.chat === chat ? replied.thread : undefined;
  if (!chat.topics.some(({ id }) => id === thread)) throw badRequest('message thread not found');
  return thread;
}

function place(asking: Asking): Omit<Draft, 'author' | 'text' | 'entities'> {
  const { state, body } = asking;
  const chat = state.world.writable(body.chat_id);
  const replied = repliedOf(asking, chat);
  return {
    chat,
    replied,
    quote: quoteOf(asking, replied),
    thread: threadOf(asking, chat, replied),
    markup: body.reply_markup,
    linkPreview: body.link_preview_options,
    silent: body.disable_notification ?? false,
  };
}

function post(asking: Asking, content: Formatted & Partial<Draft>): SentMessage {
  return asking.state.messages.post({ ...place(asking), ...content });
}

/** A message from elsewhere, to be forwarded or copied. */
function source({ state, body }: Asking, what: string): SentMessage {
  const chat = state.world.readable(body.from_chat_id);
  const found = state.messages.find(chat, body.message_id);
  if (!found) throw badRequest(`message to ${what} not found`);
  if (found.service) throw badRequest(`message can't be ${what === 'copy' ? 'copied' : 'forwarded'}`);
  return found;
}

function sendDocument(asking: Asking): Json {
  const { state, body } = asking;
  const { document: given, caption = '', parse_mode, caption_entities } = body;
  const document =
    given instanceof Upload
      ? state.files.add({ name: given.name, type: given.type, content: given.content })
      : state.files.get(given);
  if (!document)
    throw badRequest(
      given ? 'wrong file identifier/HTTP URL specified' : 'there is no document in the request',
    );
  return post(asking, {
    ...shown({ text: caption, parse_mode, entities: caption_entities }),
    document,
  }).payload();
}

function copyMessage(asking: Asking): Json {
  const { caption, parse_mode, caption_entities } = asking.body;
  const { text, entities, document } = source(asking, 'copy');
  const kept = { text, entities: [...entities] };
  const replaced = caption !== undefined && document;
  const content = replaced ? shown({ text: caption, parse_mode, entities: caption_entities }) : kept;
  return { message_id: post(asking, { ...content, document }).id };
}

function sendChatAction({ state, body }: Asking): true {
  const chat = state.world.writable(body.chat_id);
  const { message_thread_id: thread, action = '' } = body;
  if (thread !== undefined && !chat.topics.some(({ id }) => id === thread))
    throw badRequest('message thread not found');
  state.actions.push({ chat, thread, action, at: state.now() });
  return true;
}

export const SENDING_METHODS: Methods = {
  sendMessage: {
    counts: 'message',
    inspect: (inspection, body) => {
      inspectText(inspection, '', body, MESSAGE);
      inspectPlace(inspection, body);
    },
    run: (asking) => {
      const { text = '', parse_mode, entities } = asking.body;
      return post(asking, shown({ text, parse_mode, entities })).payload();
    },
  },
  sendDocument: {
    counts: 'message',
    inspect: (inspection, body) => {
      inspectText(inspection, '', body, CAPTION);
      inspectPlace(inspection, body);
    },
    run: sendDocument,
  },
  forwardMessage: {
    counts: 'message',
    run: (asking) => {
      const origin = source(asking, 'forward');
      const { text, entities, document } = origin;
      return post(asking, { text, entities: [...entities], document, origin }).payload();
    },
  },
  copyMessage: {
    counts: 'message',
    inspect: (inspection, body) => {
      inspectText(inspection, '', body, CAPTION);
      inspectPlace(inspection, body);
    },
    run: copyMessage,
  },
  sendChatAction: {
    inspect: (inspection, { action }) => {
      if (!CHAT_ACTIONS.has(String(action)))
        inspection.refuse('action', `No chat action is "${action}".`, 'wrong parameter action in request');
    },
    run: sendChatAction,
  },
};
