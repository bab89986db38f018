// Changes of the bot's presence by gateway events: where it is and may write. Read from the raw dispatches,
// because the library emits nothing about channels and threads that are not cached.
import type { PresenceListener } from '#core';
import { GatewayDispatchEvents as Kind } from './discord-js.ts';
import { channelKey, guildKey } from './keys.ts';

/** The used parts of an event as the gateway sends it. */
export interface Dispatch {
  t: string | null;
  d: unknown;
}

interface PresenceEvent {
  id: string;
  guild_id?: string;
  /** The guild has an outage: the bot is still in it. */
  unavailable?: boolean;
  user?: { id: string };
  thread_metadata?: { archived?: boolean; locked?: boolean };
}

/** Notifies the digests where an event changes the bot's presence in a place. */
export async function notifyPresence(
  { t, d }: Dispatch,
  botId: string,
  digests: Pick<PresenceListener, 'left' | 'returned'>,
): Promise<void> {
  const { id, guild_id: guild, unavailable, user, thread_metadata: thread } = (d ?? {}) as PresenceEvent;
  switch (t) {
    case Kind.GuildDelete:
      return unavailable ? undefined : digests.left(guildKey(id), 'unreachable');
    case Kind.ChannelDelete:
    case Kind.ThreadDelete:
      return digests.left(channelKey(id), 'unreachable');
    // comes for each guild at every start, and covers what happened while the bot was down
    case Kind.GuildCreate:
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
