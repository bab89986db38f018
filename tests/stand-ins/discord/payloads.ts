// Users, guilds and channels in Discord's JSON.
import { ChannelType } from 'discord.js';
import type { Json } from './shapes.ts';
import {
  type Author,
  botPermissions,
  type Channel,
  type Guild,
  isThread,
  type Person,
  type Role,
} from './world.ts';

const LONG_AGO = '2024-01-01T00:00:00.000000+00:00';

const CHANNEL_TYPES: Record<Channel['kind'], ChannelType> = {
  text: ChannelType.GuildText,
  thread: ChannelType.PublicThread,
  'private thread': ChannelType.PrivateThread,
  direct: ChannelType.DM,
  group: ChannelType.GroupDM,
};

export const channelType = ({ kind }: Channel): ChannelType => CHANNEL_TYPES[kind];

export const userPayload = ({ id, name, bot = false }: Author): Json => ({
  id,
  username: name.toLowerCase(),
  discriminator: '0',
  global_name: bot ? null : name,
  avatar: null,
  avatar_decoration_data: null,
  public_flags: 0,
  ...(bot && { bot: true }),
});

/** A member without the user, as in a message. */
export const memberPayload = (roles: readonly Role[]): Json => ({
  roles: roles.map((role) => role.id),
  joined_at: LONG_AGO,
  nick: null,
  avatar: null,
  banner: null,
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

export const botMemberPayload = (guild: Guild): Json =>
  memberPayload(guild.roles.filter((role) => role.ofBot));

export const rolePayload = (role: Role, guild: Guild, bot: Author): Json => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position: guild.roles.indexOf(role),
  managed: Boolean(role.ofBot),
  mentionable: false,
  flags: 0,
  ...(role.ofBot && { tags: { bot_id: bot.id } }),
});

function threadPayload(thread: Channel): Json {
  return {
    parent_id: thread.parent?.id,
    owner_id: thread.guild?.owner.id,
    message_count: 0,
    member_count: 2,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: 4320,
      archive_timestamp: LONG_AGO,
      create_timestamp: LONG_AGO,
      ...(thread.kind === 'private thread' && { invitable: true }),
    },
    member: { flags: 1, join_timestamp: LONG_AGO },
  };
}

export function channelPayload(channel: Channel, bot: Author): Json {
  const { id, name, guild, recipients, botDenied } = channel;
  const common = { id, type: channelType(channel), flags: 0, last_message_id: null };
  if (!guild) return { ...common, recipients: recipients.map(userPayload) };
  const inGuild = { ...common, guild_id: guild.id, name, rate_limit_per_user: 0, last_pin_timestamp: null };
  if (isThread(channel)) return { ...inGuild, ...threadPayload(channel) };
  const overwrites = botDenied ? [{ id: bot.id, type: 1, allow: '0', deny: String(botDenied) }] : [];
  return {
    ...inGuild,
    parent_id: null,
    position: guild.channels.indexOf(channel),
    permission_overwrites: overwrites,
    nsfw: false,
    topic: null,
  };
}

/** A channel as an interaction brings it. */
export const interactionChannel = (channel: Channel, bot: Author): Json => ({
  ...channelPayload(channel, bot),
  permissions: String(botPermissions(channel)),
});

export function guildPayload(guild: Guild, bot: Author): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner.id,
    preferred_locale: guild.locale,
    unavailable: false,
    joined_at: LONG_AGO,
    large: false,
    member_count: 10,
    roles: guild.roles.map((role) => rolePayload(role, guild, bot)),
    members: [{ ...botMemberPayload(guild), user: userPayload(bot) }],
    channels: guild.channels
      .filter((channel) => !isThread(channel))
      .map((channel) => channelPayload(channel, bot)),
    threads: guild.channels.filter(isThread).map((thread) => channelPayload(thread, bot)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    emojis: [],
    stickers: [],
    features: [],
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    vanity_url_code: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 0,
    explicit_content_filter: 0,
    default_message_notifications: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
  };
}

export const localeOf = (person: Person): string => person.locale ?? 'en-US';
