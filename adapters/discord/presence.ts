// What Discord's events tell of where the bot is. Read as they come over the gateway: most channels and threads that they are about are not
// kept in memory, and the library is silent about those. Pure.
import type { PresenceListener } from '#core';
import { channelKey, guildKey } from './decode.ts';
import { GatewayDispatchEvents as Kind } from './discord-js.ts';

/** An event as the gateway sends it, as far as it is read here. */
export interface Dispatch {
  t: string | null;
  d: unknown;
}

interface Told {
  id: string;
  guild_id?: string;
  /** A guild has an outage: the bot is still in it. */
  unavailable?: boolean;
  user?: { id: string };
  thread_metadata?: { archived?: boolean; locked?: boolean };
}

/** Tells the digests what an event says of the bot's standing, if it says something. */
export async function tellPresence(
  { t, d }: Dispatch,
  botId: string,
  digests: Pick<PresenceListener, 'left' | 'returned'>,
): Promise<void> {
  const { id, guild_id: guild, unavailable, user, thread_metadata: thread } = (d ?? {}) as Told;
  switch (t) {
    case Kind.GuildDelete:
      return unavailable ? undefined : digests.left(guildKey(id), 'unreachable');
    case Kind.ChannelDelete:
    case Kind.ThreadDelete:
      return digests.left(channelKey(id), 'unreachable');
    case Kind.GuildCreate: // also at every start, for each guild: what happened meanwhile is not told
      return unavailable ? undefined : digests.returned(guildKey(id));
    case Kind.ChannelUpdate:
      return digests.returned(channelKey(id));
    case Kind.ThreadUpdate:
      return thread?.archived || thread?.locked ? undefined : digests.returned(channelKey(id));
    case Kind.GuildRoleUpdate:
      return guild ? digests.returned(guildKey(guild)) : undefined;
    case Kind.GuildMemberUpdate:
      return guild && user?.id === botId ? digests.returned(guildKey(guild)) : undefined;
    default:
      return undefined;
  }
}
