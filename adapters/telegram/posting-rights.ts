// What keeps the bot from posting in a chat, by the rights that Telegram states when asked.
import type { Log, PostingLack } from '#core';
import type { Call, ChatMember, TelegramChat } from './api.ts';
import { isShared } from './decode.ts';
import { mayWrite } from './presence.ts';

/**
 * Empty where Telegram does not answer.
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
    return isTopicClosed ? ['closed'] : []; // administrators write in closed topics, too
  } catch (error) {
    log.info({ err: error, chat: chat.id }, 'Telegram does not say what the bot may do in a chat');
    return [];
  }
}

/** In a channel only administrators post. */
const lacksRight = (member: ChatMember, { type }: TelegramChat): boolean =>
  !mayWrite(member) ||
  (type === 'channel' && member.status !== 'administrator' && member.status !== 'creator');
