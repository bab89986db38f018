// What a platform sent and could not be read: dropped, counted, and told in few lines, however much of it comes.
import type { Log } from '#core';

/** After a line nothing more is said of the same kind for so long; what came meanwhile is told as a number. */
const QUIET_MS = 60_000;
/** Kinds are named by the platform: of more than so many the rest goes under one name. */
const MAX_KINDS = 50;
const OTHERS = 'others';

export class Dropped {
  private readonly log: Pick<Log, 'error'>;
  private readonly platform: string;
  private readonly counts = new Map<string, { all: number; untold: number; quiet: boolean }>();

  constructor(platform: string, log: Pick<Log, 'error'>) {
    this.platform = platform;
    this.log = log;
  }

  /** How many were dropped since the start. */
  get count(): number {
    return [...this.counts.values()].reduce((sum, { all }) => sum + all, 0);
  }

  /** Counts one that was dropped, and says so unless something was said of its kind a moment ago. */
  note(kind: string, error: unknown): void {
    const name = this.counts.has(kind) || this.counts.size < MAX_KINDS ? kind : OTHERS;
    const counted = this.counts.get(name) ?? { all: 0, untold: 0, quiet: false };
    this.counts.set(name, counted);
    counted.all++;
    counted.untold++;
    if (!counted.quiet) this.tell(name, error);
  }

  private tell(kind: string, error?: unknown): void {
    const counted = this.counts.get(kind);
    if (!counted || counted.untold === 0) return;
    const { untold } = counted;
    this.log.error(
      { ...(error === undefined ? {} : { err: error }), kind, count: untold, dropped: this.count },
      `an event of ${this.platform} was not handled: it is dropped`,
    );
    counted.untold = 0;
    counted.quiet = true;
    setTimeout(() => {
      counted.quiet = false;
      this.tell(kind);
    }, QUIET_MS).unref();
  }
}
