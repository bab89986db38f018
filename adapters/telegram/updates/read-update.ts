// Checks updates and results of methods, and keeps only the parts that are used. A field that decides
// something must have its documented type; one that is merely useful counts as absent where it does not.
import type { Methods, RepliedMessage, TelegramMessage, Update } from '../api.ts';
import { richText } from '../decoding/rich-text.ts';
import {
  anything,
  flag,
  lenient,
  listOf,
  object,
  oneOf,
  optional,
  type Shape,
  ShapeMismatch,
  text,
  whole,
} from './shape.ts';

const user = object({
  id: whole,
  is_bot: flag,
  language_code: lenient(text),
  first_name: lenient(text),
  username: lenient(text),
});

const chat = object({
  id: whole,
  type: oneOf('private', 'group', 'supergroup', 'channel'),
  title: lenient(text),
});

const document = object({
  file_id: text,
  file_name: lenient(text),
  mime_type: optional(text),
  file_size: lenient(whole),
});

const spans = lenient(listOf(object({ type: text, offset: whole, length: whole })));

const replied: Shape<RepliedMessage> = object({
  message_id: whole,
  from: optional(object({ id: whole })),
  document: optional(document),
  text: lenient(text),
  entities: spans,
  caption: lenient(text),
  caption_entities: spans,
  rich_message: (value: unknown) => richText(value),
  poll: lenient(object({ question: text })),
});

const keyboard = lenient(
  object({ inline_keyboard: lenient(listOf(listOf(object({ callback_data: optional(text) })))) }),
);

const message: Shape<TelegramMessage> = object({
  message_id: whole,
  message_thread_id: optional(whole),
  is_topic_message: optional(flag),
  date: lenient(whole),
  chat,
  from: optional(user),
  sender_chat: optional(object({ id: whole })),
  via_bot: optional(object({ id: whole })),
  text: optional(text),
  caption: optional(text),
  document: optional(document),
  reply_to_message: optional(replied),
  quote: lenient(object({ text })),
  migrate_to_chat_id: optional(whole),
  forum_topic_closed: lenient(object({})),
  forum_topic_reopened: lenient(object({})),
  reply_markup: keyboard,
});

const member = object({
  status: oneOf('creator', 'administrator', 'member', 'restricted', 'left', 'kicked'),
  is_member: lenient(flag),
  can_send_messages: optional(flag),
  can_post_messages: optional(flag),
  until_date: lenient(whole),
});

const KINDS = {
  message,
  edited_message: message,
  callback_query: object({ id: text, from: user, message: optional(message), data: optional(text) }),
  inline_query: object({ id: text, from: user, query: text, offset: text }),
  my_chat_member: object({
    chat,
    new_chat_member: member,
  }),
  channel_post: message,
} satisfies Record<keyof Omit<Update, 'update_id'>, Shape<unknown>>;

/** Ids have 32 bits, and the next request asks for the one after. */
const MAX_UPDATE_ID = 2 ** 31 - 2;

/** The id of an update, whatever the rest of it is. */
export function updateIdOf(raw: unknown): number | undefined {
  const read = object({ update_id: whole })(raw);
  if (read instanceof ShapeMismatch) return undefined;
  return read.update_id > 0 && read.update_id <= MAX_UPDATE_ID ? read.update_id : undefined;
}

/** An update with its one known kind; a misfit where it cannot be read or has none. */
export function readUpdate(raw: unknown): Update | ShapeMismatch {
  const update_id = updateIdOf(raw);
  if (update_id === undefined) return new ShapeMismatch('id of an update', ['update_id']);
  const fields = raw as Record<string, unknown>;
  for (const [kind, shape] of Object.entries(KINDS)) {
    if (fields[kind] === undefined || fields[kind] === null) continue;
    const read = shape(fields[kind]);
    return read instanceof ShapeMismatch
      ? new ShapeMismatch(read.wanted, [kind, ...read.path])
      : { update_id, [kind]: read };
  }
  return new ShapeMismatch('kind of update that is known');
}

/** Results that are used. Of other methods it is enough that they succeeded. */
const RESULTS: { [Method in keyof Methods]?: Shape<Methods[Method]['result']> } = {
  getMe: object({
    id: whole,
    username: text,
    can_join_groups: lenient(flag),
    can_read_all_group_messages: lenient(flag),
    supports_inline_queries: lenient(flag),
  }),
  sendMessage: object({ message_id: whole }),
  getChatAdministrators: listOf(object({ user: object({ id: whole }) })),
  getChatMember: member,
  getChat: object({ permissions: lenient(object({ can_send_messages: lenient(flag) })) }),
  getFile: object({ file_path: lenient(text) }),
  getUpdates: listOf(anything),
};

/** The result of a method; a misfit where it does not have the documented shape. */
export function readResult<Method extends keyof Methods>(
  method: Method,
  raw: unknown,
): Methods[Method]['result'] | ShapeMismatch {
  const shape: Shape<Methods[Method]['result']> | undefined = RESULTS[method];
  return shape ? shape(raw) : (raw as Methods[Method]['result']);
}
