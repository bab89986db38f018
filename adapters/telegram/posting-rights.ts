// What keeps the bot from posting in a chat, asked of Telegram when somebody wants that. Pure but for the asking.
import type { Log, PostingLack } from '#core';
import type { Call, ChatMember, TelegramChat } from './api.ts';
import { isShared, mayWrite } from './decode.ts';

/**
 * Nothing where Telegram does not say: that is not held against the chat.
 * @param bot the bot's own user id
 */
export async function lacksIn(
  { call, log }: { call: Call; log: Pick<Log, 'info'> },
  chat: TelegramChat,
  bot: number,
  isTopicClosed = false,
): Promise<PostingLack[]> {
  if (!isShared(chat)) return [];
  try {
    const member = await call('getChatMember', { chat_id: chat.id, user_id: bot });
    if (lacksRight(member, chat)) return ['send'];
    if (member.status === 'administrator' || member.status === 'creator') return [];
    const { permissions } = await call('getChat', { chat_id: chat.id });
    if (permissions?.can_send_messages === false) return ['send']; // only administrators write there
    return isTopicClosed ? ['closed'] : []; // they write into closed topics, too
  } catch (error) {
    log.info({ err: error, chat: chat.id }, 'Telegram does not say what the bot may do in a chat');
    return [];
  }
}

/** In a channel only administrators with that right post. */
const lacksRight = (member: ChatMember, { type }: TelegramChat): boolean =>
  !mayWrite(member) ||
  (type === 'channel' && member.status !== 'administrator' && member.status !== 'creator');
