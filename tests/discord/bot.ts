// The bot as people on Discord meet it: the stand-in, the chat over the sample reports, the adapter, a store and a log to look into.
import { EventEmitter, once } from 'node:events';
import { PermissionFlagsBits as Permission } from 'discord.js';
import { startDiscord as startAdapter } from '../../adapters/discord/bot.ts';
import { type AccessRules, Chat, type ChatOptions, type ChatStore } from '../../src/chat/index.ts';
import type { Log } from '../../src/log.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { RunningClock } from '../fixtures/running-clock.ts';
import { type Discord, type DiscordOptions, type Person, startDiscord } from '../stand-ins/discord/index.ts';
import { RecordedPresence } from '../stand-ins/recorded-presence.ts';

/** Tests that have a bot of their own mostly wait, and so many of them run together. */
export const TOGETHER = { maxConcurrency: 10 };

/** Above what a question needs on a machine that does much else; a wait that is longer than this fails. */
const WAIT_MS = 60_000;

export const GUILD = '200000000000000001';
export const GENERAL = '300000000000000001';
/** The bot may not write here. */
export const QUIET = '300000000000000002';
/** The bot may not even look in here. */
export const HIDDEN = '300000000000000003';
export const THREAD = '300000000000000004';
export const OTHER_THREAD = '300000000000000005';
/** A thread in a channel where the bot may not write. */
export const QUIET_THREAD = '300000000000000006';
export const ELSEWHERE = '200000000000000002';
export const ELSEWHERE_GENERAL = '300000000000000011';

export const MEI: Person = { id: '400000000000000001', name: 'Mei', locale: 'zh-CN' };
export const BEN: Person = { id: '400000000000000002', name: 'Ben' };
export const HUA: Person = { id: '400000000000000003', name: 'Hua', locale: 'zh-TW' };
/** A person whose language the bot does not speak. */
export const LEA: Person = { id: '400000000000000004', name: 'Lea', locale: 'fr' };
export const MANAGER: Person = {
  id: '400000000000000005',
  name: 'Manager',
  permissions: Permission.ManageGuild,
  locale: 'zh-CN',
};
export const FOUNDER: Person = { id: '400000000000000006', name: 'Founder', locale: 'zh-CN' };

const WORLD: DiscordOptions = {
  people: [MEI, BEN, HUA, LEA, MANAGER, FOUNDER],
  guilds: [
    {
      id: GUILD,
      name: 'Town hall',
      owner: FOUNDER,
      locale: 'zh-CN',
      channels: [
        {
          id: GENERAL,
          name: 'general',
          threads: [
            { id: THREAD, name: 'a thread' },
            { id: OTHER_THREAD, name: 'another thread', private: true },
          ],
        },
        {
          id: QUIET,
          name: 'quiet',
          botDenied: Permission.SendMessages | Permission.SendMessagesInThreads,
          threads: [{ id: QUIET_THREAD, name: 'a quiet thread' }],
        },
        { id: HIDDEN, name: 'hidden', botDenied: Permission.ViewChannel },
      ],
    },
    {
      id: ELSEWHERE,
      name: 'Elsewhere',
      owner: FOUNDER,
      channels: [{ id: ELSEWHERE_GENERAL, name: 'elsewhere' }],
    },
  ],
};

export interface Logged {
  level: 'debug' | 'info' | 'warn' | 'error';
  details: object;
  message: string;
}

export interface BotOptions {
  /** The stand-in; one of its own where not given. */
  discord?: Discord;
  world?: Partial<DiscordOptions>;
  store?: ChatStore;
  access?: Partial<AccessRules>;
  digests?: RecordedPresence;
  chat?: Partial<ChatOptions>;
  shards?: number | 'auto';
  token?: string;
  apiUrl?: string;
  announce?: (sentence: string) => void;
  /** Whether to go on before Discord knows the commands. */
  unregistered?: true;
}

const index = await sampleIndex();
const started = { bots: new Set<Bot>(), discords: new Set<Discord>() };

/** The chat with its adapter, and everything around it. */
export class Bot {
  readonly discord: Discord;
  readonly store: ChatStore;
  readonly chat: Chat;
  /** Records what the digests are notified of. */
  readonly digests: RecordedPresence;
  readonly logged: Logged[] = [];
  /** The reports that are answered from; a test may take some away. */
  index: PassageIndex = index;
  inviteUrl = '';
  ended: Promise<string> = new Promise(() => {});
  readonly time = new RunningClock();
  private readonly options: BotOptions;
  private held: Promise<void> | undefined;
  private stopAdapter = async () => {};
  private readonly log: Log;
  private readonly lineEvents = new EventEmitter();

  constructor(discord: Discord, options: BotOptions) {
    this.discord = discord;
    this.options = options;
    this.store = options.store ?? memoryStore();
    this.digests = options.digests ?? new RecordedPresence();
    const at = (level: Logged['level']) => (details: object, message: string) => {
      this.logged.push({ level, details, message });
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
      clock: this.time.now,
      elapsed: this.time.elapsed,
      random: (bytes) => 'c0de42'.repeat(bytes).slice(0, 2 * bytes),
      ...options.chat,
    });
  }

  /** Connects; the reason where Discord will not have the bot. */
  async start(): Promise<string | undefined> {
    const { token = this.discord.token, shards = 1, apiUrl = this.discord.apiUrl } = this.options;
    const adapter = await startAdapter({
      token,
      shards,
      chat: this.chat,
      store: this.store,
      digests: this.digests,
      log: this.log,
      time: this.time,
      apiUrl,
      ...(this.options.announce ? { announce: this.options.announce } : {}),
    });
    if (!adapter.ok) return adapter.reason;
    this.inviteUrl = adapter.discord.inviteUrl;
    this.ended = adapter.discord.ended;
    this.stopAdapter = () => adapter.discord.stop();
    return undefined;
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

  async stop(): Promise<void> {
    started.bots.delete(this);
    await this.stopAdapter();
  }

  /** Lines of the log of a level. */
  lines(level: Logged['level']): string[] {
    return this.logged.filter((line) => line.level === level).map(({ message }) => message);
  }

  /** The first line of the log that matches, once it is there. */
  async noted(pattern: RegExp, waitMs = WAIT_MS): Promise<Logged> {
    const signal = AbortSignal.timeout(waitMs);
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
export async function startStandIn(options: Partial<DiscordOptions> = {}): Promise<Discord> {
  const discord = await startDiscord({ ...WORLD, ...options });
  started.discords.add(discord);
  return discord;
}

/** A bot that is connected, with its commands registered unless they cannot be. */
export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const discord = options.discord ?? (await startStandIn(options.world));
  const bot = new Bot(discord, options);
  started.bots.add(bot);
  const reason = await bot.start();
  if (reason !== undefined) throw new Error(reason);
  if (!options.unregistered) await bot.noted(/^the commands/);
  return bot;
}

/** Ends everything that was started; returns what was wrong with what the stand-ins were sent. */
export async function stopAll(): Promise<string[]> {
  await Promise.all([...started.bots].map((bot) => bot.stop()));
  const discords = [...started.discords];
  started.discords.clear();
  await Promise.all(discords.map((discord) => discord.close()));
  return discords.flatMap(({ violations }) => violations);
}
