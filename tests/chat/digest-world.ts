// A world whose digests are sent, by its clock into a list. Every message is checked against the limits of
// both platforms.
import { mediumFor as discordMedium } from '../../adapters/discord/limits.ts';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { mediumFor as telegramMedium } from '../../adapters/telegram/limits.ts';
import { render as renderTelegram } from '../../adapters/telegram/render.ts';
import {
  accessibleIndexFor,
  type ChatOptions,
  editionView,
  type Incoming,
  subscriptionAccessOf,
} from '../../src/chat/index.ts';
import { Dispatcher, type PostOptions, type Subscription, type Topic } from '../../src/digests/index.ts';
import { type Delivery, type Locale, type Message, splitMessage, TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import type { FakeResponder } from './fake-responder.ts';
import { unfaithfulQuotes } from './message-content.ts';
import { GROUP, type RequestOptions, World } from './world.ts';

export const HOUR_MS: number = 60 * 60 * 1000;
/** A Sunday, noon in Shanghai. */
export const NOON: number = Date.parse('2026-11-22T04:00:00Z');
/** The first 08:30 in Shanghai after that. */
export const NEXT_MORNING: number = Date.parse('2026-11-23T00:30:00Z');

interface Posted {
  place: string;
  /** Milliseconds since 1970. */
  at: number;
  message: Message;
  posting: PostOptions;
}

const PLATFORMS = ['discord', 'telegram'] as const;

export class DigestWorld extends World {
  readonly posted: Posted[] = [];
  /** Messages that a platform does not take and quotes that are not the source's, one sentence each. */
  readonly faults: string[] = [];
  /** The outcome of sending a digest. */
  outcome: () => Delivery | undefined = () => undefined;
  medium: (typeof PLATFORMS)[number] = 'discord';
  private dispatcher: Dispatcher;

  constructor(index: PassageIndex, changes: Partial<ChatOptions> = {}) {
    super(index, changes);
    this.now = NOON;
    this.dispatcher = this.dispatch();
  }

  override restart(changes: Partial<ChatOptions> = {}): void {
    super.restart(changes);
    this.dispatcher = this.dispatch();
  }

  /** Sets the clock and sends what is due. */
  async at(time: number): Promise<void> {
    this.now = time;
    await this.dispatcher.tick();
  }

  /** The last digest of a place. */
  lastIn({ id } = GROUP): Posted {
    const found = this.posted.findLast(({ place }) => place === id);
    if (!found) throw new Error(`nothing was sent to ${id}`);
    return found;
  }

  async subscription({ id } = GROUP): Promise<Subscription> {
    const found = await this.store.digests.subscriptions.get(id);
    if (!found) throw new Error(`nothing is set up in ${id}`);
    return found;
  }

  topics({ id } = GROUP): Promise<Topic[]> {
    return this.store.digests.topics.list(id);
  }

  override async receive(request: Incoming['request'], by: RequestOptions): Promise<FakeResponder> {
    const responder = await super.receive(request, by);
    for (const { parts, locale } of responder.sent) this.check(parts.flat(), locale);
    return responder;
  }

  private dispatch(): Dispatcher {
    const log = { ...this.options.log, info: () => {} };
    const dispatcher = new Dispatcher({
      store: this.store.digests,
      secret: async () => 'the same in every run',
      accessibleIndex: (subscription, whole) => accessibleIndexFor(subscription, whole, this.store),
      index: () => this.index,
      log,
      clock: () => this.now + this.setBy,
      elapsed: () => this.now,
      worker: 'the only one',
      accessOf: (subscription) => subscriptionAccessOf(subscription, this.options.access, this.store),
      view: editionView,
    });
    dispatcher.attach({
      platform: 'fake',
      maxConcurrent: 3,
      medium: (locale) => mediaFor(locale)[this.medium],
      post: async (place, message, posting) => {
        const outcome = this.outcome();
        if (outcome && outcome.outcome !== 'sent') return outcome;
        this.posted.push({ place, at: this.now, message, posting });
        this.check(message, posting.locale, 1);
        return { outcome: 'sent', messages: [`fake:digest:${this.posted.length}`] };
      },
    });
    return dispatcher;
  }

  /**
   * Checks a message against both platforms and the source; `most` limits the messages on its own platform.
   */
  private check(message: Message, locale: Locale, most?: number): void {
    for (const id of unfaithfulQuotes(message, this.index)) this.faults.push(`${id} is not the source's`);
    for (const platform of PLATFORMS) {
      const { limits, measure } = mediaFor(locale)[platform];
      const parts = splitMessage(message, { limits, measure });
      if (most && platform === this.medium && parts.length > most)
        this.faults.push(`${parts.length} messages on ${platform}`);
      for (const part of parts) {
        const sizes = part.map(measure);
        const characters = sizes.reduce((sum, size) => sum + size.characters, 0);
        const pieces = sizes.reduce((sum, size) => sum + size.pieces, 0);
        if (characters > limits.characters || pieces > limits.pieces)
          this.faults.push(`${characters} characters, ${pieces} pieces on ${platform}`);
        RENDERERS[platform](part, locale);
      }
    }
  }
}

/** The number of messages on each platform. */
export const messagesOf = (message: Message, locale: Locale = 'zh') => ({
  discord: splitMessage(message, mediaFor(locale).discord).length,
  telegram: splitMessage(message, mediaFor(locale).telegram).length,
});

const mediaFor = (locale: Locale) => ({
  discord: discordMedium(locale, new Map()),
  telegram: telegramMedium(locale),
});

const RENDERERS = {
  discord: (message: Message, locale: Locale) =>
    renderDiscord(message, { texts: TEXTS[locale], commandIds: new Map() }),
  telegram: (message: Message, locale: Locale) => renderTelegram(message, TEXTS[locale]),
};
