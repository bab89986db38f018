// What people do: write, use commands, press, choose, fill in. Only what Discord's client would let them.
import {
  ApplicationCommandType as CommandType,
  ComponentType,
  InteractionType,
  MessageType,
} from 'discord.js';
import {
  type Chosen,
  chosen,
  encodeInput,
  encodePartial,
  type Input,
  type InputWithFiles,
  type Registered,
  takenIn,
} from './command-book.ts';
import type { Interaction } from './interaction.ts';
import { PersonMessage } from './person-message.ts';
import { isSelect } from './rules/components.ts';
import type { SentMessage } from './sent-message.ts';
import type { Choice, Component, Json } from './shapes.ts';
import type { State } from './state.ts';
import { type Author, type Channel, type Person, personPermissions } from './world.ts';

export interface Saying {
  channel: Channel | string;
  person: Person;
  /** `<@BOT>` becomes a mention of the bot. */
  text: string;
  /** Puts a mention of the bot in front, unless the text has one. */
  mentionsBot?: boolean;
  replyTo?: SentMessage;
  /** Whether the author of what is replied to is pinged; yes where not given, as in Discord's client. Of an answer to an interaction it never is. */
  ping?: boolean;
}

/** Where and by whom a command is used. */
interface Use {
  channel: Channel | string;
  person: Person;
  /** That of a subcommand after the names of its parents. */
  name: string;
  locale?: string | undefined;
  guildLocale?: string | undefined;
  /** Only the person has installed the app. */
  userInstalled?: boolean | undefined;
  /** Someone in the guild's settings gave the person the right to this command. */
  allowedByOverride?: boolean;
}
export interface Slash extends Use {
  options?: InputWithFiles | undefined;
}
export interface Completion extends Use {
  /** The option that is being entered, and how far it got. */
  focused: string;
  value: string;
  /** What else is entered already. */
  options?: Input | undefined;
}
export interface MenuUse extends Omit<Use, 'channel'> {
  message: SentMessage;
}
export interface Press {
  message: SentMessage;
  person: Person;
  customId: string;
  locale?: string | undefined;
}
export interface Choosing extends Press {
  values: string[];
}
export interface Submission {
  /** The interaction that was answered with the modal. */
  interaction: Interaction;
  /** By custom id of the field. */
  fields: Record<string, string | string[]>;
}

export class People {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  say({ channel: where, person, text, mentionsBot = false, replyTo, ping = true }: Saying): PersonMessage {
    const { world, messages, personMessages: result, waits } = this.#state;
    const channel = this.#channel(where);
    world.meet(person);
    const mention = `<@${world.bot.id}>`;
    const written = text.replaceAll('<@BOT>', mention);
    const content = mentionsBot && !written.includes(mention) ? `${mention} ${written}` : written;
    if (replyTo?.ephemeral) throw new Error(`Nobody can reply to message ${replyTo.id}, which goes away`);
    const pinged = replyTo && ping && !replyTo.interaction ? [replyTo.author] : []; // discord-api-docs 5395
    const message = messages.create({
      channel,
      author: person,
      content,
      embeds: [],
      components: [],
      flags: 0,
      type: replyTo ? MessageType.Reply : MessageType.Default,
      mentions: this.#mentioned(content, pinged),
      mentionRoles: [...content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
      ...(replyTo && {
        replied: replyTo.deleted ? null : replyTo,
        reference: { message_id: replyTo.id, channel_id: channel.id, guild_id: channel.guild?.id },
      }),
    });
    const saying = new PersonMessage(message, waits);
    result.push(saying);
    return saying;
  }

  slash({ options = {}, ...use }: Slash): Interaction {
    const slash = this.#slash(use);
    const { input, resolved } = takenIn(options, this.#state.files);
    return this.#use(use, InteractionType.ApplicationCommand, {
      ...this.#named(slash.command),
      ...(slash.command.options?.length && { options: encodeInput(slash, input) }),
      ...resolved,
    });
  }

  /** Starts to enter an option; resolves with what is suggested. */
  complete({ options = {}, focused, value, ...use }: Completion): Promise<Choice[]> {
    const slash = this.#slash(use);
    const interaction = this.#use(use, InteractionType.ApplicationCommandAutocomplete, {
      ...this.#named(slash.command),
      options: encodePartial(slash, options, focused, value),
    });
    return interaction.suggested();
  }

  messageMenu({ message, ...rest }: MenuUse): Interaction {
    const use = { ...rest, channel: message.channel };
    const command = this.#command(use, CommandType.Message);
    return this.#use(use, InteractionType.ApplicationCommand, {
      ...this.#named(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: message.payload(false) } },
    });
  }

  press({ message, person, customId, locale }: Press): Interaction {
    const button = this.#usable(message, customId);
    if (button.type !== ComponentType.Button) throw new Error(`"${customId}" is no button`);
    return this.#touch({ message, person, locale }, button, {});
  }

  choose({ message, person, customId, values, locale }: Choosing): Interaction {
    const select = this.#usable(message, customId);
    if (!isSelect(select)) throw new Error(`"${customId}" is nothing to choose from`);
    const { min_values: least = 1, max_values: most = 1, options = [] } = select;
    const strange = values.find((value) => !options.some((option) => option.value === value));
    if (strange !== undefined) throw new Error(`"${customId}" does not offer "${strange}"`);
    if (values.length < least || values.length > most)
      throw new Error(`"${customId}" wants ${least} to ${most} values, not ${values.length}`);
    return this.#touch({ message, person, locale }, select, { values });
  }

  submitModal({ interaction, fields }: Submission): Interaction {
    const { modal, deed } = interaction;
    if (!modal) throw new Error(`Interaction ${interaction.name} was not answered with a modal`);
    const left = new Map(Object.entries(fields));
    const components = modal.components.map((component) => filledIn(component, left));
    const [unknown] = left.keys();
    if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}"`);
    return this.#state.interactions.raise({
      ...deed,
      type: InteractionType.ModalSubmit,
      data: { custom_id: modal.custom_id, components },
    });
  }

  #channel(channel: Channel | string): Channel {
    return typeof channel === 'string' ? this.#state.world.channel(channel) : channel;
  }

  /** Everyone whom the text mentions or who is pinged, each once. */
  #mentioned(content: string, pinged: readonly Author[]): Author[] {
    const { people } = this.#state.world;
    const named = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => people.get(id));
    const all = [...named, ...pinged].filter((author) => author !== undefined);
    return [...new Map(all.map((author) => [author.id, author])).values()];
  }

  #slash(use: Use): Chosen {
    const [name, ...words] = use.name.split(' ');
    return chosen(this.#command({ ...use, name }, CommandType.ChatInput), words);
  }

  /** The command, if the person is offered it there. */
  #command({ channel: where, person, name, allowedByOverride }: Use, type: CommandType): Registered {
    const channel = this.#channel(where);
    const command = this.#state.commands.find(name, type, channel);
    const context = channel.guild ? 0 : channel.kind === 'direct' ? 1 : 2;
    if (command.contexts && !command.contexts.includes(context))
      throw new Error(`"${name}" is not offered in context ${context}`);
    const wanted = BigInt(command.default_member_permissions ?? 0);
    const missing = channel.guild ? wanted & ~personPermissions(person, channel.guild) : 0n;
    if (missing !== 0n && !allowedByOverride) throw new Error(`"${name}" is not offered to ${person.name}`);
    return command;
  }

  #named({ id, name, type }: Registered): Json {
    return { id, name, type };
  }

  #use(use: Use, type: InteractionType, data: Json): Interaction {
    const { person, locale, guildLocale, userInstalled } = use;
    const channel = this.#channel(use.channel);
    return this.#state.interactions.raise({
      type,
      person,
      channel,
      data,
      locale,
      guildLocale,
      userInstalled,
    });
  }

  #usable(message: SentMessage, customId: string): Component {
    const component = message.allComponents.find(({ custom_id }) => custom_id === customId);
    if (message.deleted) throw new Error(`Message ${message.id} is no longer there`);
    if (!component) throw new Error(`Message ${message.id} has no component "${customId}"`);
    if (component.disabled) throw new Error(`"${customId}" is disabled`);
    return component;
  }

  #touch(
    { message, person, locale }: Omit<Press, 'customId'>,
    { type, id, custom_id }: Component,
    data: Json,
  ): Interaction {
    return this.#state.interactions.raise({
      type: InteractionType.MessageComponent,
      person,
      channel: message.channel,
      source: message,
      locale,
      data: { component_type: type, id, custom_id, ...data },
    });
  }
}

/** A component of a modal as it comes back, with what was entered; takes the entries that it used. */
function filledIn(component: Component, left: Map<string, string | string[]>): Json {
  const { type, id, custom_id, components, component: inner } = component;
  if (components) return { type, id, components: components.map((each) => filledIn(each, left)) };
  if (inner) return { type, id, component: filledIn(inner, left) };
  if (custom_id === undefined) return { type, id };
  const entered = left.get(custom_id);
  left.delete(custom_id);
  if (isSelect(component)) return { type, id, custom_id, values: entered ?? [] };
  const value = String(entered ?? component.value ?? '');
  const { required = true, min_length: least = 0, max_length: most = Number.POSITIVE_INFINITY } = component;
  if ((required && !value) || (value && value.length < least) || value.length > most)
    throw new Error(`Nobody can enter "${value}" as "${custom_id}"`);
  return { type, id, custom_id, value };
}
