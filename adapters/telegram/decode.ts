// From Telegram's updates to what the core takes. Pure: reads, decides nothing.
import type { Attachment, Incoming, Person, Place } from '#core';
import type {
  CallbackQuery,
  ChatMember,
  Me,
  TelegramChat,
  TelegramDocument,
  TelegramMessage,
  User,
} from './api.ts';
import { aboutOf } from './decoding/replied.ts';
import { localeFrom } from './locale.ts';

export const chatKey = (id: number): string => `telegram:chat:${id}`;
export const messageKey = (chat: number, message: number): string => `telegram:message:${chat}:${message}`;
const personKey = (id: number) => `telegram:${id}`;

/** Whoever pressed, or asked inline. */
export function personOf(
  { id, language_code, first_name, username }: Pick<User, 'id'> & Partial<User>,
  manager: boolean,
): Person {
  const locale = localeFrom(language_code);
  const name = [first_name, username && `@${username}`].filter(Boolean).join(' ');
  return { id: personKey(id), manager, ...(locale ? { locale } : {}), ...(name ? { name } : {}) };
}

/** Where it was: a private chat, a group or channel, or a topic of one. */
export function placeOf({ chat, message_thread_id: thread, is_topic_message }: TelegramMessage): Place {
  const within = { channel: chatKey(chat.id) };
  const named = chat.title ? { name: chat.title } : {};
  if (chat.type === 'private') return { id: chatKey(chat.id), kind: 'private', within };
  if (is_topic_message && thread !== undefined)
    return { id: `${chatKey(chat.id)}:topic:${thread}`, kind: 'thread', within, ...named };
  return { id: chatKey(chat.id), kind: 'group', within, ...named };
}

/** The place that stands for a person where there is no chat: inline queries. */
export function placeOfPerson({ id }: User): Place {
  return { id: chatKey(id), kind: 'private', within: { channel: chatKey(id) } };
}

/** What a message asks of the bot; undefined for one that is not for it. */
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
  if (command) return isMeant(command, chat, me, commands) ? started(command, about) : undefined;
  if (isChannel) return undefined; // what is said there is for its readers
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
    ...(about !== undefined && (!repliesToBot || question !== '') ? { about } : {}), // words may be a command: /核对
  };
}

/** The file that a message brings, or that of the message to which a command replies. Pictures, sounds and films are none of ours. */
export function documentOf({
  document,
  reply_to_message,
  text,
}: TelegramMessage): TelegramDocument | undefined {
  const replied = text?.startsWith('/') ? reply_to_message?.document : undefined;
  const found = document ?? replied;
  return found?.mime_type && /^(?:image|audio|video)\//.test(found.mime_type) ? undefined : found;
}

/** What bots are given at most. https://core.telegram.org/bots/api#getfile */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * A file as the core takes it.
 * @param load fetches it by its id
 */
export const attachmentFrom = (
  { file_id, file_name = '', file_size = 1 }: TelegramDocument,
  load: (fileId: string, most: number) => Promise<Uint8Array>,
): Attachment => ({
  name: file_name,
  size: file_size, // where Telegram leaves it out, what is loaded is measured
  maxBytes: MAX_FILE_BYTES,
  load: () => load(file_id, MAX_FILE_BYTES),
});

/** An administrator who writes in the name of the group; in a channel whoever may write. */
export const speaksForChat = ({ sender_chat, chat }: TelegramMessage): boolean => sender_chat?.id === chat.id;

/** The person who wrote; undefined for a chat that speaks through one of its people. */
export const writerOf = (message: TelegramMessage): User | undefined =>
  speaksForChat(message) || CHAT_ACCOUNTS.has(message.from?.id ?? 0) ? undefined : message.from;

/** Accounts under which Telegram shows what is said in the name of groups (@GroupAnonymousBot), of channels (@Channel_Bot) and by itself. */
const CHAT_ACCOUNTS: ReadonlySet<number> = new Set([1087968824, 136817688, 777000]);

/** Whoever wrote, be it a person or a chat: what is posted in a channel is said by the channel. */
export function speakerOf(message: TelegramMessage, manager: boolean): Person {
  const { chat } = message;
  const writer = chat.type === 'channel' ? undefined : writerOf(message);
  return writer ? personOf(writer, manager) : { ...personOf({ id: chat.id }, manager), forChat: true };
}

interface Words {
  name: string;
  /** The bot that is named after the `@`. */
  bot?: string | undefined;
  words: string;
}

/** /name, /name@bot, and the words after it; between a name and Chinese words a space is often left out. */
function commandIn(text: string): Words | undefined {
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w{1,64}))?(?:(?:\s|(?=\p{Script=Han}))([\s\S]*))?$/iu.exec(text);
  if (!match) return undefined;
  const [, name, bot, words = ''] = match;
  return { name: name.toLowerCase(), bot: bot?.toLowerCase(), words: words.trim() };
}

/** A command that we do not have may be that of another bot in the chat, unless it names us. */
function isMeant({ name, bot }: Words, chat: TelegramChat, me: Me, commands: ReadonlySet<string>): boolean {
  if (bot) return bot === me.username.toLowerCase();
  return chat.type === 'private' || name === START || commands.has(name);
}

const START = 'start';

/** /start is how every chat begins; with a payload it came from a link, which opens a quote. */
function started({ name, words }: Words, about: string | undefined): Incoming['request'] {
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

/** The payload of the link that inline mode gives to people who may not use the bot. */
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

/** Apps can send any data with any message, which matters where others read it. Of one that is too old Telegram shows no buttons. */
function isOffered(data: string, { chat, date, reply_markup }: TelegramMessage): boolean {
  const rows = reply_markup?.inline_keyboard ?? [];
  return (
    !isShared(chat) ||
    date === 0 ||
    rows.some((row) => row.some(({ callback_data }) => callback_data === data))
  );
}

/** Whether what is said in a chat is read by several people: a group or a channel. */
export const isShared = ({ type }: TelegramChat): boolean => type !== 'private';

/** Whether somebody who is this in a chat may write there. */
export const mayWrite = ({ status, is_member, can_send_messages, can_post_messages }: ChatMember): boolean =>
  status === 'restricted'
    ? can_send_messages === true && is_member !== false
    : status !== 'left' && status !== 'kicked' && can_post_messages !== false;

/** Whether a restriction ends by itself. */
export const isPassing = ({ status, is_member, until_date = 0 }: ChatMember): boolean =>
  status === 'restricted' && until_date > 0 && is_member !== false;
