// Where an interaction comes from, as the interaction itself says. The library keeps of that only what it knew before: nothing of the
// threads of a server that the bot is not in, where people use the app that they have installed for themselves.
import { type BaseInteraction, ChannelType, GatewayDispatchEvents as Kind } from '../discord-js.ts';
import type { Dispatch } from '../presence.ts';

/** A channel as Discord describes it, as far as it is read here. */
export interface Origin {
  type: number;
  /** Of a thread its channel, of a channel its category. */
  parent_id?: string | null;
  name?: string | null;
}

/** So many interactions may wait to be taken up: at the start some do, until all servers are known. */
const MAX_WAITING = 1000;
/** By connection and interaction. */
const waiting = new WeakMap<object, Map<string, Origin>>();
const origins = new WeakMap<object, Origin>();

/** Takes note of the channel of an interaction, before the library hands the interaction on. */
export function noteOrigin(client: object, { t, d }: Dispatch): void {
  if (t !== Kind.InteractionCreate) return;
  const { id, channel } = (d ?? {}) as { id?: unknown; channel?: unknown };
  if (typeof id !== 'string' || !isOrigin(channel)) return;
  const noted = waiting.get(client) ?? new Map<string, Origin>();
  waiting.set(client, noted.set(id, channel));
  const [oldest] = noted.keys();
  if (noted.size > MAX_WAITING) noted.delete(oldest);
}

const isOrigin = (channel: unknown): channel is Origin =>
  typeof channel === 'object' && channel !== null && 'type' in channel;

/** The channel of an interaction; undefined where Discord told none. */
export function originOf(interaction: Pick<BaseInteraction, 'id' | 'client'>): Origin | undefined {
  const noted = waiting.get(interaction.client);
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

export const isThread = ({ type }: Origin): boolean => THREADS.has(type);
