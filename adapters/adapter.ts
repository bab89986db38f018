// What a platform brings: its settings, how it is started and how its set-up is checked. `platforms.ts` lists
// the adapters; `serve.ts`, `doctor.ts` and the configuration loop over that list. The terminal is not one of
// them: it needs no settings and is started where no platform is configured.
import type {
  Chat,
  ChatStore,
  Clock,
  ConfiguredPlatform,
  Log,
  PresenceListener,
  Settings,
  ValuesOf,
} from '#core';
import type { Finding } from './finding.ts';

/** Values of settings by their names. */
export type Values = Readonly<Record<string, unknown>>;

/** One platform, as the programs that loop over all of them see it. */
export interface Adapter extends ConfiguredPlatform {
  /** As people write it. */
  readonly name: string;
  /** The setting without which the platform is not served: its token. */
  readonly requires: string;
  /**
   * Connects and serves until stopped. Loads the platform's library.
   * @throws where the platform cannot be reached now; it is started again later
   */
  start(config: Values, context: StartContext): Promise<Started>;
  /** Checks the set-up before the bot goes live. Sends only requests that change nothing on the platform. */
  check(config: Values, clock: Clock): Promise<Finding[]>;
}

/** An adapter, typed by the rows that it adds to the configuration. */
export interface AdapterWith<Rows extends Settings> extends Adapter {
  readonly settings: Rows;
  readonly requires: keyof Rows & string;
  start(config: ValuesOf<Rows>, context: StartContext): Promise<Started>;
  check(config: ValuesOf<Rows>, clock: Clock): Promise<Finding[]>;
}

/** What an adapter works with. */
export interface StartContext {
  chat: Chat;
  /** Takes the platform's poster, and is notified where the bot may post and where not. */
  digests: PresenceListener;
  store: ChatStore;
  log: Log;
  time: Clock;
  /** Prints one sentence for the person who starts the program. */
  announce(sentence: string): void;
}

/** An adapter that runs, or one sentence why the platform refuses the bot for good. */
export type Started = { ok: true; running: Running } | { ok: false; reason: string };

export interface Running {
  /** Sentences to announce to the person who starts the program. */
  news: readonly string[];
  /** Resolves with one sentence when the platform has refused the bot for good. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** Whether a platform is to be served. */
export const isConfigured = ({ requires }: Pick<Adapter, 'requires'>, config: Values): boolean =>
  Boolean(config[requires]);
