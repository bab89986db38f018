// What the bot gets to see of a message. Without the intent for content: its own messages, direct messages, those that mention it.
// https://discord.com/developers/docs/events/gateway#message-content-intent
import { GatewayIntentBits as Intent } from 'discord.js';
import type { SentMessage } from './sent-message.ts';
import type { Json } from './shapes.ts';
import type { Author } from './world.ts';

const NOTHING = { content: '', embeds: [], components: [], attachments: [] };

function isHidden(message: SentMessage, bot: Author, intents: number): boolean {
  return (
    (intents & Intent.MessageContent) === 0 &&
    message.channel.guild !== undefined &&
    message.author.id !== bot.id &&
    !message.mentions.some(({ id }) => id === bot.id)
  );
}

/** The message as a bot with these intents sees it; each message that is replied to is judged by itself. */
export function seen(message: SentMessage, bot: Author, intents: number): Json {
  const payload = message.payload();
  const { replied } = message;
  return {
    ...payload,
    ...(isHidden(message, bot, intents) && NOTHING),
    ...(replied &&
      isHidden(replied, bot, intents) && { referenced_message: { ...replied.payload(false), ...NOTHING } }),
  };
}
