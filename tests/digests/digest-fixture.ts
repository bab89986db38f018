// The digests with a clock that jumps from one due time to the next, and a platform that records what is posted.
import { accessibleIndexFor, editionView, subscriptionAccessOf } from '../../src/chat/index.ts';
import {
  Dispatcher,
  nextAfterChange,
  type Poster,
  type PostOptions,
  type Schedule,
  type Subscription,
} from '../../src/digests/index.ts';
import type { Delivery, Message } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { plainMedium } from '../fixtures/media.ts';
import { longBody } from '../fixtures/prose.ts';
import { indexOf } from '../search/corpus.ts';

export const MINUTE_MS: number = 60 * 1000;
export const HOUR_MS: number = 60 * MINUTE_MS;
export const DAY_MS: number = 24 * HOUR_MS;

export const SHANGHAI: Schedule = { time: '08:30', zone: 'Asia/Shanghai', days: 'daily' };

export interface Posted {
  place: string;
  /** Milliseconds since 1970. */
  at: number;
  message: Message;
  posting: PostOptions;
}

/** The delivery of a message; undefined where it is sent. */
export type PostOutcome = (posted: Posted) => Promise<Delivery | undefined> | Delivery | undefined;

export const report = (agency: string, from: number): string =>
  `${agency}2023年工作总结\n\n一、主要工作\n${longBody(from)}\n二、下一步打算\n${longBody(from + 2)}`;

/** A library of a few small reports. */
export const smallIndex = (): PassageIndex =>
  indexOf({
    'a.txt': report('甲县测绘局', 0),
    'b.txt': report('乙县档案局', 3),
    'c.txt': report('丙县民政局', 6),
  });

export class DigestFixture {
  now: number;
  index: PassageIndex;
  readonly store: ReturnType<typeof memoryStore>;
  readonly posted: Posted[] = [];
  readonly logged: { level: string; message: string; details: object }[] = [];
  outcomeOf: PostOutcome = () => undefined;
  /** What the platform finds of an earlier attempt; undefined where it cannot be searched. */
  found: string[] | undefined;
  access = { open: true, ownerIds: [] as string[] };
  dispatcher: Dispatcher;
  private readonly places = new Set<string>();
  private started = 0;
  private passed = 0;
  private before: number;
  readonly platform: string;
  private readonly medium: Poster['medium'];

  constructor(
    index: PassageIndex,
    {
      now,
      store = memoryStore(),
      platform = 'fake',
      medium = () => plainMedium(4000),
    }: { now: number; store?: DigestFixture['store']; platform?: string; medium?: Poster['medium'] },
  ) {
    this.index = index;
    this.now = now;
    this.before = now;
    this.store = store;
    this.platform = platform;
    this.medium = medium;
    this.dispatcher = this.start();
  }

  get digests() {
    return this.store.digests;
  }

  /** Starts the process anew: only what is stored is known. */
  restart(): void {
    this.dispatcher = this.start();
  }

  async disconnect(): Promise<void> {
    await this.dispatcher.detach(this.platform);
  }

  connect(): void {
    this.dispatcher.attach(this.poster());
  }

  /** Sets up a digest, as the command does. */
  async subscribe(place: string, schedule: Schedule, changes: Partial<Subscription> = {}): Promise<void> {
    this.places.add(place);
    const subscription: Subscription = {
      place,
      kind: 'group',
      channel: place,
      locale: 'zh',
      since: this.now,
      silent: false,
      skipEmpty: false,
      newsSince: this.now,
      ...changes,
      schedule,
    };
    await this.change(subscription);
  }

  /** Stores a changed subscription with its next due time, as the commands do. */
  async change({ next: _, ...changed }: Subscription): Promise<void> {
    const { schedule } = changed;
    const next = schedule && (await nextAfterChange(changed, schedule, this.digests, this.now));
    await this.digests.subscriptions.put({ ...changed, ...(next ? { next } : {}) });
  }

  async subscription(place: string): Promise<Subscription> {
    const found = await this.digests.subscriptions.get(place);
    if (!found) throw new Error(`nothing is set up in ${place}`);
    return found;
  }

  /** Lets time pass until an instant, with a tick at each due time. */
  async until(end: number): Promise<void> {
    await this.dispatcher.tick();
    for (;;) {
      const next = await this.nextDueTime(); // due entries wait for something else than time
      if (next > end) break;
      this.now = next;
      await this.dispatcher.tick();
    }
    this.now = end;
    await this.dispatcher.tick();
  }

  /** Sets the clock without letting time pass. */
  set(changeMs: number): void {
    this.elapsed();
    this.now += changeMs;
    this.before = this.now;
  }

  /** When messages were posted to a place. */
  sentTo(place: string): number[] {
    return this.posted.filter((each) => each.place === place).map(({ at }) => at);
  }

  private async nextDueTime(): Promise<number> {
    const { subscriptions, outbox } = this.digests;
    const times: number[] = [];
    for (const place of this.places) {
      const { next } = (await subscriptions.get(place)) ?? {};
      if (next) times.push(next.at);
      for (const { state, retryAt } of await outbox.history(place, 3))
        if (state === 'due') times.push(retryAt);
    }
    return Math.min(Number.POSITIVE_INFINITY, ...times.filter((at) => at > this.now));
  }

  /** Milliseconds that have passed, whatever the clock is set to. */
  private elapsed(): number {
    this.passed += Math.max(0, this.now - this.before);
    this.before = this.now;
    return this.passed;
  }

  /** How editions are written. */
  view = editionView;

  private start(): Dispatcher {
    const note = (level: string) => (details: object, message: string) => {
      this.logged.push({ level, message, details });
    };
    const dispatcher = new Dispatcher({
      store: this.store.digests,
      secret: async () => 'the same in every run',
      index: () => this.index,
      accessibleIndex: (subscription, whole) => accessibleIndexFor(subscription, whole, this.store),
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      clock: () => this.now,
      elapsed: () => this.elapsed(),
      worker: `worker ${++this.started}`,
      accessOf: (subscription) => subscriptionAccessOf(subscription, this.access, this.store),
      view: (edition) => this.view(edition),
    });
    dispatcher.attach(this.poster());
    return dispatcher;
  }

  private poster(): Poster {
    return {
      platform: this.platform,
      maxConcurrent: 5,
      medium: this.medium,
      ...(this.found ? { find: async () => this.found } : {}),
      direct: async (person: string) => `${person}:chat`,
      addressOf: (place) => `the address of ${place}`,
      post: async (place, message, posting) => {
        const posted = { place, at: this.now, message, posting };
        const delivery = await this.outcomeOf(posted);
        if (delivery && delivery.outcome !== 'sent') return delivery;
        this.posted.push(posted);
        return delivery ?? { outcome: 'sent', messages: [`fake:message:${this.posted.length}`] };
      },
    };
  }
}
