// The used parts of the Bot API, typed by the documentation of version 10.1; the library's own types end at
// 7.1.
// https://core.telegram.org/bots/api

/** Formats a span of a text. Offsets and lengths are UTF-16 units. */
export interface FormatEntity {
  type: 'bold' | 'italic' | 'code' | 'pre' | 'strikethrough' | 'blockquote' | 'expandable_blockquote';
  offset: number;
  length: number;
}

/** Marks a span that names a point of time; without a format it is shown as it is written. */
interface MomentEntity {
  type: 'date_time';
  offset: number;
  length: number;
  /** Seconds since 1970. */
  unix_time: number;
}

export type Entity = FormatEntity | MomentEntity;

export interface InlineButton {
  text: string;
  callback_data?: string;
  copy_text?: { text: string };
  url?: string;
}

type ReplyMarkup =
  | { inline_keyboard: InlineButton[][] }
  | { force_reply: true; selective: true; input_field_placeholder?: string };

/** The content of a message. */
export interface Content {
  text: string;
  entities: Entity[];
  reply_markup?: ReplyMarkup;
  link_preview_options: { is_disabled: true };
}

interface SendMessage extends Content {
  chat_id: number;
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
  disable_notification?: boolean;
}

interface EditMessage extends Content {
  chat_id: number;
  message_id: number;
  reply_markup?: Extract<ReplyMarkup, { inline_keyboard: unknown }>;
}

export interface InlineArticle {
  type: 'article';
  id: string;
  title: string;
  description: string;
  input_message_content: {
    message_text: string;
    entities: Entity[];
    link_preview_options: { is_disabled: true };
  };
}

export interface BotCommand {
  command: string;
  description: string;
}

export type CommandScope = {
  type: 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators';
};

/** Methods with their parameters and results. */
export interface Methods {
  getMe: { parameters: Record<string, never>; result: Me };
  sendMessage: { parameters: SendMessage; result: { message_id: number } };
  editMessageText: { parameters: EditMessage; result: unknown };
  deleteMessage: { parameters: { chat_id: number; message_id: number }; result: true };
  answerCallbackQuery: {
    parameters: { callback_query_id: string; text?: string; show_alert?: boolean };
    result: true;
  };
  answerInlineQuery: {
    parameters: {
      inline_query_id: string;
      results: InlineArticle[];
      next_offset: string;
      cache_time: number;
      is_personal: boolean;
      button?: { text: string; start_parameter: string };
    };
    result: true;
  };
  sendChatAction: {
    parameters: { chat_id: number; action: 'typing'; message_thread_id?: number };
    result: true;
  };
  setMyCommands: {
    parameters: { commands: BotCommand[]; scope: CommandScope; language_code?: string };
    result: true;
  };
  getChatMember: { parameters: { chat_id: number; user_id: number }; result: ChatMember };
  getChat: { parameters: { chat_id: number }; result: { permissions?: { can_send_messages?: boolean } } };
  getChatAdministrators: { parameters: { chat_id: number }; result: { user: { id: number } }[] };
  setWebhook: {
    parameters: {
      url: string;
      secret_token: string;
      allowed_updates: readonly string[];
      max_connections?: number;
    };
    result: true;
  };
  getFile: { parameters: { file_id: string }; result: { file_path?: string } };
  getWebhookInfo: { parameters: Record<string, never>; result: { url: string; last_error_message?: string } };
  deleteWebhook: { parameters: Record<string, never>; result: true };
  getUpdates: {
    parameters: { offset: number; timeout: number; limit?: number; allowed_updates: readonly string[] };
    /** Raw updates. */
    result: unknown[];
  };
}

export interface Me {
  id: number;
  username: string;
  can_join_groups?: boolean;
  can_read_all_group_messages?: boolean;
  supports_inline_queries?: boolean;
}

export type Call = <Method extends keyof Methods>(
  method: Method,
  payload: Methods[Method]['parameters'],
  signal?: AbortSignal,
) => Promise<Methods[Method]['result']>;

export interface User {
  id: number;
  is_bot: boolean;
  language_code?: string;
  first_name?: string;
  username?: string;
}

export interface TelegramChat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  /** Private chats have none. */
  title?: string;
}

/** A file that was sent as a document. */
export interface TelegramDocument {
  file_id: string;
  file_name?: string;
  mime_type?: string;
  file_size?: number;
}

export interface TelegramMessage {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: boolean;
  /** Seconds since 1970. */
  date?: number;
  chat: TelegramChat;
  from?: User;
  /** The chat in whose name the message is written. */
  sender_chat?: { id: number };
  via_bot?: { id: number };
  text?: string;
  caption?: string;
  document?: TelegramDocument;
  reply_to_message?: RepliedMessage;
  /** The part of the replied message that is quoted; it may be of another chat. */
  quote?: { text: string };
  migrate_to_chat_id?: number;
  forum_topic_closed?: object;
  forum_topic_reopened?: object;
  /** The buttons under it. */
  reply_markup?: { inline_keyboard?: Pick<InlineButton, 'callback_data'>[][] };
}

/** A message that another one replies to. */
export interface RepliedMessage {
  message_id: number;
  from?: { id: number };
  document?: TelegramDocument;
  text?: string;
  entities?: TextSpan[];
  caption?: string;
  caption_entities?: TextSpan[];
  /** The text of a message with paragraphs, lists and tables. */
  rich_message?: string;
  poll?: { question: string };
}

/** A received entity, in UTF-16 units. */
export interface TextSpan {
  type: string;
  offset: number;
  length: number;
}

/** A press on a button; old messages come without their content. */
export interface CallbackQuery {
  id: string;
  from: User;
  message?: TelegramMessage;
  data?: string;
}

/** A member of a chat; rights are stated for restricted members and administrators of channels. */
export interface ChatMember {
  status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
  /** Of restricted members: false for one who has left. */
  is_member?: boolean;
  /** Of restricted members. */
  can_send_messages?: boolean;
  /** Of restricted members: seconds since 1970, 0 for good. */
  until_date?: number;
  /** Of administrators of a channel. */
  can_post_messages?: boolean;
}

/** An update of one of the requested kinds. */
export interface Update {
  update_id: number;
  message?: TelegramMessage;
  edited_message?: TelegramMessage;
  callback_query?: CallbackQuery;
  inline_query?: { id: string; from: User; query: string; offset: string };
  /** A message in a channel. */
  channel_post?: TelegramMessage;
  my_chat_member?: { chat: TelegramChat; new_chat_member: ChatMember };
}

/** The requested kinds of update. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'channel_post',
] as const;
