// Odd events: those that the stand-in sends, and some made from Discord's own description of its objects, with fields missing, null, of
// another type or unknown. The same seed gives the same events.
import fs from 'node:fs';
import { GatewayDispatchEvents } from 'discord.js';
import type { Discord } from '../stand-ins/discord/index.ts';
import { channelPayload, guildPayload, userPayload } from '../stand-ins/discord/payloads.ts';
import { hasSchema, SCHEMA_FILE } from '../stand-ins/discord/schema.ts';
import { BEN } from './bot.ts';

export const EVENTS: string[] = Object.values(GatewayDispatchEvents).filter((kind) => kind !== 'READY');

type Json = Record<string, unknown>;

export interface OddEvent {
  type: string;
  data: Json;
}

/** Numbers from 0 up to 1, by xorshift. */
function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const ODD: unknown[] = [
  null,
  undefined,
  0,
  -1,
  1e300,
  '',
  'x',
  '999999999999999999999999',
  true,
  [],
  [null],
  [[]],
  {},
  { id: null },
  { id: '1', type: 999 },
];

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** Copies of an event, each with one to three places that are not as they should be; who and where it is stays. */
export function mutated(data: Json, seed: number, count: number): unknown[] {
  const random = chance(seed);
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)];
  const places = placesIn(data);
  return Array.from({ length: count }, () => {
    let copy: unknown = structuredClone(data);
    for (let times = 1 + Math.floor(random() * 3); times > 0; times--)
      copy = replaced(copy, pick(places), structuredClone(pick(ODD)));
    return copy;
  });
}

function replaced(whole: unknown, [first, ...rest]: (string | number)[], odd: unknown): unknown {
  if (first === undefined) return odd;
  if (typeof whole !== 'object' || whole === null) return whole;
  const inner = (whole as Json)[first];
  return Object.assign(whole, { [first]: rest.length === 0 ? odd : replaced(inner, rest, odd) });
}

/** Events as the stand-in sends them, about places that there are. */
export function realEvents(
  discord: Discord,
  {
    guild: guildId,
    channel: channelId,
    thread: threadId,
  }: { guild: string; channel: string; thread: string },
): OddEvent[] {
  const guild = discord.guild(guildId)!;
  const [channel, thread] = [channelId, threadId].map((id) =>
    channelPayload(discord.channel(id), discord.bot),
  );
  const role = { id: guild.roles[0].id, name: 'r', permissions: '0' };
  const member = { guild_id: guildId, user: userPayload(discord.bot), roles: [], nick: null };
  const message = {
    ...discord.placeMessage({ channel: channelId, body: { content: '问' } }).payload(),
    guild_id: guildId,
    author: userPayload(BEN),
    content: `<@${discord.bot.id}> 林业局有哪些问题`,
    mentions: [userPayload(discord.bot)],
    member: { roles: [], joined_at: null },
  };
  return [
    { type: 'GUILD_CREATE', data: guildPayload(guild, discord.bot) },
    { type: 'GUILD_UPDATE', data: guildPayload(guild, discord.bot) },
    { type: 'CHANNEL_CREATE', data: channel },
    { type: 'CHANNEL_UPDATE', data: channel },
    { type: 'THREAD_CREATE', data: thread },
    { type: 'THREAD_UPDATE', data: thread },
    { type: 'THREAD_LIST_SYNC', data: { guild_id: guildId, threads: [thread], members: [] } },
    { type: 'THREAD_MEMBERS_UPDATE', data: { id: threadId, guild_id: guildId, member_count: 1 } },
    { type: 'GUILD_ROLE_UPDATE', data: { guild_id: guildId, role } },
    { type: 'GUILD_MEMBER_UPDATE', data: member },
    { type: 'MESSAGE_CREATE', data: message },
    { type: 'MESSAGE_UPDATE', data: message },
    { type: 'INTERACTION_CREATE', data: command(discord, guildId, channel) },
    { type: 'INTERACTION_CREATE', data: press(discord, guildId, channel) },
    { type: 'INTERACTION_CREATE', data: submission(discord, guildId, channel) },
  ];
}

const interaction = (discord: Discord, guildId: string, channel: Json): Json => ({
  id: '1',
  application_id: discord.application.id,
  token: 'a token that nobody knows',
  version: 1,
  channel_id: channel.id,
  channel,
  guild_id: guildId,
  guild: { id: guildId, locale: 'zh-CN', features: [] },
  member: { user: userPayload(BEN), roles: [], permissions: '0', joined_at: null },
  app_permissions: '0',
  locale: 'en-US',
  entitlements: [],
  authorizing_integration_owners: { '0': guildId },
  context: 0,
});

const command = (discord: Discord, guildId: string, channel: Json): Json => ({
  ...interaction(discord, guildId, channel),
  type: 2,
  data: {
    id: '2',
    name: 'digest',
    type: 1,
    options: [{ name: 'on', type: 1, options: [{ name: 'time', type: 3, value: '8' }] }],
    resolved: { attachments: { '3': { id: '3', filename: 'a.txt', size: 1, url: 'http://127.0.0.1:1/a' } } },
  },
});

const press = (discord: Discord, guildId: string, channel: Json): Json => ({
  ...interaction(discord, guildId, channel),
  type: 3,
  data: { component_type: 2, custom_id: 'f+yes~aaaaaaa', id: 1 },
  message: discord.placeMessage({ channel: String(channel.id), body: { content: '答' } }).payload(),
});

const submission = (discord: Discord, guildId: string, channel: Json): Json => ({
  ...press(discord, guildId, channel),
  type: 5,
  data: {
    custom_id: 'n+everyone.zh~aaaaaaa',
    components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: '问' } }],
  },
});

/** By the names of Discord's objects, the events that hold one. */
const OBJECTS: Record<string, string[]> = {
  GuildChannelResponse: ['CHANNEL_CREATE', 'CHANNEL_UPDATE'],
  ThreadResponse: ['THREAD_CREATE', 'THREAD_UPDATE', 'THREAD_DELETE'],
  MessageResponse: ['MESSAGE_CREATE', 'MESSAGE_UPDATE'],
  GuildRoleResponse: ['GUILD_ROLE_CREATE'],
  GuildMemberResponse: ['GUILD_MEMBER_UPDATE'],
  UserResponse: ['USER_UPDATE'],
  EmojiResponse: ['GUILD_EMOJIS_UPDATE'],
  ThreadMemberResponse: ['THREAD_MEMBER_UPDATE'],
};

/** Events whose data are made from Discord's description of its objects; none where that is not there. */
export function anyOf(seed: number, each: number): OddEvent[] {
  if (!hasSchema) return [];
  const { components } = JSON.parse(fs.readFileSync(SCHEMA_FILE, 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };
  const random = chance(seed);
  return Object.entries(OBJECTS).flatMap(([name, types]) =>
    types.flatMap((type) =>
      Array.from({ length: each }, () => ({
        type,
        data: made(components.schemas[name], components.schemas, random, 0) as Json,
      })),
    ),
  );
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

const DEEPEST = 5;

/** A value as a schema describes it. */
function made(
  schema: Schema | undefined,
  all: Record<string, Schema>,
  random: () => number,
  depth: number,
): unknown {
  if (!schema || depth > DEEPEST) return null;
  if (schema.$ref) return made(all[schema.$ref.split('/').at(-1) ?? ''], all, random, depth);
  const choices = schema.oneOf ?? schema.anyOf ?? schema.enum ?? schema.allOf;
  if (choices) {
    const chosen = choices[Math.floor(random() * choices.length)];
    return schema.enum ? chosen : made(chosen as Schema, all, random, depth + 1);
  }
  if ('const' in schema) return schema.const;
  const types = [schema.type ?? 'null'].flat();
  switch (types[Math.floor(random() * types.length)]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [
          key,
          made(inner, all, random, depth + 1),
        ]),
      );
    case 'array':
      return [made(schema.items, all, random, depth + 1)];
    case 'string':
      return String(1 + Math.floor(random() * 9e15));
    case 'integer':
    case 'number':
      return Math.floor(random() * 20);
    case 'boolean':
      return random() < 0.5;
    default:
      return null;
  }
}
