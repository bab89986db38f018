// The parts of the Bot API's JSON that the stand-in reads and writes.

export type Json = Record<string, unknown>;

/** A stretch of a text; offset and length in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: { id: number };
  language?: string;
  custom_emoji_id?: string | undefined;
}

export interface Formatted {
  text: string;
  entities: Entity[];
}

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
  style?: string;
  [field: string]: unknown;
}

export interface ReplyMarkup {
  inline_keyboard?: Button[][];
  keyboard?: (Button | string)[][];
  remove_keyboard?: boolean;
  force_reply?: boolean;
  input_field_placeholder?: string;
}

interface ReplyParameters {
  message_id: number;
  chat_id?: number | string;
  allow_sending_without_reply?: boolean;
  quote?: string;
  quote_position?: number;
}

export interface Scope {
  type: string;
  chat_id?: number | string;
  user_id?: number;
}

export interface Command {
  command: string;
  description: string;
}

interface TextContent {
  message_text?: string;
  parse_mode?: string;
  entities?: Entity[];
  link_preview_options?: Json;
}

/** What an inline query is answered with, one of them. */
export interface InlineResult {
  type: string;
  id: string;
  title?: string;
  description?: string;
  caption?: string;
  parse_mode?: string;
  caption_entities?: Entity[];
  input_message_content?: TextContent;
  reply_markup?: ReplyMarkup;
  [field: string]: unknown;
}

/** The button above inline results. */
export interface ResultsButton {
  text: string;
  start_parameter?: string;
  web_app?: Json;
}

/** The parameters of a request, JSON parsed and numbers being numbers; what is in them is only known after they have been inspected. */
export interface Body {
  chat_id?: number | string;
  from_chat_id?: number | string;
  message_id?: number;
  message_thread_id?: number;
  inline_message_id?: string;
  text?: string;
  caption?: string;
  parse_mode?: string;
  entities?: Entity[];
  caption_entities?: Entity[];
  link_preview_options?: Json;
  reply_markup?: ReplyMarkup;
  reply_parameters?: ReplyParameters;
  disable_notification?: boolean;
  protect_content?: boolean;
  action?: string;
  callback_query_id?: string;
  show_alert?: boolean;
  url?: string;
  cache_time?: number;
  inline_query_id?: string;
  guest_query_id?: string;
  results?: InlineResult[];
  result?: InlineResult;
  is_personal?: boolean;
  next_offset?: string;
  button?: ResultsButton;
  commands?: Command[];
  scope?: Scope;
  language_code?: string;
  description?: string;
  short_description?: string;
  user_id?: number;
  file_id?: string;
  document?: unknown;
  reaction?: { type: string; emoji?: string }[];
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
  secret_token?: string;
  max_connections?: number;
  [field: string]: unknown;
}
