// Who asks, and where: the person and the place of an interaction or a message. Pure.
import type { Person, Place } from '#core';
import { type BaseInteraction, type Message, PermissionFlagsBits } from '../discord-js.ts';
import { channelKey, guildKey, personKey, userKey } from '../keys.ts';
import { localeFrom } from '../locale.ts';
import { isThread, type Origin, originOf } from './origin.ts';

/** The person who used a command or pressed a button. */
export function personOf({ user, memberPermissions, locale }: BaseInteraction): Person {
  const known = localeFrom(locale);
  return {
    id: personKey(user.id),
    manager: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    ...(user.bot ? { forChat: true } : {}),
    ...(known ? { locale: known } : {}),
    name: user.globalName ?? user.username,
  };
}

/**
 * The place of an interaction. A chat with the bot is private to the person; other private chats count as
 * groups.
 */
export function placeOf(interaction: BaseInteraction): Place {
  const { channelId, guildId, channel, user, guildLocale, guild } = interaction;
  const origin = originOf(interaction);
  const place = placeIn({
    channelId: channelId ?? '0',
    guildId,
    thread: threadIn(channel, origin),
    privateWith: isWithBot(interaction) ? user.id : undefined,
    locale: guildLocale,
  });
  const name = [guild?.name, origin?.name && `#${origin.name}`].filter(Boolean).join(' ');
  return name ? { ...place, name } : place;
}

/** The author of a message. */
export const authorOf = (message: Message): Person => ({
  id: personKey(message.author.id),
  manager: managesGuild(message),
  ...(message.author.bot || message.webhookId ? { forChat: true } : {}),
});

/** The place of a message. */
export const placeOfMessage = ({ author, guildId, channelId, channel, guild }: Message): Place =>
  placeIn({
    channelId,
    guildId,
    thread: threadIn(channel),
    privateWith: guildId === null ? author.id : undefined,
    locale: guild?.preferredLocale,
  });

/** `context` of an interaction in a chat between one person and the bot. */
const BOT_DM = 1;

/** Whether an interaction happened in a private chat with the bot. */
export const isWithBot = ({ context, guildId }: Pick<BaseInteraction, 'context' | 'guildId'>): boolean =>
  context === BOT_DM || (context === null && guildId === null);

/** Whether the author of a message manages its guild; false where the guild's roles are not cached. */
function managesGuild({ member }: Pick<Message, 'member'>): boolean {
  // permissions build on the role of everyone
  if (!member?.guild.roles.cache.has(member.guild.id)) return false;
  return member.permissions.has(PermissionFlagsBits.ManageGuild);
}

interface Location {
  channelId: string;
  guildId: string | null;
  /** Undefined where the channel is no thread. */
  thread: { parent?: string } | undefined;
  /** The person whose chat with the bot it is. */
  privateWith: string | undefined;
  locale: string | null | undefined;
}

function placeIn({ channelId, guildId, thread, privateWith, locale }: Location): Place {
  const known = localeFrom(locale);
  const channel = privateWith === undefined ? channelKey(thread?.parent ?? channelId) : userKey(privateWith);
  return {
    id: channelKey(channelId),
    kind: privateWith !== undefined ? 'private' : thread ? 'thread' : 'group',
    within: { channel, ...(guildId ? { community: guildKey(guildId) } : {}) },
    ...(known ? { locale: known } : {}),
  };
}

/** The used parts of a cached channel. */
interface CachedChannel {
  parentId?: string | null;
  isThread(): boolean;
}

/**
 * A thread with its channel; undefined for other channels. The interaction's own description wins over the
 * cache.
 */
function threadIn(channel: object | null, origin?: Origin): { parent?: string } | undefined {
  const cached = channel && 'isThread' in channel ? (channel as CachedChannel) : undefined;
  if (!(origin ? isThread(origin) : cached?.isThread())) return undefined;
  const parent = origin?.parent_id ?? cached?.parentId;
  return parent ? { parent } : {};
}
