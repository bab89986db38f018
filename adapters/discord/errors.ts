// What Discord's errors mean: for a message that was to be sent, and for the start. Pure.
import { type Delivery, interrupted } from '#core';
import {
  type APIRequest,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
} from './discord-js.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const ACKNOWLEDGED_ALREADY = 40060;
/** A token that ran out, an app that may say no more in answer to this command. */
const UNREACHABLE = new Set<number | string>([ACKNOWLEDGED_ALREADY, 40094, 50027]);
/** Names something that is not there (any more): a channel, a guild, a message, a person, an interaction. */
const isUnknown = (code: number | string) => typeof code === 'number' && code > 10_000 && code < 11_000;

/**
 * What may pass by itself: a right that was taken and may come back, people who take no messages, a quarantine that ends with an appeal,
 * words that a guild's filters do not let through.
 */
const FORBIDDEN = new Set<number | string>([160_002, 200_000, 200_001, 240_000]);
/** An archived or locked thread, and a post whose author has said nothing yet. */
const THREAD_CLOSED = new Set<number | string>([50_083, 160_005, 40_058]);
/** Over by itself: direct messages opened too fast, sending that is switched off for a while, slow mode, what is overloaded, an error within Discord's network. */
const PASSING = new Set<number | string>([
  40_003, 40_004, 20_016, 40_006, 40_062, 40_333, 130_000, 20_022, 20_028, 20_029,
]);

/** How long to wait after an error of Discord's own, or of the network, before trying again. */
const WAIT_MS = 5000;

/**
 * What became of a message whose sending failed; other errors are thrown on.
 * @param arrived keys of the messages that were sent before it and belong to it
 */
export function deliveryAfter(error: unknown, arrived: string[] = []): Delivery {
  const outcome = outcomeOf(error);
  if (!outcome) throw unexpected(error);
  return outcome.outcome === 'sent' ? outcome : interrupted(outcome, arrived);
}

/** What became of a message whose sending failed; undefined for errors that should not happen: mistakes of ours. */
export function outcomeOf(error: unknown): Delivery | undefined {
  if (error instanceof RateLimitError)
    return { outcome: 'retry', afterMs: Math.max(error.retryAfter, error.timeToReset) };
  if (error instanceof DiscordAPIError) return afterRefusal(error);
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.ChannelNotCached)
    return { outcome: 'gone', reason: 'unreachable' }; // the channel was deleted, or the bot thrown out
  return error instanceof HTTPError || isBrokenOff(error)
    ? { outcome: 'retry', afterMs: WAIT_MS }
    : undefined;
}

/** What Discord's own words say; a refusal without a code of Discord's comes from what stands before it, and passes. */
function afterRefusal(error: DiscordAPIError): Delivery | undefined {
  const { code, status } = error;
  if (UNREACHABLE.has(code) || isUnknown(code) || isAboutReference(error))
    return { outcome: 'gone', reason: 'unreachable' };
  if (THREAD_CLOSED.has(code)) return { outcome: 'retry', afterMs: WAIT_MS, obstacle: 'closed' };
  const isCoded = typeof code === 'number' && code > 0;
  if (PASSING.has(code) || (!isCoded && (status === 403 || status === 404)))
    return { outcome: 'retry', afterMs: WAIT_MS };
  if (FORBIDDEN.has(code) || status === 403)
    return { outcome: 'retry', afterMs: WAIT_MS, obstacle: 'forbidden' };
  return status === 404 ? { outcome: 'retry', afterMs: WAIT_MS, obstacle: 'unreachable' } : undefined;
}

/** Whether Discord refused a request, or the library did in its stead, because the bot's own token was refused before. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError ||
  (error instanceof Error && /^Expected token to be set/.test(error.message));

/** The message that is replied to is gone. */
function isAboutReference({ rawError }: DiscordAPIError): boolean {
  const { errors } = rawError as { errors?: unknown };
  return typeof errors === 'object' && errors !== null && 'message_reference' in errors;
}

/** An interaction was answered before: by this very request, whose answer was lost. */
export const isAcknowledged = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === ACKNOWLEDGED_ALREADY;

/** Codes of Node and its HTTP client. */
const BROKEN_OFF = new Set<unknown>([
  'ECONNRESET',
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Whether a connection broke off, took too long or was never made. */
export const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || ('code' in error && BROKEN_OFF.has(error.code)));

/** An error as it may be logged: without what was sent and where to, which holds the words of people and keys to their interactions. */
export function unexpected(error: unknown): unknown {
  return error instanceof DiscordAPIError || error instanceof HTTPError
    ? new Error('Discord did not take what it was sent', { cause: error })
    : error;
}

/** One sentence on why Discord will not have the bot, or undefined where trying again may help. */
export const finalReason = (error: unknown): string | undefined =>
  error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
    ? REFUSED_TOKEN
    : undefined;

/** Whether a request was refused because of the bot's own token; after that the library sends nothing with it any more. */
export const isRefusedToken = ({ data }: Pick<APIRequest, 'data'>, { status }: { status: number }): boolean =>
  status === 401 && data.auth !== false;

/** One sentence for the code with which the gateway closed a connection; undefined where the connection is opened again. */
export function closeReason(code: number): string | undefined {
  return CLOSED.get(code);
}

export const REFUSED_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from the Bot page of your application, or reset it there.';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSED = new Map<number, string>([
  [4004, REFUSED_TOKEN],
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
