// Methods that edit or delete messages or react to them.
import { shown } from '../formatted-text.ts';
import { REACTIONS } from '../limits.ts';
import type { Asking, Methods } from '../method.ts';
import { badRequest } from '../refusal.ts';
import { inspectMarkup } from '../rules/keyboard.ts';
import { inspectText, MESSAGE } from '../rules/text.ts';
import type { Content, SentMessage } from '../sent-message.ts';

/** The message that a request names, by chat and number or by what was sent by way of the bot. */
function target({ state, body }: Asking): SentMessage {
  const { chat_id, message_id, inline_message_id } = body;
  if (chat_id === undefined && message_id === undefined) {
    if (!inline_message_id) throw badRequest('message identifier is not specified');
    return state.messages.inline(inline_message_id);
  }
  const found = state.messages.find(state.world.readable(chat_id), message_id);
  if (!found) throw badRequest('message to edit not found');
  if (found.author.id !== state.world.bot.id || found.service) throw badRequest("message can't be edited");
  return found;
}

/** Telegram answers with the message, unless it was sent by way of the bot: then the bot does not see it. */
function edit(asking: Asking, change: (message: SentMessage) => Content): unknown {
  const message = target(asking);
  asking.state.messages.edit(message, change(message));
  return asking.body.inline_message_id ? true : message.payload();
}

function deleteMessage({ state, body }: Asking): true {
  const chat = state.world.readable(body.chat_id);
  const found = state.messages.find(chat, body.message_id);
  if (!found) throw badRequest('message to delete not found');
  const own = found.author.id === state.world.bot.id;
  if (!own && chat.type !== 'private' && chat.bot !== 'administrator')
    throw badRequest("message can't be deleted");
  found.remove();
  return true;
}

function setMessageReaction({ state, body }: Asking): true {
  const found = state.messages.find(state.world.readable(body.chat_id), body.message_id);
  if (!found) throw badRequest('message to react not found');
  found.reactions = (body.reaction ?? []).map(({ emoji = '' }) => emoji);
  return true;
}

export const EDITING_METHODS: Methods = {
  editMessageText: {
    counts: 'edit',
    inspect: (inspection, body) => {
      inspectText(inspection, '', body, MESSAGE);
      inspectMarkup(inspection, 'reply_markup', body.reply_markup, true);
    },
    run: (asking) => {
      const {
        text = '',
        parse_mode,
        entities,
        reply_markup: markup,
        link_preview_options: linkPreview,
      } = asking.body;
      return edit(asking, (message) => {
        if (message.document) throw badRequest('there is no text in the message to edit');
        return { ...shown({ text, parse_mode, entities }), markup, linkPreview };
      });
    },
  },
  editMessageReplyMarkup: {
    counts: 'edit',
    inspect: (inspection, body) => inspectMarkup(inspection, 'reply_markup', body.reply_markup, true),
    run: (asking) => edit(asking, (message) => ({ ...message.content, markup: asking.body.reply_markup })),
  },
  deleteMessage: { run: deleteMessage },
  setMessageReaction: {
    inspect: (inspection, body) => {
      const reactions = inspection.list('reaction', body.reaction, REACTIONS, 'REACTIONS_TOO_MANY');
      for (const { type } of reactions)
        if (type === 'paid')
          inspection.refuse('reaction', 'Bots give no paid reactions.', 'REACTION_INVALID');
    },
    run: setMessageReaction,
  },
};
