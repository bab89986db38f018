// A world for the chat: a store, a clock that stands still, repeatable randomness, people and places.
import { askerMark } from '../../src/chat/buttons/asker-mark.ts';
import {
  Chat,
  type ChatOptions,
  type ChatStore,
  type Incoming,
  type Person,
  type Place,
} from '../../src/chat/index.ts';
import type { Limits } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { FakeResponder } from './fake-responder.ts';

export const MINUTE_MS: number = 60 * 1000;
export const DAY_MS: number = 24 * 60 * MINUTE_MS;

/** People with a language. */
export const MEI: Person = { id: 'fake:1', manager: false, locale: 'zh' };
export const BEN: Person = { id: 'fake:2', manager: false, locale: 'en' };
export const HUA: Person = { id: 'fake:3', manager: false, locale: 'zh-Hant' };
/** The platform gives no language for this person. */
export const NO_LOCALE: Person = { id: 'fake:4', manager: false };
export const MANAGER: Person = { id: 'fake:5', manager: true, locale: 'zh' };
export const OWNER: Person = { id: 'fake:6', manager: false, locale: 'zh' };

const GUILD = 'fake:guild:1';
export const GROUP: Place = {
  id: 'fake:channel:1',
  kind: 'group',
  within: { channel: 'fake:channel:1', community: GUILD },
};
/** Another channel of the same community. */
export const NEXT_DOOR: Place = {
  id: 'fake:channel:2',
  kind: 'group',
  within: { channel: 'fake:channel:2', community: GUILD },
};
export const THREAD: Place = { ...GROUP, id: 'fake:thread:1', kind: 'thread' };
export const privateChatOf = ({ id }: Person): Place => ({
  id: `${id}:chat`,
  kind: 'private',
  within: { channel: id.replace(':', ':user:') },
});

/** By default Mei asks in the group. */
export interface RequestOptions {
  person?: Person;
  place?: Place;
  /** The message of the bot that is replied to. */
  replyTo?: string;
  /** Only the asker is to see it. */
  private?: boolean;
  /** A new one by default. */
  responder?: FakeResponder;
}

export class World {
  now = 1_700_000_000_000;
  /** By how many milliseconds the machine's clock differs from the elapsed time. */
  setBy = 0;
  index: PassageIndex;
  /** All worlds have the same secret, so that their messages can be compared. */
  readonly store: ChatStore = { ...memoryStore(), secret: async () => 'the secret of every world' };
  readonly logged: { level: 'error' | 'warn'; details: object; message: string }[] = [];
  readonly options: ChatOptions;
  chat: Chat;
  /** The limits of every message; none where undefined. */
  limits: Limits | undefined;
  /** The pauses of the bot in milliseconds; each passes at once. */
  readonly pauses: number[] = [];
  private drawn = 0;

  /** By default everybody may ask everywhere without limits. */
  constructor(index: PassageIndex, changes: Partial<ChatOptions> = {}) {
    this.index = index;
    this.options = {
      index: () => this.index,
      store: this.store,
      log: { error: this.logger('error'), warn: this.logger('warn') },
      access: { open: true, ownerIds: [] },
      perPersonPerMinute: 100_000,
      perChannelPerMinute: 100_000,
      questionLog: false,
      canPostTo: () => true,
      clock: () => this.now + this.setBy,
      elapsed: () => this.now,
      wait: async (ms) => {
        this.pauses.push(ms);
        this.now += ms;
      },
      random: (bytes) =>
        (++this.drawn)
          .toString(16)
          .padStart(2, '0')
          .repeat(bytes)
          .slice(0, 2 * bytes),
      ...changes,
    };
    this.chat = new Chat(this.options);
  }

  /** The mark on a person's buttons. */
  async markOf({ id }: Person): Promise<string> {
    return askerMark(id, await this.store.secret());
  }

  /** Restarts the bot: only the store remains. */
  restart(changes: Partial<ChatOptions> = {}): void {
    this.chat = new Chat({ ...this.options, ...changes });
  }

  say(text: string, by: RequestOptions = {}): Promise<FakeResponder> {
    const { replyTo } = by;
    return this.receive({ type: 'question', text, ...(replyTo ? { replyTo } : {}) }, by);
  }

  command(
    name: string,
    values: Record<string, unknown> | string = {},
    by: RequestOptions = {},
  ): Promise<FakeResponder> {
    return this.receive({ type: 'command', name, values, private: by.private ?? false }, by);
  }

  press(action: string, by: RequestOptions = {}, message = 'fake:message:0'): Promise<FakeResponder> {
    return this.receive({ type: 'press', action, message }, by);
  }

  /** Presses a button that opens a form, and writes into it. */
  async fillIn(
    action: string,
    text: string,
    by: RequestOptions = {},
    message = 'fake:message:0',
  ): Promise<FakeResponder> {
    const { person = MEI, place = GROUP } = by;
    const form = this.chat.form({ person, place, request: { type: 'press', action, message } });
    if (!form) throw new Error(`${action} opens no form`);
    return this.receive({ type: 'press', action: form.action, message, text }, by);
  }

  async receive(request: Incoming['request'], by: RequestOptions): Promise<FakeResponder> {
    const { person = MEI, place = GROUP, responder = new FakeResponder(this.limits) } = by;
    await this.chat.receive({ person, place, request }, responder);
    return responder;
  }

  private logger(level: 'error' | 'warn') {
    return (details: object, message: string) => {
      this.logged.push({ level, details, message });
    };
  }
}
