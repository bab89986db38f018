// Changes of the bot's membership by updates: where it is and may write.
import type { Log, PresenceListener } from '#core';
import type { ChatMember, Update } from './api.ts';
import { chatKey } from './keys.ts';

/** Whether a member with these rights may write in the chat. */
export const mayWrite = ({ status, is_member, can_send_messages, can_post_messages }: ChatMember): boolean =>
  status === 'restricted'
    ? can_send_messages === true && is_member !== false
    : status !== 'left' && status !== 'kicked' && can_post_messages !== false;

/** Whether a restriction ends by itself; no update comes when it does. */
const isTemporary = ({ status, is_member, until_date = 0 }: ChatMember): boolean =>
  status === 'restricted' && until_date > 0 && is_member !== false;

/** Notifies the digests of changes of the bot's membership, in the order in which they come. */
export class Presence {
  private readonly digests: PresenceListener;
  private readonly log: Log;
  private latest: Promise<void> = Promise.resolve();

  constructor(digests: PresenceListener, log: Log) {
    this.digests = digests;
    this.log = log;
  }

  /** Resolves when this change and all earlier ones are noted. */
  note({ chat, new_chat_member: member }: NonNullable<Update['my_chat_member']>): Promise<void> {
    const { log } = this;
    log.info({ chat: chat.id, status: member.status }, 'the membership of the bot in a chat has changed');
    this.latest = this.latest
      .then(() => this.notify(chatKey(chat.id), member))
      .catch((error: unknown) =>
        log.error({ err: error, chat: chat.id }, 'a change of membership was not noted'),
      );
    return this.latest;
  }

  private async notify(key: string, member: ChatMember): Promise<void> {
    if (mayWrite(member)) return this.digests.returned(key);
    if (!isTemporary(member)) return this.digests.left(key, 'forbidden');
  }
}
