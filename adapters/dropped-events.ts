// Events of a platform that could not be read or handled: dropped, counted, and logged in few lines.
import type { Log } from '#core';
import { LogThrottle } from './log-throttle.ts';

/** Kinds are named by the platform: beyond this many, they are counted together. */
const MAX_KINDS = 50;
const OTHERS = 'others';

export class DroppedEvents {
  private readonly log: Pick<Log, 'error'>;
  private readonly platform: string;
  private readonly throttles = new Map<string, LogThrottle>();
  /** How many were dropped since the start. */
  count = 0;

  constructor(platform: string, log: Pick<Log, 'error'>) {
    this.platform = platform;
    this.log = log;
  }

  /** Counts a dropped event, and logs it unless one of its kind was logged a moment ago. */
  note(kind: string, error: unknown): void {
    this.count++;
    const name = this.throttles.has(kind) || this.throttles.size < MAX_KINDS ? kind : OTHERS;
    const throttle = this.throttles.get(name) ?? this.throttleFor(name);
    this.throttles.set(name, throttle);
    throttle.note({ err: error });
  }

  private throttleFor(kind: string): LogThrottle {
    return new LogThrottle((count, last) =>
      this.log.error(
        { ...last, kind, count, dropped: this.count },
        `an event of ${this.platform} was not handled: it is dropped`,
      ),
    );
  }
}
