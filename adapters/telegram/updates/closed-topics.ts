// Topics that were closed while this process was running, by what Telegram tells of them.
import type { PresenceListener } from '#core';
import type { TelegramMessage } from '../api.ts';
import { placeOf } from '../decode.ts';

/** The oldest are forgotten: of those it is found out by sending. */
const MOST = 1000;

export class Topics {
  private readonly closed = new Set<string>();

  /** Notes that a topic was closed or reopened; what was held back there is tried again. */
  async note(message: TelegramMessage, digests: Pick<PresenceListener, 'returned'>): Promise<void> {
    const { id } = placeOf(message);
    if (message.forum_topic_closed) this.closed.add(id);
    if (this.closed.size > MOST)
      for (const oldest of [...this.closed].slice(0, 1)) this.closed.delete(oldest);
    if (!message.forum_topic_reopened) return;
    this.closed.delete(id);
    await digests.returned(id);
  }

  isClosed(message: TelegramMessage): boolean {
    return this.closed.has(placeOf(message).id);
  }
}
