// How a message gets to a channel, thread or direct message without anybody having asked. The same posting is never there twice: Discord
// knows a repetition by its nonce for a few minutes; where that may be over, it is looked for among what stands there.
import { setTimeout as wait } from 'node:timers/promises';
import { type Log, type Message, mayNotWrite, type Poster, type PostOptions } from '#core';
import { channelKey, messageKey } from './decode.ts';
import { type Client, MessageFlags, Routes } from './discord-js.ts';
import { isRefusal, outcomeOf, unexpected } from './errors.ts';
import { mediumFor } from './limits.ts';
import { bodyOf, type CommandIds } from './rendering/body.ts';
import { findPosted } from './sending/history.ts';
import { LONGEST_WAIT_MS, withoutLongWaits } from './sending/rate-limit-wait.ts';

const MOST = 20;
/** Discord takes 50 requests a second. What nobody waits for leaves ten of them to the answers, which else would wait behind it. */
const BETWEEN_MS = 25;
/** After a refusal that says nothing about when to try again, or where another message has held the channel for too long. */
const RETRY_MS = 5000;

/** What a poster needs of the connection: the bare interface, so that nothing that is sent is kept in memory. */
type Connection = Pick<Client, 'rest' | 'user'>;

/** The poster of a bot that is connected. Only errors that are none of Discord's are thrown. */
export function posterFor(client: Connection, commandIds: CommandIds, log: Log): Poster {
  let lastTurn = Promise.resolve();
  const turn = () => {
    const mine = lastTurn;
    lastTurn = mine.then(() => wait(BETWEEN_MS));
    return mine;
  };
  const find = async (place: string, id: string, since: number): Promise<string[] | undefined> => {
    const { signal, release } = timeLimit(LONGEST_WAIT_MS);
    try {
      const look = () => findIfAllowed(client, channelIn(place), id, since, signal);
      const found = await withoutLongWaits(look);
      return found === undefined ? undefined : [messageKey(found)];
    } finally {
      release();
    }
  };
  return {
    platform: 'discord',
    find,
    addressOf,
    maxConcurrent: MOST,
    medium: (locale) => mediumFor(locale, commandIds),
    async direct(person) {
      const [, id] = /^discord:(\d+)$/.exec(person) ?? [];
      return id === undefined ? undefined : directChannel(client, id);
    },
    async post(place, message, posting) {
      const channel = channelIn(place);
      const body = bodyFor(message, posting, commandIds);
      await turn();
      const { signal, release } = timeLimit(LONGEST_WAIT_MS);
      try {
        const id = await withoutLongWaits(() => post(client, channel, body, posting, signal));
        return { outcome: 'sent', messages: [messageKey(id)] };
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome) return outcome;
        if (isRefusal(error))
          log.error(
            { err: unexpected(error), place, posting: posting.id },
            'Discord did not take a message that nobody asked for',
          );
        else if (!signal.aborted) throw error;
        return { outcome: 'retry', afterMs: RETRY_MS };
      } finally {
        release();
      }
    },
  };
}

/** The key of the channel between a person and the bot, which is opened; undefined where Discord will not open it now. */
async function directChannel(client: Connection, person: string): Promise<string | undefined> {
  const { signal, release } = timeLimit(LONGEST_WAIT_MS);
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

/** A signal that is given up once it is not needed: `AbortSignal.timeout` would hold everything about a request until its time is over. */
function timeLimit(ms: number): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, release: () => clearTimeout(timer) };
}

const addressOf = (place: string, community?: string): string | undefined => {
  const [, guild] = /^discord:guild:(\d+)$/.exec(community ?? '') ?? [];
  return guild && `https://discord.com/channels/${guild}/${channelIn(place)}`;
};

/** Posts a body unless it stands there already; gives the id of the message. */
async function post(
  client: Connection,
  channel: string,
  body: object,
  { id, triedSince }: PostOptions,
  signal: AbortSignal,
): Promise<string> {
  const posted =
    triedSince === undefined ? undefined : await findIfAllowed(client, channel, id, triedSince, signal);
  if (posted !== undefined) return posted;
  const message = await client.rest.post(Routes.channelMessages(channel), { body, signal });
  return (message as { id: string }).id;
}

/** Without the right to look into a channel, the nonce is all there is. */
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

/** @throws where the key is none of this adapter's */
function channelIn(place: string): string {
  const [, channel] = /^discord:channel:(\d+)$/.exec(place) ?? [];
  if (channel === undefined) throw new Error(`${place} is no place on Discord`);
  return channel;
}
