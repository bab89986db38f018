// Looks for a message of the bot among those that came into a channel since some time.
import { type Client, Routes } from '../discord-js.ts';

/** When Discord's ids begin, and where in them the time stands. https://docs.discord.com/developers/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;
const TIME_SHIFT = 22n;
/** Our clock and Discord's may differ. */
const CLOCKS_DIFFER_MS = 60_000;
/** Messages that one request gives at most, and how many requests are made. */
const PAGE = 100;
const MAX_PAGES = 5;

/** What is read of a message. */
interface Posted {
  id: string;
  author: { id: string };
  components?: unknown[];
}

/**
 * The id of the first message of the bot since a time (milliseconds since 1970) that has a button whose data hold a mark; undefined where
 * there is none among the first 500 messages, or the bot may not read them.
 */
export async function findPosted(
  { rest, user }: Pick<Client, 'rest' | 'user'>,
  channel: string,
  mark: string,
  since: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  let after = (BigInt(Math.max(0, Math.floor(since) - CLOCKS_DIFFER_MS - EPOCH_MS)) << TIME_SHIFT).toString();
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query, signal })) as Posted[];
    const found = messages.find(
      ({ author, components }) => author.id === user?.id && holds(components, mark),
    );
    if (found) return found.id;
    if (messages.length < PAGE) return undefined;
    after = messages
      .map(({ id }) => BigInt(id))
      .reduce((latest, id) => (id > latest ? id : latest))
      .toString();
  }
  return undefined;
}

/** Whether something to press among components, or inside of one, has data with a mark in them. */
function holds(components: unknown, mark: string): boolean {
  return (
    Array.isArray(components) &&
    components.some(
      ({ custom_id: id, components: inner }: { custom_id?: unknown; components?: unknown }) =>
        (typeof id === 'string' && id.includes(mark)) || holds(inner, mark),
    )
  );
}
