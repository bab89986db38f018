// A client that what the gateway sends cannot bring down.
import type { Log } from '#core';
import { Dropped } from '../../dropped-events.ts';
import { type Client, GatewayDispatchEvents as Kind } from '../discord-js.ts';
import { clientFor } from './client.ts';
import { GuardedShards } from './shards.ts';
import { GatewayWatch } from './watch.ts';

/** What a guarded client is made with. */
export interface GuardedOptions {
  shards: number | 'auto';
  apiUrl: string | undefined;
  log: Log;
  /** Called with what keeps the gateway from being reached at the start. */
  announce(sentence: string): void;
}

/** A client that is not connected yet, and the count of what it had to drop. */
export function guardedClient({ shards, apiUrl, log, announce }: GuardedOptions): {
  client: Client;
  dropped: Dropped;
} {
  const dropped = new Dropped('Discord', log);
  const watch = new GatewayWatch({ log, announce });
  const client = clientFor(shards, apiUrl, (manager) => new GuardedShards(manager, { watch, dropped }));
  const manager = client.ws as unknown as Manager; // has no other way in
  const handle = manager.handlePacket.bind(manager);
  const handled: Manager['handlePacket'] = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      dropped.note(packet?.t ?? 'an event', error);
      return false;
    }
  };
  manager.handlePacket = (packet, shard) => {
    const unknown = packet && unknownChannelIn(packet, client);
    if (unknown === undefined) return handled(packet, shard);
    void lookUp(unknown, client, log).then(() => handled(packet, shard));
    return true;
  };
  return { client, dropped };
}

/** Where the library makes its own objects of an event: at once, or when the connection is ready. */
interface Manager {
  handlePacket(packet: Packet | undefined, shard: unknown): boolean;
}

interface Packet {
  t: string;
  d: unknown;
}

/** What is read of a message here. */
interface Told {
  channel_id: string;
  guild_id?: unknown;
  mentions?: ({ id?: unknown } | null)[];
}

/**
 * The channel in which the bot was mentioned, where the library does not know it, such as one whose own event could not be read: it would
 * pass over the message without a word.
 */
function unknownChannelIn({ t, d }: Packet, client: Client): Unknown | undefined {
  if (t !== Kind.MessageCreate || !client.isReady()) return undefined;
  const { channel_id: id, guild_id: guild, mentions } = d as Told;
  if (typeof guild !== 'string' || client.channels.cache.has(id) || !Array.isArray(mentions))
    return undefined;
  return mentions.some((mentioned) => mentioned?.id === client.user.id) ? { id, guild } : undefined;
}

interface Unknown {
  id: string;
  guild: string;
}

async function lookUp({ id, guild }: Unknown, client: Client, log: Log): Promise<void> {
  try {
    if (!client.guilds.cache.has(guild)) await client.guilds.fetch(guild); // else the channel is not kept
    await client.channels.fetch(id);
  } catch (error) {
    log.warn({ err: error, channel: id }, 'a channel in which the bot was mentioned could not be looked up');
  }
}
