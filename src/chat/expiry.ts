// Deletes expired records and files, now and then, and only while the clock can be trusted.
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
/** Notices are claimed by the day. */
const NOTICE_MS = 24 * HOUR_MS;
/** After a longer time without a run, files are deleted an hour later: the clock may be wrong. */
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Resolves after some time, or when the program stops. */
export type Wait = (ms: number) => Promise<unknown>;

export class Expiry {
  private readonly store: ChatStore;
  private readonly reportFiles: ReportFileManager | undefined;
  private readonly clockWatch: ClockWatch;
  /** The last full run, by the clock and by the time elapsed. */
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

  /** Runs every quarter of an hour, so that records expire without any request. */
  async runUntil(
    stop: AbortSignal,
    { clock, elapsed, log }: Pick<ChatOptions, 'clock' | 'elapsed' | 'log'>,
    wait: Wait,
  ): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.run(clock(), elapsed());
      } catch (error) {
        log.error({ err: error }, 'expired records could not be deleted');
      }
      await wait(PAUSE_MS);
    }
  }

  /**
   * Deletes expired conversations, and once an hour everything else that has expired. Where the clock was set
   * since the last full run, that waits for the next one: what seems old may not be.
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
