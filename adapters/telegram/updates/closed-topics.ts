// Topics that were closed while this process was running. Telegram has no method that tells whether a topic
// is closed.
import type { PresenceListener } from '#core';
import type { TelegramMessage } from '../api.ts';
import { placeOf } from '../decode.ts';

/** The oldest are dropped: sending there fails with an error that says so. */
const MAX_TOPICS = 1000;

export class ClosedTopics {
  private readonly closed = new Set<string>();

  /** Notes that a topic was closed or reopened; digests that are due in a reopened one are tried again. */
  async note(message: TelegramMessage, digests: Pick<PresenceListener, 'returned'>): Promise<void> {
    const { id } = placeOf(message);
    if (message.forum_topic_closed) this.closed.add(id);
    if (this.closed.size > MAX_TOPICS)
      for (const oldest of [...this.closed].slice(0, 1)) this.closed.delete(oldest);
    if (!message.forum_topic_reopened) return;
    this.closed.delete(id);
    await digests.returned(id);
  }

  has(message: TelegramMessage): boolean {
    return this.closed.has(placeOf(message).id);
  }
}
