// The digests of a bot on a stand-in, written and sent by a clock that a test sets.
import { accessibleIndexFor, editionView, subscriptionAccessOf } from '../../src/chat/index.ts';
import { Dispatcher, type GoneReason, type Poster } from '../../src/digests/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { RecordedPresence } from '../stand-ins/recorded-presence.ts';

const index = await sampleIndex();
/** The chat is open to everybody. */
const ACCESS = { open: true, ownerIds: [] };

/** Passes each event on to the dispatcher and then records it. */
export class LivePresence extends RecordedPresence {
  readonly store = memoryStore();
  /** Logged errors. */
  readonly errors: string[] = [];
  now: number;
  private readonly dispatcher: Dispatcher;

  constructor(now: number) {
    super();
    this.now = now;
    const error = (_: object, message: string) => void this.errors.push(message);
    this.dispatcher = new Dispatcher({
      store: this.store.digests,
      secret: async () => 'the same in every run',
      accessibleIndex: (subscription, whole) => accessibleIndexFor(subscription, whole, this.store),
      index: () => index,
      log: { info: () => {}, warn: () => {}, error },
      clock: this.clock,
      elapsed: this.clock,
      worker: 'the only one',
      accessOf: (subscription) => subscriptionAccessOf(subscription, ACCESS, this.store),
      view: editionView,
    });
  }

  clock = (): number => this.now;

  /** Sets the clock and sends what is due. */
  async at(time: number): Promise<void> {
    this.now = time;
    await this.dispatcher.tick();
  }

  override attach(poster: Poster): void {
    super.attach(poster);
    this.dispatcher.attach(poster);
  }

  override async detach(platform: string): Promise<void> {
    await super.detach(platform);
    await this.dispatcher.detach(platform);
  }

  override async returned(key: string): Promise<void> {
    await this.dispatcher.returned(key);
    await super.returned(key);
  }

  override async left(key: string, reason: GoneReason): Promise<void> {
    await this.dispatcher.left(key, reason);
    await super.left(key, reason);
  }
}
