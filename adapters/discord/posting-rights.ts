// What keeps the bot from posting where an interaction came from, as the interaction itself tells. Pure.
import type { PostingLack } from '#core';
import { type BaseInteraction, ChannelType, PermissionFlagsBits } from './discord-js.ts';

/** A private chat among people that is none with the bot. */
const PRIVATE_CHANNEL = 2;
/** Threads whose kind of channel is theirs. */
const THREADS: readonly unknown[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const VOICES: readonly unknown[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];

type Told = Pick<
  BaseInteraction,
  'appPermissions' | 'authorizingIntegrationOwners' | 'channel' | 'context' | 'guild' | 'guildId'
>;

/** Nothing where the interaction does not say: what it leaves out is not held against the place. */
export function lacksIn(interaction: Told): PostingLack[] {
  const { context, guildId, guild, authorizingIntegrationOwners: owners } = interaction;
  if (context === PRIVATE_CHANNEL) return ['group-chat'];
  if (guildId === null) return [];
  const isOwn = owners?.guildId === null && owners.userId !== null; // installed by a person for use anywhere
  if (!guild || isOwn) return ['membership'];
  return rightsMissingIn(interaction);
}

function rightsMissingIn({ appPermissions, channel }: Told): PostingLack[] {
  const may = (right: bigint) => appPermissions.has(right);
  const isThread = THREADS.includes(channel?.type); // of a place that is not known either right is enough
  const isLocked = channel && 'locked' in channel && channel.locked === true;
  const sees =
    may(PermissionFlagsBits.ViewChannel) &&
    (!VOICES.includes(channel?.type) || may(PermissionFlagsBits.Connect)); // a voice channel's text is seen by whoever may join it
  const inThreads = may(PermissionFlagsBits.SendMessagesInThreads);
  const writes = isThread ? inThreads : may(PermissionFlagsBits.SendMessages) || (!channel && inThreads);
  return [
    ...(sees ? [] : ['view' as const]),
    ...(writes ? [] : [isThread ? ('send-in-threads' as const) : ('send' as const)]),
    ...(isLocked && !may(PermissionFlagsBits.ManageThreads) ? ['closed' as const] : []),
  ];
}
