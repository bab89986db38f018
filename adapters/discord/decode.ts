// Discord's interactions and messages as the core's requests. Pure: reads, decides nothing.
import { type Attachment, type Completion, FALLBACK_LOCALE, type Incoming, MAX_FILE_BYTES } from '#core';
import { download } from '../download.ts';
import { MESSAGE_COMMANDS, PRIVATE_OPTION } from './commands.ts';
import { textOf } from './decoding/message-text.ts';
import { authorOf, personOf, placeOf, placeOfMessage } from './decoding/place.ts';
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  Message,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from './discord-js.ts';
import { messageKey } from './keys.ts';
import { FIELD } from './rendering/form.ts';

/** The request of an interaction; undefined for kinds that the bot does not use. */
export function requestFrom(interaction: Interaction): Incoming | undefined {
  if (interaction.isChatInputCommand()) return commandFrom(interaction);
  if (interaction.isMessageContextMenuCommand()) return menuFrom(interaction);
  if (interaction.isModalSubmit()) return formFrom(interaction);
  return interaction.isMessageComponent() ? pressFrom(interaction) : undefined;
}

/** The full name of a command: that of a subcommand follows its group's. */
const nameOf = ({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string =>
  [commandName, options.getSubcommand(false)].filter(Boolean).join(' ');

/** A file as Discord describes it. */
interface DiscordAttachment {
  name: string;
  size: number;
  url: string;
}

const attachmentFrom = ({ name, size, url }: DiscordAttachment): Attachment => ({
  name,
  size,
  load: () => download(url, MAX_FILE_BYTES),
});

/** A slash command with its options; those of a subcommand are nested in it. */
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

/** All text of a message, from the raw data of its parts. */
function messageText(message: Message): string {
  const { author, client, content, embeds, components, messageSnapshots, poll } = message;
  const parts = (each: { embeds: { data: unknown }[]; components: { toJSON(): unknown }[] }) => ({
    embeds: each.embeds.map(({ data }) => data),
    components: each.components.map((component) => component.toJSON()),
  });
  const snapshots = [...(messageSnapshots?.values() ?? [])].map((snapshot) => ({
    content: snapshot.content,
    ...parts(snapshot),
  }));
  const pollContent = poll && { question: poll.question, answers: [...poll.answers.values()] };
  return textOf(
    { content, ...parts({ embeds, components }), snapshots, poll: pollContent },
    author?.id === client.user.id,
  );
}

/** A command from the context menu of a message, with the message's text. */
function menuFrom(interaction: MessageContextMenuCommandInteraction): Incoming {
  const menu = MESSAGE_COMMANDS.find(({ names }) => names[FALLBACK_LOCALE] === interaction.commandName);
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    request: {
      type: 'command',
      name: menu?.command ?? interaction.commandName,
      values: menu ? { [menu.option]: withoutMentions(messageText(interaction.targetMessage)) } : {},
      private: true,
      fromMessageMenu: true,
    },
  };
}

/** A press on a button, or the chosen option of a select menu. */
function pressFrom(interaction: MessageComponentInteraction): Incoming {
  const action = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
  return {
    person: personOf(interaction),
    place: placeOf(interaction),
    request: { type: 'press', action, message: messageKey(interaction.message.id) },
  };
}

/** A submitted modal, as a press of the button that opened it with the text of its field. */
function formFrom(interaction: ModalSubmitInteraction): Incoming {
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

/** The option that is being typed. */
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

/** A text without mentions of people and channels and without custom emoji. */
function withoutMentions(content: string): string {
  return content
    .replace(COMMAND_MENTION, '$1')
    .replace(MENTION, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/**
 * Whether a message is for the bot: it mentions it, replies to it, or is in a chat with it.
 * @param botId the bot's own user id
 */
export function isForBot({ author, guildId, content, system, webhookId, mentions }: Message, botId: string) {
  if (author.bot || system || webhookId) return false;
  if (guildId === null) return true;
  const written = new RegExp(`<@!?${botId}>`).test(content);
  // not a reply with a picture alone
  return mentions.users.has(botId) && (written || withoutMentions(content) !== '');
}

/** The question of a message that is for the bot. */
export function questionFrom(message: Message): Incoming {
  const { content, reference } = message;
  return {
    person: authorOf(message),
    place: placeOfMessage(message),
    request: {
      type: 'question',
      text: withoutMentions(content),
      ...(reference?.messageId ? { replyTo: messageKey(reference.messageId) } : {}),
    },
  };
}
