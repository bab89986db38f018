// From Discord's events to what the core takes. Pure: reads, decides nothing.
import type { Attachment, Completion, Incoming, Person, Place } from '#core';
import { download } from '../download.ts';
import { MESSAGE_COMMANDS, PRIVATE_OPTION } from './commands.ts';
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
} from './library.ts';
import { localeFrom } from './locale.ts';

export const messageKey = (id: string): string => `discord:message:${id}`;
const personKey = (id: string) => `discord:${id}`;
export const channelKey = (id: string) => `discord:channel:${id}`;
export const guildKey = (id: string) => `discord:guild:${id}`;
const userKey = (id: string) => `discord:user:${id}`;

/** Who pressed or typed a command. */
export function personOf({ user, memberPermissions, locale }: BaseInteraction): Person {
  const known = localeFrom(locale);
  return {
    id: personKey(user.id),
    manager: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    ...(known ? { locale: known } : {}),
  };
}

/** What Discord tells of a channel, as far as it is read here. */
interface ChannelLike {
  id: string;
  parentId?: string | null;
  isThread(): boolean;
}

function placeIn(
  channelId: string,
  guildId: string | null,
  channel: ChannelLike | null,
  privateWith: string | undefined,
  locale: string | null | undefined,
): Place {
  const known = localeFrom(locale);
  const thread = channel?.isThread() === true;
  const around = thread && channel.parentId ? channel.parentId : channelId;
  return {
    id: channelKey(channelId),
    kind: privateWith !== undefined ? 'private' : thread ? 'thread' : 'group',
    within: {
      channel: privateWith !== undefined ? userKey(privateWith) : channelKey(around),
      ...(guildId ? { community: guildKey(guildId) } : {}),
    },
    ...(known ? { locale: known } : {}),
  };
}

/** Discord's mark of a chat between one person and the bot. */
const BOT_DM = 1;

/** Where an interaction happened. A private chat with the bot is the person's; other private chats are groups. */
export function placeOf(interaction: BaseInteraction): Place {
  const { channelId, guildId, channel, user, context, guildLocale } = interaction;
  const withBot = context === BOT_DM || (context === null && guildId === null);
  return placeIn(
    channelId ?? '0',
    guildId,
    channel && 'isThread' in channel ? (channel as ChannelLike) : null,
    withBot ? user.id : undefined,
    guildLocale,
  );
}

/** The full name of a command: a subcommand stands after its group. */
const nameOf = ({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string =>
  [commandName, options.getSubcommand(false)].filter(Boolean).join(' ');

/** No larger file is of use to anybody; Discord itself takes much larger ones. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** What Discord tells of a file. */
interface AttachmentLike {
  name: string;
  size: number;
  url: string;
}

const attachmentFrom = ({ name, size, url }: AttachmentLike): Attachment => ({
  name,
  size,
  load: () => download(url, MAX_FILE_BYTES),
});

/** A slash command with its options; those of a subcommand stand within it. */
export function commandFrom(interaction: ChatInputCommandInteraction): Incoming {
  const { options } = interaction;
  const given = options.getSubcommand(false) === null ? options.data : (options.data[0].options ?? []);
  const values = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  const file = given.find(({ attachment }) => attachment)?.attachment;
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    request: {
      type: 'command',
      name: nameOf(interaction),
      values,
      private: values[PRIVATE_OPTION] === true,
      ...(file ? { attachment: attachmentFrom(file) } : {}),
    },
  };
}

/** A command from the menu of a message, with the message's text. */
export function menuFrom(interaction: MessageContextMenuCommandInteraction): Incoming {
  const menu = MESSAGE_COMMANDS.find(({ names }) => names.en === interaction.commandName);
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    request: {
      type: 'command',
      name: menu?.command ?? interaction.commandName,
      values: menu ? { [menu.option]: withoutMentions(interaction.targetMessage.content) } : {},
      private: true,
    },
  };
}

/** A press on a button, or the chosen option of a choice. */
export function pressFrom(interaction: MessageComponentInteraction): Incoming {
  const action = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    request: { type: 'press', action, message: messageKey(interaction.message.id) },
  };
}

/** What has been typed of an option. */
export function completionFrom(interaction: AutocompleteInteraction): Completion {
  const { name, value } = interaction.options.getFocused(true);
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    command: nameOf(interaction),
    option: name,
    partial: String(value),
  };
}

/** A command as Discord writes it in a message: </digest on:123>. */
const COMMAND_MENTION = /<(\/[^:<>]{1,100}):\d{1,20}>/g;
const MENTION = /<(?:@[!&]?|#|a?:\w{1,64}:)\d{1,20}>/g;

/** A text without the marks of people, channels and custom emoji. */
export function withoutMentions(content: string): string {
  return content
    .replace(COMMAND_MENTION, '$1')
    .replace(MENTION, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/**
 * Whether a message is for the bot: it mentions it, replies to it, or stands in a chat with it.
 * @param botId the bot's own user id
 */
export function isForBot({ author, guildId, content, system, webhookId, mentions }: Message, botId: string) {
  if (author.bot || system || webhookId) return false;
  if (guildId === null) return true;
  const written = new RegExp(`<@!?${botId}>`).test(content);
  return mentions.users.has(botId) && (written || withoutMentions(content) !== ''); // not a reply with a picture alone
}

/** The question of a message that is for the bot. */
export function questionFrom(message: Message): Incoming {
  const { author, guildId, channelId, channel, content, reference } = message;
  return {
    person: {
      id: personKey(author.id),
      manager: message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
    },
    place: placeIn(
      channelId,
      guildId,
      'isThread' in channel ? (channel as ChannelLike) : null,
      guildId === null ? author.id : undefined,
      message.guild?.preferredLocale,
    ),
    request: {
      type: 'question',
      text: withoutMentions(content),
      ...(reference?.messageId ? { replyTo: messageKey(reference.messageId) } : {}),
    },
  };
}
