// What the chat needs from outside: the library, the store, the clock, the configuration.
import type { Poster } from '../digests/index.ts';
import type { ReportFileManager } from '../library/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { AccessRules } from './access/access.ts';
import type { ChatStore } from './store.ts';

export interface ChatOptions {
  /** The whole library now. For `access/accessible-index.ts` only: no place sees more than it may read. */
  index(): PassageIndex;
  store: ChatStore;
  log: { error(details: object, message: string): void; warn(details: object, message: string): void };
  access: AccessRules;
  perPersonPerMinute: number;
  perChannelPerMinute: number;
  /** Whether questions are logged, under pseudonyms. */
  questionLog: boolean;
  /** Milliseconds since 1970; jumps where the machine's clock is set. */
  clock(): number;
  /** Milliseconds that never go back: for limits. */
  elapsed(): number;
  /** Whether messages without a request can be sent on a platform, by the prefix of its keys. */
  canPostTo(platform: string): boolean;
  /** Sends messages without a request, by the prefix of a platform's keys; undefined while not connected. */
  poster?(platform: string): Poster | undefined;
  /** Shows a new pairing code to the person who runs the bot; without it the next start does. */
  showCode?(code: string): void;
  /** Resolves after `ms`, or when stopped. Without it nothing is retried. */
  wait?(ms: number, stop: AbortSignal): Promise<void>;
  /** The store does not outlive a restart; the first change of a setting is answered with that remark. */
  isVolatile?: true;
  /** Random bytes as hexadecimal digits. */
  random(bytes: number): string;
  /** Undefined where files are not managed from chats. */
  reportFiles?: ReportFileManager | undefined;
}
