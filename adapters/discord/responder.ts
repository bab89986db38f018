// The way back to a request: by reply to a message, by response to an interaction. Reports each message's
// delivery.
import type { Delivery, Locale, Outgoing, Responder } from '#core';
import { isWithBot } from './decoding/place.ts';
import {
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from './discord-js.ts';
import { deliveryAfter, isAcknowledged } from './errors.ts';
import { messageKey } from './keys.ts';
import { mediumFor } from './limits.ts';
import { lacksIn } from './posting-rights.ts';
import { type Body, bodyOf, type CommandIds } from './rendering/body.ts';

/** An answer that comes sooner is not announced by "typing". */
const TYPE_AFTER_MS = 500;

/**
 * Replies to a message; what is for the asker alone goes into a private chat, unless it is bound to the
 * place.
 */
export class MessageResponder implements Responder {
  private readonly message: Message;
  private readonly commandIds: CommandIds;
  private readonly timer: NodeJS.Timeout;
  private sent = 0;

  constructor(message: Message, commandIds: CommandIds) {
    this.message = message;
    this.commandIds = commandIds;
    const { channel } = message;
    this.timer = setTimeout(() => {
      if ('sendTyping' in channel) channel.sendTyping().catch(() => {}); // nothing depends on it
    }, TYPE_AFTER_MS);
  }

  medium(locale: Locale) {
    return mediumFor(locale, this.commandIds);
  }

  async send({ parts, audience, locale, placeBound }: Outgoing): Promise<Delivery> {
    clearTimeout(this.timer);
    const { message } = this;
    const privately = audience === 'asker' && message.guildId !== null && !placeBound;
    const messages: string[] = [];
    try {
      for (const part of parts) {
        const body = {
          ...bodyOf(part, locale, this.commandIds),
          flags: MessageFlags.IsComponentsV2 as const,
          nonce: `${message.id}.${this.sent}`, // the same for every attempt, so that Discord posts it once
          enforceNonce: true,
        };
        const sent = privately ? await message.author.send(body) : await message.reply(body);
        this.sent++;
        messages.push(messageKey(sent.id));
      }
      return { outcome: 'sent', messages };
    } catch (error) {
      return deliveryAfter(error, messages);
    }
  }

  async dismiss(): Promise<void> {
    clearTimeout(this.timer);
  }
}

/**
 * Discord wants a first response within 3 s; an answer that takes longer than this is deferred ("thinking").
 */
const DEFER_AFTER_MS = 1500;

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

type Manner = Pick<Outgoing, 'mode' | 'audience'>;

/** Responds to an interaction in time, even where the answer takes longer. */
export class InteractionResponder implements Responder {
  readonly takesFiles = true;
  /** Discord delivers replies to an answer of this kind in private chats with the bot only. */
  readonly continuesBy?: 'form';
  private readonly interaction: Answerable;
  private readonly expected: Manner;
  private readonly commandIds: CommandIds;
  private readonly timer: NodeJS.Timeout;
  private deferring: Promise<unknown> | undefined;
  /** The deferred response was deleted, by this attempt to send or an earlier one. */
  private isDeferralDeleted = false;

  constructor(interaction: Answerable, expected: Manner, commandIds: CommandIds) {
    this.interaction = interaction;
    this.expected = expected;
    this.commandIds = commandIds;
    if (!isWithBot(interaction)) this.continuesBy = 'form';
    this.timer = setTimeout(() => {
      this.deferring = this.defer().catch(() => {}); // the answer meets the same error and reports it
    }, DEFER_AFTER_MS);
  }

  medium(locale: Locale) {
    return mediumFor(locale, this.commandIds);
  }

  async lacks() {
    return lacksIn(this.interaction);
  }

  async send({ parts, mode, audience, locale }: Outgoing): Promise<Delivery> {
    clearTimeout(this.timer);
    await this.deferring;
    const messages: string[] = [];
    try {
      for (const [i, part] of parts.entries()) {
        const body = bodyOf(part, locale, this.commandIds);
        const id = i === 0 ? await this.first(body, { mode, audience }) : await this.next(body, audience);
        messages.push(messageKey(id));
      }
      return { outcome: 'sent', messages };
    } catch (error) {
      return deliveryAfter(error, messages);
    }
  }

  async dismiss(): Promise<void> {
    clearTimeout(this.timer);
    await this.deferring;
    const { interaction, expected } = this;
    const isPress = interaction.isMessageComponent();
    try {
      if (isPress && !interaction.deferred) await interaction.deferUpdate();
      else if (!isPress || expected.mode === 'reply') {
        if (!interaction.deferred) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.deleteReply();
      }
    } catch (error) {
      deliveryAfter(error);
    }
  }

  private async defer(): Promise<void> {
    const { interaction, expected } = this;
    try {
      if (expected.mode === 'replace' && interaction.isMessageComponent()) await interaction.deferUpdate();
      else
        await interaction.deferReply(expected.audience === 'asker' ? { flags: MessageFlags.Ephemeral } : {});
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
      interaction.deferred = true;
    }
  }

  private async first(body: Body, { mode, audience }: Manner): Promise<string> {
    const { interaction, expected } = this;
    if (interaction.replied) return this.next(body, audience);
    if (!interaction.deferred) return this.respond(body, { mode, audience });
    const fits = mode === expected.mode && (mode === 'replace' || audience === expected.audience);
    if (fits) return (await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 })).id;
    // it was shown to another audience
    if (expected.mode === 'reply' && !this.isDeferralDeleted) await interaction.deleteReply();
    this.isDeferralDeleted = true;
    return this.next(body, audience);
  }

  private async respond(body: Body, { mode, audience }: Manner): Promise<string> {
    const { interaction } = this;
    const pressed = mode === 'replace' && interaction.isMessageComponent() ? interaction : undefined;
    try {
      if (!pressed) {
        const { resource } = await interaction.reply({
          ...body,
          flags: flagsFor(audience),
          withResponse: true,
        });
        return resource?.message?.id ?? interaction.id;
      }
      await pressed.update({ ...body, flags: MessageFlags.IsComponentsV2 });
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
      interaction.replied = true;
    }
    return pressed?.message.id ?? (await interaction.fetchReply()).id;
  }

  private async next(body: Body, audience: Outgoing['audience']): Promise<string> {
    return (await this.interaction.followUp({ ...body, flags: flagsFor(audience) })).id;
  }
}

type ReplyFlags = MessageFlags.IsComponentsV2 | (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2)[];

const flagsFor = (audience: Outgoing['audience']): ReplyFlags =>
  audience === 'asker' ? [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2] : MessageFlags.IsComponentsV2;
