// The messages between the worker pool and its threads.
import type { ReadDocument, ReadFailure } from '../reports/index.ts';

export type Job = { kind: 'index'; name: string; document: ReadDocument } | { kind: 'dictionary' };

/** `obstacle` where the thread, not the document, was the cause. */
export type JobReply = { ok: true; result: unknown } | { ok: false; reason: string; obstacle?: ReadFailure };

/** A thread ended before its job was done. */
export class WorkerEndedError extends Error {
  readonly obstacle: ReadFailure;

  constructor(obstacle: ReadFailure) {
    const { kind } = obstacle;
    super(kind === 'too-slow' ? `reading it took more than ${obstacle.seconds} seconds` : kind);
    this.obstacle = obstacle;
  }
}
