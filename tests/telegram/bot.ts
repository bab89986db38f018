// The bot as people on Telegram meet it: the stand-in, the chat over the sample reports, the adapter, a store and a log to look into.
import { EventEmitter, once } from 'node:events';
import { type Telegram as Adapter, startTelegram as startAdapter } from '../../adapters/telegram/bot.ts';
import type { Time } from '../../adapters/telegram/sending/rate-limiter.ts';
import { type AccessRules, Chat, type ChatOptions, type ChatStore } from '../../src/chat/index.ts';
import type { Log } from '../../src/log.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { RunningClock } from '../fixtures/running-clock.ts';
import { RecordedPresence } from '../stand-ins/recorded-presence.ts';
import {
  type ChatOptions as ChatInWorld,
  type Person,
  startTelegram,
  type Telegram,
  type TelegramOptions,
} from '../stand-ins/telegram/index.ts';

/** Above what a question needs on a machine that does much else; a wait that is longer than this fails. */
const WAIT_MS = 60_000;

export const LI: Person = { id: 12, first_name: 'Li', language_code: 'zh-hans' };
export const ADA: Person = { id: 11, first_name: 'Ada', username: 'ada', language_code: 'en' };
export const HUA: Person = { id: 14, first_name: 'Hua', language_code: 'zh-hant' };
/** A person whose language the bot does not speak. */
export const LEA: Person = { id: 15, first_name: 'Léa', language_code: 'fr' };
/** Administers the groups. */
export const CHIEF: Person = { id: 16, first_name: 'Chief', language_code: 'zh-hans' };
export const OTHER_BOT: Person = { id: 17, first_name: 'Other', username: 'other_bot', is_bot: true };

/** A person who writes nothing. */
const NOBODY: Person = { id: 18, first_name: 'Nobody' };

export const GROUP = -101;
export const OTHER_GROUP = -102;
export const SUPERGROUP = -1_000_000_000_103;
export const FORUM = -1_000_000_000_104;
export const CHANNEL = -1_000_000_000_105;
export const TOPIC = 7;
export const OTHER_TOPIC = 8;

const members = [LI, ADA, HUA, LEA];
const CHATS: ChatInWorld[] = [
  { id: GROUP, type: 'group', title: 'Town hall', admins: [CHIEF], members },
  { id: OTHER_GROUP, type: 'group', title: 'Elsewhere', admins: [ADA], members },
  { id: SUPERGROUP, type: 'supergroup', title: 'County', admins: [CHIEF], members },
  {
    id: FORUM,
    type: 'supergroup',
    title: 'Forum',
    admins: [CHIEF],
    members,
    topics: [
      { id: TOPIC, name: 'Forestry' },
      { id: OTHER_TOPIC, name: 'Health' },
    ],
  },
  { id: CHANNEL, type: 'channel', title: 'News', admins: [CHIEF] },
];

/** Time that runs as it does, on a day that is always the same, and leaps over what the bot waits for. */
export class LeapingTime implements Time {
  private leapt = 0;
  private readonly running = new RunningClock();
  private readonly timers: { due: number; ring: () => void }[] = [];

  now = (): number => this.running.now() + this.leapt;

  elapsed = (): number => this.running.elapsed() + this.leapt;

  /** A right clock elsewhere, which is never set. */
  elsewhere = (): number => this.now() - this.running.setBy;

  wait = (ms: number): Promise<void> =>
    new Promise((ring) => {
      this.timers.push({ due: this.now() + ms, ring });
      setImmediate(() => this.ringFirst());
    });

  /** Lets time pass. */
  leap(ms: number): void {
    this.leapt += ms;
  }

  /** Sets the clock without letting time pass. */
  set(changeMs: number): void {
    this.running.setBy += changeMs;
  }

  private ringFirst(): void {
    this.timers.sort((one, other) => one.due - other.due);
    const first = this.timers.shift();
    if (!first) return;
    this.leapt += Math.max(0, first.due - this.now());
    first.ring();
  }
}

export interface Logged {
  level: 'debug' | 'info' | 'warn' | 'error';
  details: Record<string, unknown>;
  message: string;
}

export interface BotOptions {
  /** The stand-in; one of its own where not given. */
  standIn?: Telegram;
  world?: Partial<TelegramOptions>;
  store?: ChatStore;
  access?: Partial<AccessRules>;
  digests?: RecordedPresence;
  chat?: Partial<ChatOptions>;
  time?: LeapingTime;
  token?: string;
  apiRoot?: string;
  webhook?: { url: string; port: number; secret: string };
}

const index = await sampleIndex();
const started = { bots: new Set<Bot>(), standIns: new Set<Telegram>() };

/** The chat with its adapter, and everything around it. */
export class Bot {
  readonly standIn: Telegram;
  readonly store: ChatStore;
  readonly time: LeapingTime;
  readonly chat: Chat;
  /** Records what the digests are notified of. */
  readonly digests: RecordedPresence;
  readonly logged: Logged[] = [];
  /** The reports that are answered from; a test may take some away. */
  index: PassageIndex = index;
  adapter: Adapter | undefined;
  private readonly options: BotOptions;
  private told = 0;
  private held: Promise<void> | undefined;
  private readonly log: Log;
  private readonly lineEvents = new EventEmitter();

  constructor(standIn: Telegram, time: LeapingTime, options: BotOptions) {
    this.standIn = standIn;
    this.time = time;
    this.options = options;
    this.store = options.store ?? memoryStore();
    this.digests = options.digests ?? new RecordedPresence();
    const at = (level: Logged['level']) => (details: object, message: string) => {
      this.logged.push({ level, details: { ...details }, message });
      this.lineEvents.emit('line');
    };
    this.log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
    this.chat = new Chat({
      index: () => this.index,
      store: this.slowed(this.store),
      log: this.log,
      access: { open: true, ownerIds: [], ...options.access },
      perPersonPerMinute: 100_000,
      perChannelPerMinute: 100_000,
      questionLog: false,
      canPostTo: (platform) => this.digests.posters.has(platform),
      poster: (platform) => this.digests.posters.get(platform),
      clock: time.now,
      elapsed: time.elapsed,
      random: (bytes) => 'c0de42'.repeat(bytes).slice(0, 2 * bytes),
      ...options.chat,
    });
  }

  /** Connects; the reason where Telegram will not have the bot. */
  async start(): Promise<string | undefined> {
    const { token = this.standIn.token, apiRoot = this.standIn.apiRoot, webhook } = this.options;
    const { chat, digests, store, log, time } = this;
    const polls = this.standIn.polls;
    const begun = await startAdapter({
      token,
      apiRoot,
      chat,
      store,
      digests,
      log,
      time,
      ...(webhook ? { webhook } : {}),
    });
    if (!begun.ok) return begun.reason;
    this.adapter = begun.telegram;
    if (!webhook && this.standIn.pending === 0) await this.standIn.polled(polls + 1);
    return undefined;
  }

  async stop(): Promise<void> {
    started.bots.delete(this);
    await this.adapter?.stop();
  }

  /** Waits until all updates are handled; the bot gets no more then. */
  async finish(): Promise<void> {
    await this.standIn.confirmed();
    await this.stop();
  }

  /** Sends the bot updates that the stand-in's people cannot cause, as the response to a poll. */
  tell(...updates: object[]): void {
    const result = updates.map((update) => ({ update_id: ++this.told, ...update }));
    this.standIn.failNext({
      method: 'getUpdates',
      status: 200,
      body: JSON.stringify({ ok: true, result }),
    });
    const isBlocked = this.standIn.privateChat(NOBODY).bot === 'kicked';
    this.standIn[isBlocked ? 'unblock' : 'block']({ person: NOBODY });
  }

  /** From now on every request waits, until the returned function is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held = promise;
    return () => {
      this.held = undefined;
      resolve();
    };
  }

  /** Lines of the log of a level. */
  lines(level: Logged['level']): string[] {
    return this.logged.filter((line) => line.level === level).map(({ message }) => message);
  }

  /** The first line of the log that matches, once it is there. */
  async noted(pattern: RegExp): Promise<Logged> {
    const signal = AbortSignal.timeout(WAIT_MS);
    for (;;) {
      const found = this.logged.find(({ message }) => pattern.test(message));
      if (found) return found;
      await once(this.lineEvents, 'line', { signal });
    }
  }

  /** The store, whose first answer to each request waits as long as the test wants. */
  private slowed(store: ChatStore): ChatStore {
    const { settings } = store;
    const get = async (place: string) => {
      await this.held;
      return settings.get(place);
    };
    return { ...store, settings: { get, set: (place, changes) => settings.set(place, changes) } };
  }
}

/** A stand-in with our world. */
export async function startStandIn(options: Partial<TelegramOptions> = {}): Promise<Telegram> {
  const people = [LI, ADA, HUA, LEA, CHIEF];
  const standIn = await startTelegram({ chats: structuredClone(CHATS), people, ...options });
  for (const person of people) standIn.privateChat(person); // there, but not begun
  started.standIns.add(standIn);
  return standIn;
}

/** A bot that is connected. */
export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const time = options.time ?? new LeapingTime();
  const standIn = options.standIn ?? (await startStandIn({ now: time.elsewhere, ...options.world }));
  const bot = new Bot(standIn, time, options);
  started.bots.add(bot);
  const reason = await bot.start();
  if (reason !== undefined) throw new Error(reason);
  return bot;
}

/** Ends everything that was started; returns what was wrong with what the stand-ins were sent. */
export async function stopAll(): Promise<string[]> {
  await Promise.all([...started.bots].map((bot) => bot.stop()));
  const standIns = [...started.standIns];
  started.standIns.clear();
  await Promise.all(standIns.map((standIn) => standIn.close()));
  return standIns.flatMap(({ violations }) => violations);
}
