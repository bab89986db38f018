// What all parts of the stand-in share: world, messages, pending updates and clock.
import type { Waits } from '../discord/waits.ts';
import type { CommandBook } from './command-book.ts';
import type { Files } from './files.ts';
import type { Messages } from './messages.ts';
import type { PersonMessage } from './person-message.ts';
import type { Polling } from './polling.ts';
import type { Queries } from './queries.ts';
import type { Updates } from './updates.ts';
import type { Webhook } from './webhook.ts';
import type { Chat, World } from './world.ts';

/** A sign that the bot is at work. */
interface ChatAction {
  chat: Chat;
  thread?: number | undefined;
  action: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface State {
  token: string;
  /** As set with BotFather: in groups the bot gets only what is meant for it. */
  privacy: boolean;
  /** Mentions reach the bot in spite of privacy mode. */
  deliverMentions: boolean;
  /** As set with BotFather: the bot gets updates on which of its inline results people send. */
  inlineFeedback: boolean;
  world: World;
  waits: Waits;
  messages: Messages;
  updates: Updates;
  polling: Polling;
  webhook: Webhook;
  queries: Queries;
  commands: CommandBook;
  files: Files;
  /** What people wrote, and how it was answered. */
  personMessages: PersonMessage[];
  actions: ChatAction[];
  /** The texts about the bot, by `kind:language`. */
  about: Map<string, string>;
  /** Milliseconds since 1970. */
  now(): number;
}
