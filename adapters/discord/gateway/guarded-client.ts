// A client that no event of the gateway can crash: what the library throws on an event is caught and counted.
import type { Log } from '#core';
import { DroppedEvents } from '../../dropped-events.ts';
import { type Client, GatewayDispatchEvents as Kind } from '../discord-js.ts';
import { clientFor } from './client.ts';
import { GuardedShards } from './shards.ts';
import { GatewayWatch } from './watch.ts';

/** What a guarded client is made with. */
interface GuardedOptions {
  shards: number | 'auto';
  apiUrl: string | undefined;
  log: Log;
  /** Called with what keeps the gateway from being reached at the start. */
  announce(sentence: string): void;
}

/** A client that is not connected yet, and the events that it drops. */
export function guardedClient({ shards, apiUrl, log, announce }: GuardedOptions): {
  client: Client;
  dropped: DroppedEvents;
} {
  const dropped = new DroppedEvents('Discord', log);
  const watch = new GatewayWatch({ log, announce });
  const client = clientFor(shards, apiUrl, (manager) => new GuardedShards(manager, { watch, dropped }));
  const manager = client.ws as unknown as Manager; // not public
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
    void fetchChannel(unknown, client, log).then(() => handled(packet, shard));
    return true;
  };
  return { client, dropped };
}

/** The part of the library that turns a packet into an event. */
interface Manager {
  handlePacket(packet: Packet | undefined, shard: unknown): boolean;
}

interface Packet {
  t: string;
  d: unknown;
}

/** The used parts of a raw message. */
interface RawMessage {
  channel_id: string;
  guild_id?: unknown;
  mentions?: ({ id?: unknown } | null)[];
}

/**
 * The channel of a message that mentions the bot, where that channel is not cached because its own event
 * could not be read: the library drops messages in unknown channels silently.
 */
function unknownChannelIn({ t, d }: Packet, client: Client): UnknownChannel | undefined {
  if (t !== Kind.MessageCreate || !client.isReady()) return undefined;
  const { channel_id: id, guild_id: guild, mentions } = d as RawMessage;
  if (typeof guild !== 'string' || client.channels.cache.has(id) || !Array.isArray(mentions))
    return undefined;
  return mentions.some((mentioned) => mentioned?.id === client.user.id) ? { id, guild } : undefined;
}

interface UnknownChannel {
  id: string;
  guild: string;
}

async function fetchChannel({ id, guild }: UnknownChannel, client: Client, log: Log): Promise<void> {
  try {
    if (!client.guilds.cache.has(guild)) await client.guilds.fetch(guild); // else the channel is not cached
    await client.channels.fetch(id);
  } catch (error) {
    log.warn({ err: error, channel: id }, 'a channel in which the bot was mentioned could not be looked up');
  }
}
