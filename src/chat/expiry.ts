// Deletes what has become too old, now and then, and by a clock that can be believed.
import { ClockWatch } from '../digests/index.ts';
import type { ReportFileManager } from '../library/index.ts';
import { ACCESS_REQUEST_MS } from './access/access-requests.ts';
import type { ChatOptions } from './chat-options.ts';
import { CONVERSATION_MS } from './conversation.ts';
import { PAGED_LIST_MS } from './paged-list.ts';
import { QUESTION_LOG_MS } from './question-log.ts';
import type { ChatStore } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;
const PAUSE_MS = HOUR_MS / 4;
/** Notices are about days. */
const NOTICE_MS = 24 * HOUR_MS;
/** After so long a time without a sign of life files are deleted an hour later only: nobody brings them back if the clock was wrong. */
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Resolves after some time, or when told to stop. */
export type Wait = (ms: number) => Promise<unknown>;

export class Expiry {
  private readonly store: ChatStore;
  private readonly reportFiles: ReportFileManager | undefined;
  private readonly clockWatch: ClockWatch;
  /** When it last deleted what is kept for long, by the clock and by the time that passes. */
  private last: { at: number; elapsedMs: number } | undefined;

  constructor(
    store: ChatStore,
    reportFiles: ReportFileManager | undefined,
    log: ConstructorParameters<typeof ClockWatch>[1],
  ) {
    this.store = store;
    this.reportFiles = reportFiles;
    this.clockWatch = new ClockWatch(store.digests.clock, log);
  }

  /** Deletes now and then until it is told to stop, whether anybody asks something or not. */
  async runUntil(
    stop: AbortSignal,
    { clock, elapsed, log }: Pick<ChatOptions, 'clock' | 'elapsed' | 'log'>,
    wait: Wait,
  ): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.run(clock(), elapsed());
      } catch (error) {
        log.error({ err: error }, 'what has become too old could not be deleted');
      }
      await wait(PAUSE_MS);
    }
  }

  /**
   * Deletes conversations, and within the hour what else is too old. Where the clock was set since, what seems old may not be: that waits
   * for the next hour.
   * @param now milliseconds since 1970
   * @param elapsedMs milliseconds that never go back
   */
  async run(now: number, elapsedMs: number): Promise<void> {
    const { conversations, digests } = this.store;
    const { deletes, isSteady, cameBack, sinceLastMs } = await this.clockWatch.look(now);
    if (!deletes) return;
    await conversations.expire(now - CONVERSATION_MS);
    if (cameBack && isSteady) await digests.clock.rewind(now);
    const { last } = this;
    if (last && elapsedMs - last.elapsedMs < HOUR_MS) return;
    this.last = { at: now, elapsedMs };
    if (last && Math.abs(now - last.at - (elapsedMs - last.elapsedMs)) > HOUR_MS) return;
    await this.deleteOld(now);
    if (sinceLastMs < WEEK_MS) await this.reportFiles?.expire(isSteady);
  }

  private async deleteOld(now: number): Promise<void> {
    const { pagedLists, notices, questionLog, requests } = this.store;
    await pagedLists.expire(now - PAGED_LIST_MS);
    await notices.expire(now - NOTICE_MS);
    await questionLog.expire(now - QUESTION_LOG_MS);
    await requests.expire(now - ACCESS_REQUEST_MS);
  }
}
