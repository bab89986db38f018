// All interactions: how they are dispatched to the bot, and what its responses do.
import {
  InteractionContextType as Context,
  InteractionType,
  MessageFlags,
  MessageType,
  InteractionResponseType as Response,
} from 'discord.js';
import { Interaction, type PersonAction } from './interaction.ts';
import { USER_INSTALL_FOLLOW_UPS } from './limits.ts';
import { interactionChannel, localeOf, userPayload } from './payloads.ts';
import { tooManyFollowUps, unknownInteraction, unknownMessage } from './refusal.ts';
import { afterwards } from './rules/messages.ts';
import type { SentMessage } from './sent-message.ts';
import type { CallbackBody, Choice, Json, MessageBody, Modal } from './shapes.ts';
import { memberOf, type State } from './state.ts';
import { botPermissions, type Channel, type Guild, personPermissions } from './world.ts';

const LOADING: MessageBody = { content: '', embeds: [], components: [] };
const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
const CONTEXT_MENU_COMMAND = 23;

function contextOf({ guild, kind }: Channel): Context {
  if (guild) return Context.Guild;
  return kind === 'direct' ? Context.BotDM : Context.PrivateChannel;
}

/** Who installed the app: the guild (none in a conversation with the bot), or the person. */
function ownersOf({ userInstalled, channel, person }: PersonAction): Json {
  return userInstalled || channel.kind === 'group' ? { '1': person.id } : { '0': channel.guild?.id ?? '0' };
}

export class Interactions {
  readonly all: Interaction[] = [];
  readonly #state: State;
  readonly #byToken = new Map<string, Interaction>();

  constructor(state: State) {
    this.#state = state;
  }

  /** Sends what a person did to the bot. */
  raise(deed: PersonAction): Interaction {
    const { snowflakes, gateway, world } = this.#state;
    const id = snowflakes.next();
    const token = Buffer.from(`interaction:${id}:${deed.person.id}`).toString('base64url');
    world.meet(deed.person);
    const payload = this.#payload(id, token, deed);
    const interaction = new Interaction(id, token, deed, this.#state);
    this.all.push(interaction);
    this.#byToken.set(token, interaction);
    gateway.dispatch({
      type: 'INTERACTION_CREATE',
      guild: deed.channel.guild,
      intents: 0,
      data: () => payload,
    });
    return interaction;
  }

  find(id: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    return interaction;
  }

  ofToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  /** The first answer; the body has been inspected. */
  acknowledge(interaction: Interaction, body: CallbackBody): void {
    const { messages } = this.#state;
    const { source } = interaction.deed;
    const data = body.data ?? {};
    interaction.acknowledge(body);
    if (body.type === Response.ChannelMessageWithSource) {
      interaction.original = this.#answer(interaction, data, data.flags ?? 0);
      interaction.settle();
    } else if (body.type === Response.DeferredChannelMessageWithSource) {
      const flags = (data.flags ?? 0) | MessageFlags.Loading;
      interaction.original = this.#answer(interaction, LOADING, flags);
    } else if (body.type === Response.DeferredMessageUpdate) {
      interaction.original = source;
    } else if (body.type === Response.UpdateMessage && source) {
      messages.edit(source, data);
      interaction.original = source;
      interaction.settle();
    } else if (body.type === Response.ApplicationCommandAutocompleteResult) {
      interaction.choices = data.choices as Choice[];
    } else if (body.type === Response.Modal) {
      interaction.modal = data as Modal;
    }
    interaction.changed();
  }

  /** A message of the answer by its id, `@original` for the first. */
  message(interaction: Interaction, id: string): SentMessage {
    const { original, followUps } = interaction;
    const message = id === '@original' ? original : [original, ...followUps].find((each) => each?.id === id);
    if (!message || message.deleted) throw unknownMessage();
    return message;
  }

  edit(interaction: Interaction, message: SentMessage, body: MessageBody): void {
    this.#state.messages.edit(message, body);
    if (message === interaction.original) interaction.settle();
    interaction.changed();
  }

  remove(interaction: Interaction, message: SentMessage): void {
    this.#state.messages.remove(message);
    if (message === interaction.original) interaction.settle();
    interaction.changed();
  }

  /** A further message; the first after a deferred response takes the place of "thinking…", unless that was deleted. */
  followUp(interaction: Interaction, body: MessageBody): SentMessage {
    const { original, deed, followUps } = interaction;
    if (original?.loading && !original.deleted) {
      this.edit(interaction, original, { ...body, flags: (body.flags ?? 0) & ~MessageFlags.Ephemeral });
      return original;
    }
    if (!('0' in ownersOf(deed)) && followUps.length >= USER_INSTALL_FOLLOW_UPS) throw tooManyFollowUps();
    const after = original?.deleted ? undefined : original;
    const message = this.#answer(interaction, body, body.flags ?? 0, after);
    followUps.push(message);
    interaction.changed();
    return message;
  }

  #answer(interaction: Interaction, body: MessageBody, flags: number, after?: SentMessage): SentMessage {
    const { messages, world, application } = this.#state;
    const { channel, source, person, type } = interaction.deed;
    const replied = after ?? source;
    const metadata = {
      id: interaction.id,
      type,
      user: userPayload(person),
      authorizing_integration_owners: ownersOf(interaction.deed),
      ...(after && { original_response_message_id: after.id }),
    };
    return messages.create({
      ...afterwards(body),
      flags,
      channel,
      author: world.bot,
      type: this.#messageType(interaction.deed, replied),
      replied,
      reference: replied && {
        message_id: replied.id,
        channel_id: channel.id,
        guild_id: channel.guild?.id,
      },
      interaction: { token: interaction.token, metadata, application: application.id },
    });
  }

  #messageType({ type, data }: PersonAction, replied?: SentMessage): MessageType {
    if (replied) return MessageType.Reply;
    if (type !== InteractionType.ApplicationCommand) return MessageType.Default;
    return data.target_id ? CONTEXT_MENU_COMMAND : MessageType.ChatInputCommand;
  }

  #payload(id: string, token: string, deed: PersonAction): Json {
    const { application, world } = this.#state;
    const { type, person, channel, data, source } = deed;
    return {
      id,
      application_id: application.id,
      type,
      data,
      token,
      version: 1,
      channel_id: channel.id,
      channel: interactionChannel(channel, world.bot),
      app_permissions: String(botPermissions(channel)),
      locale: deed.locale ?? localeOf(person),
      entitlements: [],
      authorizing_integration_owners: ownersOf(deed),
      context: contextOf(channel),
      attachment_size_limit: MAX_ATTACHMENT_BYTES,
      ...(source && { message: source.payload() }),
      ...(channel.guild ? this.#inGuild(deed, channel.guild) : { user: userPayload(person) }),
    };
  }

  #inGuild({ person, guildLocale }: PersonAction, guild: Guild): Json {
    const locale = guildLocale ?? guild.locale;
    const member = memberOf(this.#state, person, guild);
    const permissions = String(personPermissions(person, guild));
    return {
      guild_id: guild.id,
      guild_locale: locale,
      guild: { id: guild.id, locale, features: [] },
      member: { ...member, user: userPayload(person), permissions },
    };
  }
}
