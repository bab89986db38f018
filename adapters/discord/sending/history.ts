// Looks for a message of the bot in a channel's recent messages.
import { type Client, Routes } from '../discord-js.ts';

/**
 * The epoch of Discord's ids, and the position of the time in them.
 * https://docs.discord.com/developers/reference#snowflakes
 */
const EPOCH_MS = 1_420_070_400_000;
const TIME_SHIFT = 22n;
/** How far this machine's clock may be ahead of Discord's. */
const CLOCK_TOLERANCE_MS = 60_000;
/** Messages in one response at most, and requests at most. */
const PAGE_SIZE = 100;
const MAX_PAGES = 5;

/** The used parts of a raw message. */
interface PostedMessage {
  id: string;
  author: { id: string };
  components?: unknown[];
}

/** What is looked for. */
export interface Wanted {
  /** Id of the channel. */
  channel: string;
  /** Part of the custom id of one of the message's buttons. */
  mark: string;
  /** Milliseconds since 1970. */
  since: number;
  signal: AbortSignal;
}

/**
 * The id of the bot's first message with a mark; undefined where the first 500 messages since then have none.
 */
export async function findPosted(
  { rest, user }: Pick<Client, 'rest' | 'user'>,
  { channel, mark, since, signal }: Wanted,
): Promise<string | undefined> {
  let after = (
    BigInt(Math.max(0, Math.floor(since) - CLOCK_TOLERANCE_MS - EPOCH_MS)) << TIME_SHIFT
  ).toString();
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ after, limit: String(PAGE_SIZE) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query, signal })) as PostedMessage[];
    const found = messages.find(
      ({ author, components }) => author.id === user?.id && hasMark(components, mark),
    );
    if (found) return found.id;
    if (messages.length < PAGE_SIZE) return undefined;
    after = messages
      .map(({ id }) => BigInt(id))
      .reduce((latest, id) => (id > latest ? id : latest))
      .toString();
  }
  return undefined;
}

/** Whether a component, or one nested in it, has a mark in its custom id. */
function hasMark(components: unknown, mark: string): boolean {
  return (
    Array.isArray(components) &&
    components.some(
      ({ custom_id: id, components: inner }: { custom_id?: unknown; components?: unknown }) =>
        (typeof id === 'string' && id.includes(mark)) || hasMark(inner, mark),
    )
  );
}
