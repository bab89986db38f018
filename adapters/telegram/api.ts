// The parts of the Bot API that are used here, typed by its description of version 10.1; the client's own types end at 7.1.
// https://core.telegram.org/bots/api

/** A stretch of a text with a look. Offsets and lengths are UTF-16 units. */
export interface LookEntity {
  type: 'bold' | 'italic' | 'code' | 'pre' | 'strikethrough' | 'blockquote' | 'expandable_blockquote';
  offset: number;
  length: number;
}

/** A stretch that names a point of time. How it is to be formatted may be left out: then it stays as it is written. */
export interface MomentEntity {
  type: 'date_time';
  offset: number;
  length: number;
  /** Seconds since 1970. */
  unix_time: number;
}

export type Entity = LookEntity | MomentEntity;

export interface InlineButton {
  text: string;
  callback_data?: string;
  copy_text?: { text: string };
  url?: string;
}

export type ReplyMarkup =
  | { inline_keyboard: InlineButton[][] }
  | { force_reply: true; selective: true; input_field_placeholder?: string };

/** What a message shows. */
export interface Content {
  text: string;
  entities: Entity[];
  reply_markup?: ReplyMarkup;
  link_preview_options: { is_disabled: true };
}

export interface SendMessage extends Content {
  chat_id: number;
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
  disable_notification?: boolean;
}

export interface EditMessage extends Content {
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

/** Methods with what they take and give. */
export interface Methods {
  getMe: { takes: Record<string, never>; gives: Me };
  sendMessage: { takes: SendMessage; gives: { message_id: number } };
  editMessageText: { takes: EditMessage; gives: unknown };
  deleteMessage: { takes: { chat_id: number; message_id: number }; gives: true };
  answerCallbackQuery: {
    takes: { callback_query_id: string; text?: string; show_alert?: boolean };
    gives: true;
  };
  answerInlineQuery: {
    takes: {
      inline_query_id: string;
      results: InlineArticle[];
      next_offset: string;
      cache_time: number;
      is_personal: boolean;
      button?: { text: string; start_parameter: string };
    };
    gives: true;
  };
  sendChatAction: { takes: { chat_id: number; action: 'typing'; message_thread_id?: number }; gives: true };
  setMyCommands: {
    takes: { commands: BotCommand[]; scope: CommandScope; language_code?: string };
    gives: true;
  };
  getChatMember: { takes: { chat_id: number; user_id: number }; gives: ChatMember };
  getChat: { takes: { chat_id: number }; gives: { permissions?: { can_send_messages?: boolean } } };
  getChatAdministrators: { takes: { chat_id: number }; gives: { user: { id: number } }[] };
  setWebhook: {
    takes: {
      url: string;
      secret_token: string;
      allowed_updates: readonly string[];
      max_connections?: number;
    };
    gives: true;
  };
  getFile: { takes: { file_id: string }; gives: { file_path?: string } };
  getWebhookInfo: { takes: Record<string, never>; gives: { url: string; last_error_message?: string } };
  deleteWebhook: { takes: Record<string, never>; gives: true };
  getUpdates: {
    takes: { offset: number; timeout: number; limit?: number; allowed_updates: readonly string[] };
    /** Updates of any kind, to be read one by one. */
    gives: unknown[];
  };
}

export interface Me {
  id: number;
  username: string;
  can_join_groups?: boolean;
  can_read_all_group_messages?: boolean;
  supports_inline_queries?: boolean;
}

/** Calls one method, until the signal. */
export type Call = <Method extends keyof Methods>(
  method: Method,
  payload: Methods[Method]['takes'],
  signal?: AbortSignal,
) => Promise<Methods[Method]['gives']>;

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
  /** Of what is no private chat. */
  title?: string;
}

/** A file that was sent as such. */
export interface TelegramDocument {
  file_id: string;
  file_name?: string;
  mime_type?: string;
  /** In bytes. */
  file_size?: number;
}

export interface TelegramMessage {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: boolean;
  /** Seconds since 1970; undefined where Telegram does not say it. */
  date?: number;
  chat: TelegramChat;
  from?: User;
  /** An administrator who writes in the name of the group. */
  sender_chat?: { id: number };
  via_bot?: { id: number };
  text?: string;
  caption?: string;
  document?: TelegramDocument;
  reply_to_message?: RepliedMessage;
  /** The stretch of that message, or of one of another chat, that whoever replies has marked. */
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
  entities?: Stretch[];
  caption?: string;
  caption_entities?: Stretch[];
  /** The words of a message with paragraphs, lists and tables of its own. */
  rich_message?: string;
  poll?: { question: string };
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  type: string;
  offset: number;
  length: number;
}

/** A press; of an old message there is only the number. */
export interface CallbackQuery {
  id: string;
  from: User;
  message?: TelegramMessage;
  data?: string;
}

/** What the bot is in a chat. Rights are told where they are not a matter of course. */
export interface ChatMember {
  status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
  /** Of somebody restricted: false for one who is not there any more. */
  is_member?: boolean;
  /** Of somebody restricted. */
  can_send_messages?: boolean;
  /** Of somebody restricted: seconds since 1970, 0 for good. */
  until_date?: number;
  /** Of an administrator of a channel. */
  can_post_messages?: boolean;
}

/** An update with the kinds that are asked for. */
export interface Update {
  update_id: number;
  message?: TelegramMessage;
  edited_message?: TelegramMessage;
  callback_query?: CallbackQuery;
  inline_query?: { id: string; from: User; query: string; offset: string };
  /** Said in a channel, by whoever may. */
  channel_post?: TelegramMessage;
  my_chat_member?: { chat: TelegramChat; new_chat_member: ChatMember };
}

/** The kinds of update that this adapter asks for. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'channel_post',
] as const;
