// Telegram's messages and presses as the core's requests. Pure: reads, decides nothing.
import type { Attachment, Incoming, Person, Place } from '#core';
import type { CallbackQuery, Me, TelegramChat, TelegramDocument, TelegramMessage, User } from './api.ts';
import { aboutOf } from './decoding/replied.ts';
import { chatKey, messageKey, personKey, topicKey } from './keys.ts';
import { localeFrom } from './locale.ts';

/** A person who pressed, wrote or queried inline. */
export function personOf(
  { id, language_code, first_name, username }: Pick<User, 'id'> & Partial<User>,
  manager: boolean,
): Person {
  const locale = localeFrom(language_code);
  const name = [first_name, username && `@${username}`].filter(Boolean).join(' ');
  return { id: personKey(id), manager, ...(locale ? { locale } : {}), ...(name ? { name } : {}) };
}

/** The place of a message: a private chat, a group or channel, or a topic of one. */
export function placeOf({ chat, message_thread_id: thread, is_topic_message }: TelegramMessage): Place {
  const within = { channel: chatKey(chat.id) };
  const named = chat.title ? { name: chat.title } : {};
  if (chat.type === 'private') return { id: chatKey(chat.id), kind: 'private', within };
  if (is_topic_message && thread !== undefined)
    return { id: topicKey(chat.id, thread), kind: 'thread', within, ...named };
  return { id: chatKey(chat.id), kind: 'group', within, ...named };
}

/** The place of an inline query, which has no chat: the person's own. */
export function placeOfPerson({ id }: User): Place {
  return { id: chatKey(id), kind: 'private', within: { channel: chatKey(id) } };
}

/** The request of a message; undefined for one that is not for the bot. */
export function requestFrom(
  message: TelegramMessage,
  me: Me,
  commands: ReadonlySet<string>,
): Incoming['request'] | undefined {
  const { chat, from, sender_chat, via_bot, reply_to_message: replied } = message;
  const text = message.text ?? message.caption ?? '';
  const isChannel = chat.type === 'channel';
  if ((text === '' && !documentOf(message)) || !(from || isChannel) || via_bot) return undefined;
  if ((from?.is_bot || sender_chat) && !speaksForChat(message)) return undefined;
  const command = commandIn(text);
  const about = aboutOf(message, me);
  if (command) return isForBot(command, chat, me, commands) ? commandRequest(command, about) : undefined;
  if (isChannel) return undefined; // what is posted there is for its readers
  const mention = new RegExp(`@${me.username}\\b`, 'gi');
  const repliesToBot = replied?.from?.id === me.id;
  if (chat.type !== 'private' && !repliesToBot && !mention.test(text)) return undefined;
  const question = text
    .replace(mention, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return {
    type: 'question',
    text: question,
    ...(replied ? { replyTo: messageKey(chat.id, replied.message_id) } : {}),
    // it may be a command: /核对
    ...(about !== undefined && (!repliesToBot || question !== '') ? { about } : {}),
  };
}

/**
 * The file of a message, or that of the message to which a command replies; no pictures, sounds and videos.
 */
export function documentOf({
  document,
  reply_to_message,
  text,
}: TelegramMessage): TelegramDocument | undefined {
  const replied = text?.startsWith('/') ? reply_to_message?.document : undefined;
  const found = document ?? replied;
  return found?.mime_type && /^(?:image|audio|video)\//.test(found.mime_type) ? undefined : found;
}

/** The largest file that bots can load. https://core.telegram.org/bots/api#getfile */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** @param load fetches a file by its id */
export const attachmentFrom = (
  { file_id, file_name = '', file_size = 1 }: TelegramDocument,
  load: (fileId: string, maxBytes: number) => Promise<Uint8Array>,
): Attachment => ({
  name: file_name,
  size: file_size, // where Telegram leaves it out, the loaded file is measured
  maxBytes: MAX_FILE_BYTES,
  load: () => load(file_id, MAX_FILE_BYTES),
});

/** Whether a message is written in the name of its chat: by an anonymous administrator, or in a channel. */
export const speaksForChat = ({ sender_chat, chat }: TelegramMessage): boolean => sender_chat?.id === chat.id;

/**
 * Accounts of messages in the name of groups (@GroupAnonymousBot), of channels (@Channel_Bot) and of
 * Telegram.
 */
const CHAT_ACCOUNTS: ReadonlySet<number> = new Set([1087968824, 136817688, 777000]);

/** The person who wrote; undefined for a message in the name of a chat. */
export const writerOf = (message: TelegramMessage): User | undefined =>
  speaksForChat(message) || CHAT_ACCOUNTS.has(message.from?.id ?? 0) ? undefined : message.from;

/** The author of a message: a person, or the chat in whose name it is written, as always in a channel. */
export function speakerOf(message: TelegramMessage, manager: boolean): Person {
  const { chat } = message;
  const writer = chat.type === 'channel' ? undefined : writerOf(message);
  return writer ? personOf(writer, manager) : { ...personOf({ id: chat.id }, manager), forChat: true };
}

interface WrittenCommand {
  name: string;
  /** The bot that is named after the `@`. */
  bot?: string | undefined;
  words: string;
}

/** /name, /name@bot, and the words after it; before Chinese words the space is often left out. */
function commandIn(text: string): WrittenCommand | undefined {
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w{1,64}))?(?:(?:\s|(?=\p{Script=Han}))([\s\S]*))?$/iu.exec(text);
  if (!match) return undefined;
  const [, name, bot, words = ''] = match;
  return { name: name.toLowerCase(), bot: bot?.toLowerCase(), words: words.trim() };
}

/** In a group an unknown command may be another bot's, unless it names this one. */
function isForBot(
  { name, bot }: WrittenCommand,
  chat: TelegramChat,
  me: Me,
  commands: ReadonlySet<string>,
): boolean {
  if (bot) return bot === me.username.toLowerCase();
  return chat.type === 'private' || name === START || commands.has(name);
}

/** Begins every chat; with a payload it comes from a link, which opens a quote. */
const START = 'start';

function commandRequest({ name, words }: WrittenCommand, about: string | undefined): Incoming['request'] {
  if (name !== START)
    return {
      type: 'command',
      name,
      values: words,
      private: false,
      ...(about === undefined ? {} : { about }),
    };
  return words && words !== INLINE_START
    ? { type: 'command', name: 'quote', values: words, private: false }
    : { type: 'command', name: 'help', values: '', private: false };
}

/** The payload of the link in inline mode for people who may not use the bot. */
export const INLINE_START = 'inline';

/** A press on a button. */
export function pressFrom({ data, message }: CallbackQuery): Incoming['request'] | undefined {
  if (data === undefined || !message) return undefined;
  return {
    type: 'press',
    action: data,
    message: messageKey(message.chat.id, message.message_id),
    ...(isOffered(data, message) ? {} : { unoffered: true }),
  };
}

/**
 * Whether the message has a button with these data: modified clients can send any, which matters in shared
 * chats. Messages that are too old (date 0) come without their buttons.
 */
function isOffered(data: string, { chat, date, reply_markup }: TelegramMessage): boolean {
  const rows = reply_markup?.inline_keyboard ?? [];
  return (
    !isShared(chat) ||
    date === 0 ||
    rows.some((row) => row.some(({ callback_data }) => callback_data === data))
  );
}

/** Whether a chat is read by several people: a group or a channel. */
export const isShared = ({ type }: TelegramChat): boolean => type !== 'private';
