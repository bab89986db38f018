// Gateway payloads made safe for the library, which throws on what it cannot parse. Odd fields are corrected
// or left out; a payload without a required field is replaced by one that the library ignores. Pure.
import { GatewayDispatchEvents as Kind, GatewayOpcodes as Opcode } from '../discord-js.ts';

/** The used parts of a payload. */
export interface Payload {
  op: number;
  t?: unknown;
  s?: unknown;
  d?: unknown;
}

type Fields = Record<string, unknown>;

/** A payload for the library; `unreadable` names what could not be used of the received one. */
interface Sanitized {
  payload: Payload | null;
  unreadable?: string;
}

/** Discord's usual interval. https://docs.discord.com/developers/events/gateway#hello-event */
const HEARTBEAT_MS = 41_250;
const MAX_HEARTBEAT_MS = 10 * 60 * 1000;

/** A payload that the library can take. */
export function sanitized(given: unknown): Sanitized {
  if (given === null) return { payload: null }; // the library could not parse it itself
  if (!isFields(given) || typeof given.op !== 'number') return { payload: null, unreadable: 'a payload' };
  const payload = given as unknown as Payload;
  if (payload.op === Opcode.Hello) return sanitizedHello(payload);
  if (payload.op === Opcode.InvalidSession) return { payload: { ...payload, d: payload.d === true } };
  return payload.op === Opcode.Dispatch ? sanitizedEvent(payload) : { payload };
}

function sanitizedHello(payload: Payload): Sanitized {
  const interval = isFields(payload.d) ? payload.d.heartbeat_interval : undefined;
  if (typeof interval === 'number' && interval > 0 && interval <= MAX_HEARTBEAT_MS) return { payload };
  return { payload: { ...payload, d: { heartbeat_interval: HEARTBEAT_MS } }, unreadable: 'HELLO' };
}

/** An event of no known type. Keeps the sequence number, so that a resumed session does not get it again. */
const ignored = ({ op, s }: Payload): Payload => ({ op, s, t: 'IGNORED', d: null });
const KNOWN = new Set<unknown>(Object.values(Kind));

function sanitizedEvent(given: Payload): Sanitized {
  const payload = { ...given, s: typeof given.s === 'number' ? given.s : 0 };
  const { t } = payload;
  if (typeof t !== 'string') return { payload: ignored(payload), unreadable: 'an event' };
  if (!KNOWN.has(t)) return { payload: ignored(payload) }; // newer than this program
  if (t === Kind.Resumed) return { payload: { ...payload, d: {} } };
  if (t === Kind.Ready) return sanitizedReady(payload, isFields(payload.d) ? payload.d : {});
  if (!isFields(payload.d)) return { payload: ignored(payload), unreadable: t };
  if (REQUIRED[t]?.(payload.d) === false) return { payload: ignored(payload), unreadable: t };
  return t === Kind.GuildCreate || t === Kind.GuildUpdate
    ? { payload: { ...payload, d: guildFrom(payload.d) } }
    : { payload };
}

/** A session that begins without what the library needs is replaced by a new one. */
function sanitizedReady(payload: Payload, d: Fields): Sanitized {
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

/** Lists of a guild whose entries have an id; those of people have a user with an id. */
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
/** Lists that nothing here reads. */
const UNUSED = ['voice_states', 'soundboard_sounds'];

/** A guild without the unreadable entries of its lists. */
function guildFrom(guild: Fields): Fields {
  const cleaned: Fields = { ...guild };
  for (const name of [...LISTS, ...LISTS_OF_PEOPLE]) {
    const list = guild[name];
    const isReadable = LISTS.includes(name) ? hasId : hasUser;
    if (Array.isArray(list)) cleaned[name] = list.filter(isReadable);
    else delete cleaned[name];
  }
  for (const name of UNUSED) delete cleaned[name];
  const roles = cleaned.roles as { id: string }[] | undefined;
  // without the role of everyone all rights would be missing
  if (!roles?.some(({ id }) => id === guild.id)) delete cleaned.roles;
  return cleaned;
}

/** Required fields of the events that are handled: without them the library's cached objects stay wrong. */
const REQUIRED: Record<string, ((d: Fields) => boolean) | undefined> = {
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
