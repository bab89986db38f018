// What a platform sent and could not be read: dropped, counted, and told in few lines, however much of it comes.
import type { Log } from '#core';
import { Tally } from './tally.ts';

/** Kinds are named by the platform: of more than so many the rest goes under one name. */
const MAX_KINDS = 50;
const OTHERS = 'others';

export class Dropped {
  private readonly log: Pick<Log, 'error'>;
  private readonly platform: string;
  private readonly tallies = new Map<string, Tally>();
  /** How many were dropped since the start. */
  count = 0;

  constructor(platform: string, log: Pick<Log, 'error'>) {
    this.platform = platform;
    this.log = log;
  }

  /** Counts one that was dropped, and says so unless something was said of its kind a moment ago. */
  note(kind: string, error: unknown): void {
    this.count++;
    const name = this.tallies.has(kind) || this.tallies.size < MAX_KINDS ? kind : OTHERS;
    const tally = this.tallies.get(name) ?? this.tallyOf(name);
    this.tallies.set(name, tally);
    tally.note({ err: error });
  }

  private tallyOf(kind: string): Tally {
    return new Tally((count, last) =>
      this.log.error(
        { ...last, kind, count, dropped: this.count },
        `an event of ${this.platform} was not handled: it is dropped`,
      ),
    );
  }
}
