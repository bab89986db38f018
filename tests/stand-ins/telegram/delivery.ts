// Which messages the bot is told of. In groups, privacy mode keeps from it what is not meant for it.
// https://core.telegram.org/bots/faq#what-messages-will-my-bot-get
import type { SentMessage } from './sent-message.ts';
import type { State } from './state.ts';
import { isGroup } from './world.ts';

const COMMAND = /^\/\w{1,64}(?:@(\w+))?(?!\w)/;

/** What a text begins with: a command for a certain bot, a command for any, or none. */
function commandFor(text: string): { name?: string } | undefined {
  const match = COMMAND.exec(text);
  return match ? { name: match[1]?.toLowerCase() } : undefined;
}

const mentions = (message: SentMessage, username: string): boolean =>
  message.marked('mention').some((name) => name.toLowerCase() === `@${username.toLowerCase()}`);

/** By privacy mode: commands for it, general commands if it spoke last of all bots, replies to it, what was sent by way of it, service messages. */
function meantForBot(state: State, message: SentMessage): boolean {
  const { bot } = state.world;
  const { chat, replied, via, service, text } = message;
  if (service || via?.id === bot.id || replied?.author.id === bot.id) return true;
  const command = commandFor(text);
  if (command?.name !== undefined) return command.name === bot.username.toLowerCase();
  if (command) return chat.lastBot === bot.id;
  return state.deliverMentions && mentions(message, bot.username);
}

/** Whether the bot gets a message. */
function hears(state: State, message: SentMessage): boolean {
  const { chat, author } = message;
  const isBot = author.is_bot && !message.service;
  if (chat.type === 'private') return chat.bot !== 'kicked' && !chat.elsewhere;
  if (chat.elsewhere || chat.bot === 'left' || chat.bot === 'kicked') return false;
  if (!isGroup(chat)) return true;
  if (isBot) return false;
  return !state.privacy || chat.bot === 'administrator' || meantForBot(state, message);
}

/** Delivers a message to the bot where it may get it; returns whether it did. */
export function tell(state: State, message: SentMessage, edited = false): boolean {
  if (!hears(state, message)) return false;
  const kind = message.chat.type === 'channel' ? 'channel_post' : 'message';
  const { id } = message.chat;
  return state.updates.push(edited ? `edited_${kind}` : kind, message.payload(), id) !== undefined;
}
