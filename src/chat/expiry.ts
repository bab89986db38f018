// Deletes what has become too old, now and then, and by a clock that can be believed.
import { ClockWatch } from '../digests/index.ts';
import type { Librarian } from '../library/index.ts';
import { CONVERSATION_MS } from './conversation.ts';
import { LISTING_MS } from './listing.ts';
import { QUESTION_LOG_MS } from './question-log.ts';
import type { ChatStore } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Notices are about days. */
const NOTICE_MS = 24 * HOUR_MS;
/** After so long a time without a sign of life files are deleted an hour later only: nobody brings them back if the clock was wrong. */
const WEEK_MS = 7 * 24 * HOUR_MS;

export class Expiry {
  private readonly store: ChatStore;
  private readonly librarian: Librarian | undefined;
  private readonly watch: ClockWatch;
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(
    store: ChatStore,
    librarian: Librarian | undefined,
    log: ConstructorParameters<typeof ClockWatch>[1],
  ) {
    this.store = store;
    this.librarian = librarian;
    this.watch = new ClockWatch(store.digests.clock, log);
  }

  /** Deletes conversations, and within the hour what else is too old. */
  async run(now: number): Promise<void> {
    const { listings, notices, questionLog, conversations } = this.store;
    const { deletes, isSteady, cameBack, sinceLastMs } = await this.watch.look(now);
    if (!deletes) return;
    await conversations.expire(now - CONVERSATION_MS);
    if (cameBack && isSteady) await this.store.digests.clock.rewind(now);
    if (now >= this.lastAt && now - this.lastAt < HOUR_MS) return;
    this.lastAt = now;
    await listings.expire(now - LISTING_MS);
    await notices.expire(now - NOTICE_MS);
    await questionLog.expire(now - QUESTION_LOG_MS);
    if (sinceLastMs < WEEK_MS) await this.librarian?.expire(isSteady);
  }
}
