// Records what an adapter notifies the digests of. Sends nothing by itself.
import { EventEmitter, once } from 'node:events';
import type { Poster, PresenceListener } from '../../src/digests/index.ts';

const WAIT_MS = 60_000;

export class RecordedPresence implements PresenceListener {
  /** Posters by their platform, as long as they are attached. */
  readonly posters = new Map<string, Poster>();
  /** `returned KEY` and `left KEY REASON`, in order. */
  readonly events: string[] = [];
  /** Thrown at every notification, where it is set. */
  failure: Error | undefined;
  private readonly emitter = new EventEmitter();

  attach(poster: Poster): void {
    this.posters.set(poster.platform, poster);
  }

  async detach(platform: string): Promise<void> {
    this.posters.delete(platform);
  }

  async returned(key: string): Promise<void> {
    this.note(`returned ${key}`);
  }

  async left(key: string, reason: string): Promise<void> {
    this.note(`left ${key} ${reason}`);
  }

  /** The one poster that is attached. */
  get poster(): Poster {
    const [poster] = this.posters.values();
    if (!poster) throw new Error('No poster is attached');
    return poster;
  }

  /** Resolves when a notification has come, among those from an index on. */
  async noted(line: string, from = 0): Promise<void> {
    const signal = AbortSignal.timeout(WAIT_MS);
    while (!this.events.includes(line, from)) await once(this.emitter, 'noted', { signal });
  }

  private note(line: string): void {
    this.events.push(line);
    this.emitter.emit('noted');
    if (this.failure) throw this.failure;
  }
}
