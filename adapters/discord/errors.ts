// What Discord's errors mean for the delivery of a message and for the start. Pure.
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
/** An expired interaction token, a limit of follow-ups to one command. */
const UNREACHABLE = new Set<number | string>([ACKNOWLEDGED_ALREADY, 40094, 50027]);
/** The group of codes for what does not exist (any more): channel, guild, message, user, interaction. */
const isUnknown = (code: number | string) => typeof code === 'number' && code > 10_000 && code < 11_000;

/** Refusals that may end: missing rights, closed direct messages, a quarantine, a guild's word filters. */
const FORBIDDEN = new Set<number | string>([160_002, 200_000, 200_001, 240_000]);
/** An archived or locked thread, and a forum post without its first message. */
const THREAD_CLOSED = new Set<number | string>([50_083, 160_005, 40_058]);
/** Rate limits of direct messages, temporary stops of sending, slow mode, overload, errors within Discord. */
const TRANSIENT = new Set<number | string>([
  40_003, 40_004, 20_016, 40_006, 40_062, 40_333, 130_000, 20_022, 20_028, 20_029,
]);

/** Before retrying after an error within Discord or of the network. */
const RETRY_MS = 5000;

/**
 * The delivery of a message whose sending failed; other errors are rethrown.
 * @param arrived keys of the parts that were sent before it
 */
export function deliveryAfter(error: unknown, arrived: string[] = []): Delivery {
  const outcome = outcomeOf(error);
  if (!outcome) throw unexpected(error);
  return outcome.outcome === 'sent' ? outcome : interrupted(outcome, arrived);
}

/** The delivery of a message whose sending failed; undefined for errors of this program. */
export function outcomeOf(error: unknown): Delivery | undefined {
  if (error instanceof RateLimitError)
    return { outcome: 'retry', afterMs: Math.max(error.retryAfter, error.timeToReset) };
  if (error instanceof DiscordAPIError) return afterRefusal(error);
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.ChannelNotCached)
    return { outcome: 'gone', reason: 'unreachable' }; // the channel was deleted, or the bot was removed
  return error instanceof HTTPError || isConnectionError(error)
    ? { outcome: 'retry', afterMs: RETRY_MS }
    : undefined;
}

/** By Discord's error code; a refusal without one comes from a proxy and is transient. */
function afterRefusal(error: DiscordAPIError): Delivery | undefined {
  const { code, status } = error;
  if (UNREACHABLE.has(code) || isUnknown(code) || isAboutReference(error))
    return { outcome: 'gone', reason: 'unreachable' };
  if (THREAD_CLOSED.has(code)) return { outcome: 'retry', afterMs: RETRY_MS, obstacle: 'closed' };
  const isCoded = typeof code === 'number' && code > 0;
  if (TRANSIENT.has(code) || (!isCoded && (status === 403 || status === 404)))
    return { outcome: 'retry', afterMs: RETRY_MS };
  if (FORBIDDEN.has(code) || status === 403)
    return { outcome: 'retry', afterMs: RETRY_MS, obstacle: 'forbidden' };
  return status === 404 ? { outcome: 'retry', afterMs: RETRY_MS, obstacle: 'unreachable' } : undefined;
}

/**
 * Whether Discord refused a request, or the library did because Discord had refused the bot's token before.
 */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError ||
  (error instanceof Error && /^Expected token to be set/.test(error.message));

/** The message that is replied to is gone. */
function isAboutReference({ rawError }: DiscordAPIError): boolean {
  const { errors } = rawError as { errors?: unknown };
  return typeof errors === 'object' && errors !== null && 'message_reference' in errors;
}

/** The interaction was acknowledged by this same request, whose response was lost. */
export const isAcknowledged = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === ACKNOWLEDGED_ALREADY;

/** Codes of Node and its HTTP client. */
const CONNECTION_ERRORS = new Set<unknown>([
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

/** Whether a connection broke off, timed out or could not be opened. */
export const isConnectionError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && CONNECTION_ERRORS.has(error.code)));

/** An error as it may be logged: without the request, which holds people's words and interaction tokens. */
export function unexpected(error: unknown): unknown {
  return error instanceof DiscordAPIError || error instanceof HTTPError
    ? new Error('Discord did not take what it was sent', { cause: error })
    : error;
}

/** One sentence on why Discord refuses the bot for good; undefined where retrying may help. */
export const finalReason = (error: unknown): string | undefined =>
  error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
    ? REFUSED_TOKEN
    : undefined;

/** Whether the bot's own token was refused; after that the library sends no request with it. */
export const isRefusedToken = ({ data }: Pick<APIRequest, 'data'>, { status }: { status: number }): boolean =>
  status === 401 && data.auth !== false;

/** One sentence for a close code of the gateway; undefined where the library reconnects. */
export function closeReason(code: number): string | undefined {
  return CLOSE_REASONS.get(code);
}

export const REFUSED_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from the Bot page of your application, or reset it there.';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE_REASONS = new Map<number, string>([
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
