// The channel of an interaction, as the interaction itself describes it. The library drops the description
// where the channel is not cached, such as threads of guilds in which only the person has installed the app.
import { type BaseInteraction, ChannelType, GatewayDispatchEvents as Kind } from '../discord-js.ts';
import type { Dispatch } from '../presence.ts';

/** The used parts of a raw channel of Discord. */
export interface Origin {
  type: number;
  /** Of a thread its channel, of a channel its category. */
  parent_id?: string | null;
  name?: string | null;
}

/** Interactions that may wait to be handled: at the start some do until all guilds are known. */
const MAX_PENDING = 1000;
/** By client and interaction id. */
const pending = new WeakMap<object, Map<string, Origin>>();
const origins = new WeakMap<object, Origin>();

/** Keeps the channel of an interaction until the library emits the interaction. */
export function noteOrigin(client: object, { t, d }: Dispatch): void {
  if (t !== Kind.InteractionCreate) return;
  const { id, channel } = (d ?? {}) as { id?: unknown; channel?: unknown };
  if (typeof id !== 'string' || !isOrigin(channel)) return;
  const noted = pending.get(client) ?? new Map<string, Origin>();
  pending.set(client, noted.set(id, channel));
  const [oldest] = noted.keys();
  if (noted.size > MAX_PENDING) noted.delete(oldest);
}

const isOrigin = (channel: unknown): channel is Origin =>
  typeof channel === 'object' && channel !== null && 'type' in channel;

/** The channel of an interaction; undefined where Discord did not describe it. */
export function originOf(interaction: Pick<BaseInteraction, 'id' | 'client'>): Origin | undefined {
  const noted = pending.get(interaction.client);
  const origin = noted?.get(interaction.id);
  if (!origin) return origins.get(interaction);
  noted?.delete(interaction.id);
  origins.set(interaction, origin);
  return origin;
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

export const isThread = ({ type }: Pick<Origin, 'type'>): boolean => THREADS.has(type);
