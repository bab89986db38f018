// What the worker pool and its threads say to each other.
import type { Obstacle, ReadDocument } from '../reports/index.ts';

export type Job = { kind: 'index'; name: string; document: ReadDocument } | { kind: 'dictionary' };

/** `obstacle` where the thread and not the document was to blame. */
export type JobReply = { ok: true; result: unknown } | { ok: false; reason: string; obstacle?: Obstacle };

/** A thread ended before its job was done. */
export class WorkerEndedError extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    const { kind } = obstacle;
    super(kind === 'too-slow' ? `reading it took more than ${obstacle.seconds} seconds` : kind);
    this.obstacle = obstacle;
  }
}
