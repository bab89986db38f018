// What the gateway sends, made safe for the library, which ends the process on what it cannot parse. Pure.
// What is there but odd is set right or left out; what cannot be used at all is said to be unreadable.
import { GatewayDispatchEvents as Kind, GatewayOpcodes as Opcode } from '../discord-js.ts';

/** A payload as far as it is read here. */
export interface Payload {
  op: number;
  t?: unknown;
  s?: unknown;
  d?: unknown;
}

type Fields = Record<string, unknown>;

/** A payload for the library, and what was unreadable about the one that came, if it was. */
export interface Screened {
  payload: Payload | null;
  unreadable?: string;
}

/** How often Discord wants a sign of life. https://docs.discord.com/developers/events/gateway#hello-event */
const HEARTBEAT_MS = 41_250;
const LONGEST_HEARTBEAT_MS = 10 * 60 * 1000;

/** A payload as the library may have it. */
export function screened(given: unknown): Screened {
  if (given === null) return { payload: null }; // what the library itself does not read
  if (!isFields(given) || typeof given.op !== 'number') return { payload: null, unreadable: 'a payload' };
  const payload = given as unknown as Payload;
  if (payload.op === Opcode.Hello) return screenedHello(payload);
  if (payload.op === Opcode.InvalidSession) return { payload: { ...payload, d: payload.d === true } };
  return payload.op === Opcode.Dispatch ? screenedEvent(payload) : { payload };
}

function screenedHello(payload: Payload): Screened {
  const interval = isFields(payload.d) ? payload.d.heartbeat_interval : undefined;
  if (typeof interval === 'number' && interval > 0 && interval <= LONGEST_HEARTBEAT_MS) return { payload };
  return { payload: { ...payload, d: { heartbeat_interval: HEARTBEAT_MS } }, unreadable: 'HELLO' };
}

/** Keeps the place in the sequence, so that nothing that came is asked for again. */
const passedOver = ({ op, s }: Payload): Payload => ({ op, s, t: 'PASSED_OVER', d: null });
const KNOWN = new Set<unknown>(Object.values(Kind));

function screenedEvent(given: Payload): Screened {
  const payload = { ...given, s: typeof given.s === 'number' ? given.s : 0 };
  const { t } = payload;
  if (typeof t !== 'string') return { payload: passedOver(payload), unreadable: 'an event' };
  if (!KNOWN.has(t)) return { payload: passedOver(payload) }; // newer than this program
  if (t === Kind.Resumed) return { payload: { ...payload, d: {} } };
  if (t === Kind.Ready) return screenedReady(payload, isFields(payload.d) ? payload.d : {});
  if (!isFields(payload.d)) return { payload: passedOver(payload), unreadable: t };
  if (NEEDS[t]?.(payload.d) === false) return { payload: passedOver(payload), unreadable: t };
  return t === Kind.GuildCreate || t === Kind.GuildUpdate
    ? { payload: { ...payload, d: guildFrom(payload.d) } }
    : { payload };
}

/** Where a session begins in a way that cannot be used, another one is asked for. */
function screenedReady(payload: Payload, d: Fields): Screened {
  const { session_id: session, resume_gateway_url: url, user, application, guilds } = d;
  if (typeof session !== 'string' || !hasId(user) || !hasId(application))
    return { payload: { op: Opcode.InvalidSession, d: false }, unreadable: Kind.Ready };
  const known = Array.isArray(guilds) ? guilds.filter(hasId) : [];
  const ready = { ...d, guilds: known, resume_gateway_url: isSocketAddress(url) ? url : undefined };
  return { payload: { ...payload, d: ready } };
}

function isSocketAddress(url: unknown): boolean {
  return typeof url === 'string' && /^wss?:\/\/./.test(url) && URL.canParse(url);
}

/** Lists in a guild, whose entries have an id, or that of a user. */
const LISTS = [
  'channels',
  'threads',
  'roles',
  'emojis',
  'stickers',
  'stage_instances',
  'guild_scheduled_events',
];
const LISTS_OF_PEOPLE = ['members', 'presences'];
/** Lists that nothing here is interested in. */
const UNUSED = ['voice_states', 'soundboard_sounds'];

/** A guild without the entries of its lists that cannot be read: the others are worth having. */
function guildFrom(guild: Fields): Fields {
  const kept: Fields = { ...guild };
  for (const name of [...LISTS, ...LISTS_OF_PEOPLE]) {
    const list = guild[name];
    const isReadable = LISTS.includes(name) ? hasId : hasUser;
    if (Array.isArray(list)) kept[name] = list.filter(isReadable);
    else delete kept[name];
  }
  for (const name of UNUSED) delete kept[name];
  const roles = kept.roles as { id: string }[] | undefined;
  if (!roles?.some(({ id }) => id === guild.id)) delete kept.roles; // what everyone may is never taken away
  return kept;
}

/** What the events that are heeded here must have; the library's own objects are wrong for ever where one lacks it. */
const NEEDS: Record<string, ((d: Fields) => boolean) | undefined> = {
  [Kind.GuildCreate]: hasId,
  [Kind.GuildUpdate]: hasId,
  [Kind.GuildDelete]: hasId,
  [Kind.ChannelCreate]: isChannel,
  [Kind.ChannelUpdate]: isChannel,
  [Kind.ChannelDelete]: hasId,
  [Kind.ThreadCreate]: isThread,
  [Kind.ThreadUpdate]: isThread,
  [Kind.ThreadDelete]: hasId,
  [Kind.GuildMemberUpdate]: (d) => isId(d.guild_id) && hasUser(d),
  [Kind.GuildRoleCreate]: (d) => isId(d.guild_id) && hasId(d.role),
  [Kind.GuildRoleUpdate]: (d) => isId(d.guild_id) && hasId(d.role),
  [Kind.GuildRoleDelete]: (d) => isId(d.guild_id) && isId(d.role_id),
  [Kind.MessageCreate]: (d) =>
    hasId(d) && isId(d.channel_id) && hasId(d.author) && typeof d.content === 'string',
  [Kind.InteractionCreate]: (d) =>
    hasId(d) &&
    typeof d.token === 'string' &&
    isId(d.channel_id) &&
    (hasId(d.user) || (isFields(d.member) && hasUser(d.member))),
  [Kind.UserUpdate]: hasId,
};

function isChannel(d: Fields): boolean {
  return hasId(d) && typeof d.type === 'number' && (isId(d.guild_id) || d.guild_id === undefined);
}

function isThread(d: Fields): boolean {
  return isChannel(d) && isId(d.guild_id) && (isId(d.parent_id) || (d.parent_id ?? undefined) === undefined);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** https://docs.discord.com/developers/reference#snowflakes */
const isId = (value: unknown): boolean => typeof value === 'string' && /^\d{1,20}$/.test(value);

function hasId(value: unknown): boolean {
  return isFields(value) && isId(value.id);
}

function hasUser(value: unknown): boolean {
  return isFields(value) && hasId(value.user);
}
