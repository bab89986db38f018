// What keeps the bot from posting in the place of an interaction, by the rights that the interaction states.
// Pure.
import type { PostingLack } from '#core';
import { type BaseInteraction, ChannelType, PermissionFlagsBits } from './discord-js.ts';

/** `context` of a private chat without the bot. */
const PRIVATE_CHANNEL = 2;
const THREADS: readonly unknown[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const VOICES: readonly unknown[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];

type StatedRights = Pick<
  BaseInteraction,
  'appPermissions' | 'authorizingIntegrationOwners' | 'channel' | 'context' | 'guild' | 'guildId'
>;

/** Empty where the interaction does not state the rights. */
export function lacksIn(interaction: StatedRights): PostingLack[] {
  const { context, guildId, guild, authorizingIntegrationOwners: owners } = interaction;
  if (context === PRIVATE_CHANNEL) return ['group-chat'];
  if (guildId === null) return [];
  const isUserInstall = owners?.guildId === null && owners.userId !== null;
  if (!guild || isUserInstall) return ['membership'];
  return rightsMissingIn(interaction);
}

function rightsMissingIn({ appPermissions, channel }: StatedRights): PostingLack[] {
  const may = (right: bigint) => appPermissions.has(right);
  const isThread = THREADS.includes(channel?.type); // for an unknown channel either right is enough
  const isLocked = channel && 'locked' in channel && channel.locked === true;
  const sees =
    may(PermissionFlagsBits.ViewChannel) &&
    // the text of a voice channel is visible to those who may join it
    (!VOICES.includes(channel?.type) || may(PermissionFlagsBits.Connect));
  const inThreads = may(PermissionFlagsBits.SendMessagesInThreads);
  const writes = isThread ? inThreads : may(PermissionFlagsBits.SendMessages) || (!channel && inThreads);
  return [
    ...(sees ? [] : ['view' as const]),
    ...(writes ? [] : [isThread ? ('send-in-threads' as const) : ('send' as const)]),
    ...(isLocked && !may(PermissionFlagsBits.ManageThreads) ? ['closed' as const] : []),
  ];
}
