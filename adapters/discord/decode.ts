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
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from './discord-js.ts';
import { FIELD } from './form.ts';
import { localeFrom } from './locale.ts';
import { textOf } from './message-text.ts';
import { isThread, type Origin, originOf } from './origin.ts';

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
    ...(user.bot ? { forChat: true } : {}),
    ...(known ? { locale: known } : {}),
    name: user.globalName ?? user.username,
  };
}

/** What the library knows of a channel, as far as it is read here. */
interface ChannelLike {
  parentId?: string | null;
  isThread(): boolean;
}

/** The channel around a thread; undefined for what is no thread. What the event says of itself counts before what was known. */
function threadIn(channel: object | null, origin?: Origin): { parent?: string } | undefined {
  const known = channel && 'isThread' in channel ? (channel as ChannelLike) : undefined;
  if (!(origin ? isThread(origin) : known?.isThread())) return undefined;
  const parent = origin?.parent_id ?? known?.parentId;
  return parent ? { parent } : {};
}

function placeIn(
  { channelId, guildId }: { channelId: string; guildId: string | null },
  thread: { parent?: string } | undefined,
  privateWith: string | undefined,
  locale: string | null | undefined,
): Place {
  const known = localeFrom(locale);
  const around = thread?.parent ?? channelId;
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

/** Whether an interaction happened in a private chat with the bot. */
export const isWithBot = ({ context, guildId }: Pick<BaseInteraction, 'context' | 'guildId'>): boolean =>
  context === BOT_DM || (context === null && guildId === null);

/** Where an interaction happened. A private chat with the bot is the person's; other private chats are groups. */
export function placeOf(interaction: BaseInteraction): Place {
  const { channelId, guildId, channel, user, guildLocale, guild } = interaction;
  const origin = originOf(interaction);
  const place = placeIn(
    { channelId: channelId ?? '0', guildId },
    threadIn(channel, origin),
    isWithBot(interaction) ? user.id : undefined,
    guildLocale,
  );
  const name = [guild?.name, origin?.name && `#${origin.name}`].filter(Boolean).join(' ');
  return name ? { ...place, name } : place;
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

/** What can be read in a message. Its parts are read as Discord wrote them. */
function wordsOf(message: Message): string {
  const { author, client, content, embeds, components, messageSnapshots, poll } = message;
  const parts = (each: { embeds: { data: unknown }[]; components: { toJSON(): unknown }[] }) => ({
    embeds: each.embeds.map(({ data }) => data),
    components: each.components.map((component) => component.toJSON()),
  });
  const snapshots = [...(messageSnapshots?.values() ?? [])].map((snapshot) => ({
    content: snapshot.content,
    ...parts(snapshot),
  }));
  const asked = poll && { question: poll.question, answers: [...poll.answers.values()] };
  return textOf(
    { content, ...parts({ embeds, components }), snapshots, poll: asked },
    author?.id === client.user.id,
  );
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
      values: menu ? { [menu.option]: withoutMentions(wordsOf(interaction.targetMessage)) } : {},
      private: true,
      fromMessageMenu: true,
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

/** What was written into a modal, as the press that opened it. */
export function formFrom(interaction: ModalSubmitInteraction): Incoming {
  const { customId, message, fields } = interaction;
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    request: {
      type: 'press',
      action: customId,
      message: messageKey(message?.id ?? '0'),
      text: fields.getTextInputValue(FIELD),
    },
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

/** Whether who wrote a message manages its guild, as far as the guild's roles are known. */
function managesGuild({ member }: Pick<Message, 'member'>): boolean {
  if (!member?.guild.roles.cache.has(member.guild.id)) return false; // without the role of everyone nothing can be said
  return member.permissions.has(PermissionFlagsBits.ManageGuild);
}

/** The question of a message that is for the bot. */
export function questionFrom(message: Message): Incoming {
  const { author, guildId, channelId, channel, content, reference, webhookId } = message;
  return {
    person: {
      id: personKey(author.id),
      manager: managesGuild(message),
      ...(author.bot || webhookId ? { forChat: true } : {}),
    },
    place: placeIn(
      { channelId, guildId },
      threadIn(channel),
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
