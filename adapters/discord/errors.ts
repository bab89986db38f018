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

/** One sentence on why Discord will not have the bot, or undefined where trying again may help. */
export function finalReason(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return BAD_TOKEN;
  return error instanceof DiscordAPIError && error.status === 401 ? BAD_TOKEN : undefined;
}

/** The same for the code with which the gateway closed a connection; undefined where the connection is opened again. */
export function closeReason(code: number): string | undefined {
  return CLOSED.get(code);
}

const BAD_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from the Bot page of your application, or reset it there.';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSED = new Map<number, string>([
  [4004, BAD_TOKEN],
  [4010, 'Discord does not accept the number of shards: set SHARDS=auto.'],
  [4011, 'The bot is in so many servers that Discord wants several connections: set SHARDS=auto.'],
  [4012, 'Discord no longer speaks the version of its gateway that this program uses: update the program.'],
  [
    4013,
    'Discord does not know the intents that the bot asks for (guilds, guild messages, direct messages): update the program.',
  ],
  [
    4014,
    'Discord does not grant the intents that the bot asks for (guilds, guild messages, direct messages), although none of them is privileged: check on the Bot page that the application is not suspended.',
  ],
]);
