// Deletes what has become too old, now and then.
import type { Librarian } from '../library/index.ts';
import { CONVERSATION_MS } from './conversation.ts';
import { LISTING_MS } from './listing.ts';
import { QUESTION_LOG_MS } from './question-log.ts';
import { REQUEST_MS } from './requests.ts';
import type { ChatStore } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Notices are about days. */
const NOTICE_MS = 24 * HOUR_MS;

export class Expiry {
  private readonly store: ChatStore;
  private readonly librarian: Librarian | undefined;
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(store: ChatStore, librarian: Librarian | undefined) {
    this.store = store;
    this.librarian = librarian;
  }

  /** Deletes, unless it did so within the hour. */
  async run(now: number): Promise<void> {
    if (now - this.lastAt < HOUR_MS) return;
    this.lastAt = now;
    const { listings, notices, questionLog, conversations, requests } = this.store;
    await listings.expire(now - LISTING_MS);
    await notices.expire(now - NOTICE_MS);
    await questionLog.expire(now - QUESTION_LOG_MS);
    await requests.expire(now - REQUEST_MS);
    await conversations.expire(now - CONVERSATION_MS);
    await this.librarian?.expire();
  }
}
