// The connection: what is asked of Discord, what is remembered, and how often a request is tried again.
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
import { isBrokenOff } from '../errors.ts';
import { isTooLong } from '../sending/rate-limit-wait.ts';

/** Messages are answered as they come; only their ids are needed later. */
const KEPT_MESSAGES = 0;
const KEPT_PEOPLE = 200;

/** At the start nothing is answered before every guild has come, or none came for so long: some may have an outage. */
const GUILD_WAIT_MS = 2000;

/** The library tries four times, one right after the other; a short outage lasts longer than that. */
const TRY_AGAIN_AFTER_MS = 400;

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>;

/**
 * A client that is not connected yet.
 * @param shards how many connections share the guilds
 * @param apiUrl address of the REST interface, without version
 * @param buildStrategy makes the connections; the library's own way where undefined
 */
export function clientFor(
  shards: number | 'auto',
  apiUrl: string | undefined,
  buildStrategy?: BuildStrategy,
): Client {
  return new Client({
    ...(buildStrategy ? { ws: { ...Options.createDefault().ws, buildStrategy } } : {}),
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // private chats are not known before their first message
    waitGuildTimeout: GUILD_WAIT_MS,
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: KEPT_MESSAGES,
      GuildMemberManager: {
        maxSize: KEPT_PEOPLE,
        keepOverLimit: ({ user }) => user.id === user.client.user.id,
      },
      UserManager: { maxSize: KEPT_PEOPLE, keepOverLimit: (user) => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
    }),
    ...(shards === 'auto' ? { shards } : { shardCount: shards, shards: [...Array(shards).keys()] }),
    rest: {
      makeRequest: patient,
      rejectOnRateLimit: isTooLong,
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
}

/** A request of which the library is told in its own words when to try again, and not at once. */
const patient: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    const response = await DefaultRestOptions.makeRequest(url, init);
    if (response.status >= 500) await wait(TRY_AGAIN_AFTER_MS);
    return response;
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
    await wait(TRY_AGAIN_AFTER_MS);
    throw Object.assign(new Error('ECONNRESET', { cause: error }), { code: 'ECONNRESET' });
  }
};

/** View channels, send messages, send in threads, embed links, read history. */
const INVITE_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 16n);

/** The address with which the bot is invited to a guild. */
export const inviteUrl = ({ application }: Client): string =>
  `https://discord.com/oauth2/authorize?client_id=${application?.id}&scope=bot+applications.commands&permissions=${INVITE_PERMISSIONS}`;
