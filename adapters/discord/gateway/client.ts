// The library's client: its intents, its cache limits, and how requests are retried.
import { setTimeout as wait } from 'node:timers/promises';
import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTOptions,
} from '../discord-js.ts';
import { isConnectionError } from '../errors.ts';
import { isTooLong } from '../sending/rate-limit-wait.ts';

/** Messages are answered as they come; only their ids are needed later. */
const MAX_CACHED_MESSAGES = 0;
const MAX_CACHED_PEOPLE = 200;

/**
 * At the start the client is ready when all guilds have come, or none for this long: some may have an outage.
 */
const GUILD_WAIT_MS = 2000;

/** The library makes four attempts without a pause; a short outage lasts longer than that. */
const RETRY_AFTER_MS = 400;

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>;

/**
 * A client that is not connected yet.
 * @param shards how many connections share the guilds
 * @param apiUrl address of the REST interface, without version
 * @param buildStrategy opens the connections; the library's own where undefined
 */
export function clientFor(
  shards: number | 'auto',
  apiUrl: string | undefined,
  buildStrategy?: BuildStrategy,
): Client {
  return new Client({
    ...(buildStrategy ? { ws: { ...Options.createDefault().ws, buildStrategy } } : {}),
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // private chats are not cached before their first message
    waitGuildTimeout: GUILD_WAIT_MS,
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MAX_CACHED_MESSAGES,
      GuildMemberManager: {
        maxSize: MAX_CACHED_PEOPLE,
        keepOverLimit: ({ user }) => user.id === user.client.user.id,
      },
      UserManager: { maxSize: MAX_CACHED_PEOPLE, keepOverLimit: (user) => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
    }),
    ...(shards === 'auto' ? { shards } : { shardCount: shards, shards: [...Array(shards).keys()] }),
    rest: {
      makeRequest: requestWithPause,
      rejectOnRateLimit: isTooLong,
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
}

/** Pauses before the library retries, and reports a broken connection by a code on which it does. */
const requestWithPause: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    const response = await DefaultRestOptions.makeRequest(url, init);
    if (response.status >= 500) await wait(RETRY_AFTER_MS);
    return response;
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    await wait(RETRY_AFTER_MS);
    throw Object.assign(new Error('ECONNRESET', { cause: error }), { code: 'ECONNRESET' });
  }
};

/** View channels, send messages, send in threads, embed links, read history. */
const INVITE_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 16n);

/** The address with which the bot is invited to a guild. */
export const inviteUrl = ({ application }: Client): string =>
  `https://discord.com/oauth2/authorize?client_id=${application?.id}&scope=bot+applications.commands&permissions=${INVITE_PERMISSIONS}`;
