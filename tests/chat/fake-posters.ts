// Posters that keep what they send, or refuse it.
import type { Poster } from '../../src/digests/index.ts';
import type { Delivery, Message } from '../../src/message/index.ts';

export class FakePosters {
  readonly sent: { place: string; message: Message }[] = [];
  /** The outcome of the next messages: sent where undefined, thrown where it is an error. */
  outcome: Delivery | Error | undefined;

  /** The poster of every platform. */
  readonly of = (platform: string): Poster => ({
    platform,
    maxConcurrent: 1,
    medium: () => ({
      limits: { characters: 10_000, pieces: 100 },
      measure: () => ({ characters: 0, pieces: 0 }),
    }),
    direct: async (person) => this.chatWith(person),
    post: async (place, message) => {
      if (this.outcome instanceof Error) throw this.outcome;
      if (this.outcome) return this.outcome;
      this.sent.push({ place, message });
      return { outcome: 'sent', messages: [`${platform}:message:${this.sent.length}`] };
    },
  });

  /** The key of the private chat with a person. */
  chatWith = (person: string): string => `${person}:direct`;
}
