// What the chat is made with.
import type { Poster } from '../digests/index.ts';
import type { ReportFileManager } from '../library/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { AccessRules } from './access/access.ts';
import type { ChatStore } from './store.ts';

/** What the chat needs of the world. */
export interface ChatOptions {
  /** The whole library as it is now. Nobody but `readable.ts` asks for it: what a place sees comes from what it may read. */
  index(): PassageIndex;
  store: ChatStore;
  log: { error(details: object, message: string): void; warn(details: object, message: string): void };
  access: AccessRules;
  /** Requests that one person may make in a minute. */
  perPersonPerMinute: number;
  /** Requests that one channel may make in a minute. */
  perChannelPerMinute: number;
  /** Whether questions are logged, without names. */
  questionLog: boolean;
  /** Milliseconds since 1970; jumps where the machine's clock is set. */
  clock(): number;
  /** Milliseconds since some moment, which never go back: for limits. */
  elapsed(): number;
  /** Whether messages that nobody asked for can be sent to places of a platform (what their keys begin with). */
  canPostTo(platform: string): boolean;
  /** What sends to a platform (what keys begin with) without having been asked there; undefined where nothing does now. */
  poster?(platform: string): Poster | undefined;
  /** Shows a new pairing code to whoever runs the bot; where nobody can be shown it the next start does. */
  showCode?(code: string): void;
  /** Resolves after so long, or as soon as the signal says to stop. Without it nothing is sent a second time. */
  wait?(ms: number, stop: AbortSignal): Promise<void>;
  /** What is set outlives no restart: said once, when somebody sets something. */
  forgets?: true;
  /** Random bytes as hexadecimal digits. */
  random(bytes: number): string;
  /** Whoever has charge of the files behind the reports; undefined where they are not managed from chats. */
  reportFiles?: ReportFileManager | undefined;
}
