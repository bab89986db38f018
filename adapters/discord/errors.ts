// What Discord's errors mean: for a message that was to be sent, and for the start. Pure.
import type { Delivery } from '#core';
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
} from './library.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const FORBIDDEN = new Set<number | string>([50001, 50013, 50007, 160002]);
const UNREACHABLE = new Set<number | string>([10003, 10008, 10015, 10062, 40060, 50027, 50083]);

/** How long to wait after an error of Discord's own before trying again. */
const SERVER_ERROR_WAIT_MS = 5000;

/** What became of a message whose sending failed; an error that is none of Discord's is thrown on. */
export function deliveryAfter(error: unknown): Delivery {
  if (error instanceof RateLimitError) return { outcome: 'retry', afterMs: error.retryAfter };
  if (error instanceof DiscordAPIError) {
    if (FORBIDDEN.has(error.code)) return { outcome: 'gone', reason: 'forbidden' };
    if (UNREACHABLE.has(error.code) || error.status === 404)
      return { outcome: 'gone', reason: 'unreachable' };
    if (error.status >= 500) return { outcome: 'retry', afterMs: SERVER_ERROR_WAIT_MS };
  }
  if (error instanceof HTTPError) return { outcome: 'retry', afterMs: SERVER_ERROR_WAIT_MS };
  if (error instanceof Error && error.name === 'AbortError')
    return { outcome: 'retry', afterMs: SERVER_ERROR_WAIT_MS };
  throw error;
}

/** One sentence on why the bot cannot start, or undefined where trying again may help. */
export function finalReason(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return BAD_TOKEN;
  if (error instanceof DiscordAPIError && error.status === 401) return BAD_TOKEN;
  if (error instanceof Error && /disallowed intents/i.test(error.message)) return BAD_INTENTS;
  if (error instanceof Error && /invalid intents/i.test(error.message)) return BAD_INTENTS;
  return undefined;
}

const BAD_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from the Bot page of your application, or reset it there.';
const BAD_INTENTS =
  'Discord refuses the intents that the bot asks for (guilds, guild messages, direct messages): none of them is privileged, so check that the application is a bot.';
