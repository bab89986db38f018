// Builds the shared state from the options of a test.
import { Waits } from '../discord/waits.ts';
import { CommandBook } from './command-book.ts';
import { Files } from './files.ts';
import { Messages } from './messages.ts';
import { Polling } from './polling.ts';
import { Queries } from './queries.ts';
import type { RateLimitOptions } from './rate-limits.ts';
import type { State } from './state.ts';
import { Updates } from './updates.ts';
import { Webhook, type WebhookOptions } from './webhook.ts';
import { type ChatOptions, type Person, World } from './world.ts';

export interface TelegramOptions extends WebhookOptions {
  token?: string;
  bot?: { id?: number; first_name?: string; username?: string };
  chats?: ChatOptions[];
  /** People whom the bot can ask about before they have done anything. */
  people?: Person[];
  /** People who have started the bot before, so that it may write to them. */
  started?: Person[];
  /** Privacy mode: in groups the bot gets only what is meant for it. On where not given, as with Telegram. */
  privacy?: boolean;
  /** Mentions of the bot reach it in spite of privacy mode. Telegram's FAQ does not list them among what does, so they don't where not given. */
  deliverMentions?: boolean;
  /** The bot is told which inline results people send (BotFather's "inline feedback"); on where not given. */
  inlineFeedback?: boolean;
  /** Telegram's limits on how often; none where not given. */
  rateLimits?: true | RateLimitOptions;
  /** Milliseconds since 1970; what counts for dates and rate limits. */
  now?: () => number;
}

const TOKEN = '7000000001:stand-in-token-of-the-bot-0123456789';
const BOT = { id: 7_000_000_001, first_name: 'Stand-in', username: 'stand_in_bot', is_bot: true };

export function createState(options: TelegramOptions): State {
  const now = options.now ?? Date.now;
  const waits = new Waits();
  const updates = new Updates(() => {
    state.polling.wake();
    state.webhook.pump();
    waits.changed('requests');
  });
  const state = {
    token: options.token ?? TOKEN,
    privacy: options.privacy ?? true,
    deliverMentions: options.deliverMentions ?? false,
    inlineFeedback: options.inlineFeedback ?? true,
    world: new World({ ...BOT, ...options.bot }, options.chats ?? [], options.people ?? []),
    waits,
    updates,
    polling: new Polling(updates, waits),
    webhook: new Webhook(updates, waits, options, now),
    queries: new Queries(),
    commands: new CommandBook(),
    files: new Files(),
    personMessages: [],
    actions: [],
    about: new Map(),
    now,
  } as unknown as State; // the messages need the state itself
  state.messages = new Messages(state);
  for (const chat of state.world.chats.values()) state.messages.openTopics(chat);
  for (const person of options.started ?? []) state.world.privateChat(person).bot = 'member';
  return state;
}
