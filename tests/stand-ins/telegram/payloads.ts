// People, chats and members in Telegram's JSON.
import type { Json } from './shapes.ts';
import type { Chat, Person, Standing, World } from './world.ts';

export const userPayload = ({
  id,
  is_bot = false,
  first_name,
  last_name,
  username,
  language_code,
}: Person): Json => ({
  id,
  is_bot,
  first_name,
  ...(last_name && { last_name }),
  ...(username && { username }),
  ...(language_code && { language_code }),
});

export function chatPayload({ id, type, title, username, person, topics }: Chat): Json {
  if (person) {
    const { first_name, last_name, username: name } = person;
    return { id, type, first_name, ...(last_name && { last_name }), ...(name && { username: name }) };
  }
  return {
    id,
    type,
    title,
    ...(username && { username }),
    ...(topics.length > 0 && { is_forum: true }),
  };
}

const ADMINISTRATOR = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};

/** What the bot is in a chat, as a ChatMember. */
export function botMemberPayload(bot: Person, standing: Standing): Json {
  const member = { user: userPayload(bot), status: standing };
  if (standing === 'administrator') return { ...member, ...ADMINISTRATOR };
  return standing === 'kicked' ? { ...member, until_date: 0 } : member;
}

/** A membership as a ChatMember. */
export function memberPayload({ bot }: World, chat: Chat, person: Person): Json {
  if (person.id === bot.id) return botMemberPayload(bot, chat.bot);
  const user = userPayload(person);
  const place = chat.admins.findIndex(({ id }) => id === person.id);
  if (place === 0) return { user, status: 'creator', is_anonymous: false };
  if (place > 0) return { user, status: 'administrator', ...ADMINISTRATOR };
  return { user, status: chat.members.some(({ id }) => id === person.id) ? 'member' : 'left' };
}

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

/** What getChat answers. */
export const fullChatPayload = (chat: Chat): Json => ({
  ...chatPayload(chat),
  accent_color_id: 0,
  max_reaction_count: 11,
  accepted_gift_types: NO_GIFTS,
  ...(chat.type !== 'private' && { permissions: { can_send_messages: true } }),
});

/** What getMe answers. */
export const mePayload = (bot: Person, privacy: boolean): Json => ({
  ...userPayload({ ...bot, is_bot: true }),
  can_join_groups: true,
  can_read_all_group_messages: !privacy,
  supports_inline_queries: true,
  supports_guest_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});
