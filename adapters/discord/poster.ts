// Posts to channels, threads and direct messages without a request. A posting never appears twice: for a few
// minutes Discord drops repetitions by their nonce; after that the channel is searched for it first.
import { setTimeout as wait } from 'node:timers/promises';
import { type Log, type Message, mayNotWrite, type Poster, type PostOptions } from '#core';
import { type Client, MessageFlags, Routes } from './discord-js.ts';
import { isRefusal, outcomeOf, unexpected } from './errors.ts';
import { channelIn, channelKey, guildIn, messageKey, personIn } from './keys.ts';
import { mediumFor } from './limits.ts';
import { bodyOf, type CommandIds } from './rendering/body.ts';
import { findPosted } from './sending/history.ts';
import { MAX_WAIT_MS, withoutLongWaits } from './sending/rate-limit-wait.ts';

/** Postings under way at once. */
const MAX_CONCURRENT = 20;
/**
 * Discord takes 50 requests a second: postings leave ten of them to answers, which would otherwise queue
 * behind.
 */
const INTERVAL_MS = 25;
/** After a refusal that does not say when to retry, and after a request that took too long. */
const RETRY_MS = 5000;

/** What a poster uses of the client: the bare REST interface, so that nothing that is sent is cached. */
type Connection = Pick<Client, 'rest' | 'user'>;

/** The poster of a connected bot. Throws only errors that are not Discord's. */
export function posterFor(client: Connection, commandIds: CommandIds, log: Log): Poster {
  let lastTurn = Promise.resolve();
  const turn = () => {
    const mine = lastTurn;
    lastTurn = mine.then(() => wait(INTERVAL_MS));
    return mine;
  };
  const find = async (place: string, id: string, since: number): Promise<string[] | undefined> => {
    const { signal, release } = timeLimit(MAX_WAIT_MS);
    try {
      const where = { channel: channelIn(place), mark: id, since, signal };
      const found = await withoutLongWaits(() => findIfAllowed(client, where));
      return found === undefined ? undefined : [messageKey(found)];
    } finally {
      release();
    }
  };
  return {
    platform: 'discord',
    find,
    addressOf,
    maxConcurrent: MAX_CONCURRENT,
    medium: (locale) => mediumFor(locale, commandIds),
    async direct(person) {
      const id = personIn(person);
      return id === undefined ? undefined : directChannel(client, id);
    },
    async post(place, message, posting) {
      const channel = channelIn(place);
      const body = bodyFor(message, posting, commandIds);
      await turn();
      const { signal, release } = timeLimit(MAX_WAIT_MS);
      try {
        const id = await withoutLongWaits(() => post(client, { channel, body, posting, signal }));
        return { outcome: 'sent', messages: [messageKey(id)] };
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome) return outcome;
        if (isRefusal(error))
          log.error(
            { err: unexpected(error), place, posting: posting.id },
            'Discord did not take a digest or a notice',
          );
        else if (!signal.aborted) throw error;
        return { outcome: 'retry', afterMs: RETRY_MS };
      } finally {
        release();
      }
    },
  };
}

/** Opens the direct channel with a person; its key, or undefined where Discord does not open it now. */
async function directChannel(client: Connection, person: string): Promise<string | undefined> {
  const { signal, release } = timeLimit(MAX_WAIT_MS);
  const body = { recipient_id: person };
  try {
    const channel = await withoutLongWaits(() => client.rest.post(Routes.userChannels(), { body, signal }));
    return channelKey((channel as { id: string }).id);
  } catch (error) {
    if (outcomeOf(error) || isRefusal(error) || signal.aborted) return undefined;
    throw error;
  } finally {
    release();
  }
}

/**
 * A timeout that can be released: `AbortSignal.timeout` would keep the request in memory until its time is
 * over.
 */
function timeLimit(ms: number): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, release: () => clearTimeout(timer) };
}

const addressOf = (place: string, community?: string): string | undefined => {
  const guild = guildIn(community ?? '');
  return guild && `https://discord.com/channels/${guild}/${channelIn(place)}`;
};

interface Attempt {
  channel: string;
  body: object;
  posting: PostOptions;
  signal: AbortSignal;
}

/** Posts a body unless it is there already; resolves with the id of the message. */
async function post(client: Connection, { channel, body, posting, signal }: Attempt): Promise<string> {
  const { id, triedSince } = posting;
  const posted =
    triedSince === undefined
      ? undefined
      : await findIfAllowed(client, { channel, mark: id, since: triedSince, signal });
  if (posted !== undefined) return posted;
  const message = await client.rest.post(Routes.channelMessages(channel), { body, signal });
  return (message as { id: string }).id;
}

/** Without the right to read a channel, the nonce alone guards against repetition. */
async function findIfAllowed(...where: Parameters<typeof findPosted>): Promise<string | undefined> {
  try {
    return await findPosted(...where);
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome && mayNotWrite(outcome)) return undefined;
    throw error;
  }
}

const bodyFor = (message: Message, { locale, silent, id }: PostOptions, commandIds: CommandIds) => ({
  components: bodyOf(message, locale, commandIds).components,
  allowed_mentions: { parse: [] },
  flags: MessageFlags.IsComponentsV2 | (silent ? MessageFlags.SuppressNotifications : 0),
  nonce: id,
  enforce_nonce: true,
});
