// The way back: replies to interactions and to messages. Tells the core what became of each.
import type { Chat, Message as CoreMessage, Delivery, Locale, Outgoing, Outlet } from '#core';
import { TEXTS } from '#core';
import { messageKey } from './decode.ts';
import { deliveryAfter } from './errors.ts';
import {
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from './library.ts';
import { mediumFor } from './limits.ts';
import { type Rendering, render } from './render.ts';

type CommandIds = Rendering['commandIds'];

/** Nothing in a text of ours notifies anybody. */
const NOBODY = { parse: [], repliedUser: false };

/** A part of what is said, as discord.js takes it. */
function bodyOf(part: CoreMessage, locale: Locale, commandIds: CommandIds) {
  return { components: [render(part, { texts: TEXTS[locale], commandIds })], allowedMentions: NOBODY };
}

/** Discord waits 3 s for the first sign of life; what takes longer than this is announced as being thought about. */
const DEFER_AFTER_MS = 1500;

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

/** Answers an interaction, in time even where the answer is not. */
export class InteractionOutlet implements Outlet {
  private readonly interaction: Answerable;
  private readonly expected: ReturnType<Chat['expect']>;
  private readonly commandIds: CommandIds;
  private readonly timer: NodeJS.Timeout;
  private deferring: Promise<unknown> | undefined;

  constructor(interaction: Answerable, expected: ReturnType<Chat['expect']>, commandIds: CommandIds) {
    this.interaction = interaction;
    this.expected = expected;
    this.commandIds = commandIds;
    this.timer = setTimeout(() => {
      this.deferring = this.defer().catch(() => {}); // an answer that comes later meets the same error and reports it
    }, DEFER_AFTER_MS);
  }

  medium(locale: Locale) {
    return mediumFor(locale, this.commandIds);
  }

  async send({ parts, mode, audience, locale }: Outgoing): Promise<Delivery> {
    clearTimeout(this.timer);
    await this.deferring;
    try {
      const messages: string[] = [];
      for (const [i, part] of parts.entries()) {
        const body = bodyOf(part, locale, this.commandIds);
        const id = i === 0 ? await this.first(body, mode, audience) : await this.next(body, audience);
        messages.push(messageKey(id));
      }
      return { outcome: 'sent', messages };
    } catch (error) {
      return deliveryAfter(error);
    }
  }

  async dismiss(): Promise<void> {
    clearTimeout(this.timer);
    await this.deferring;
    const { interaction } = this;
    try {
      if (interaction.isMessageComponent()) {
        if (!interaction.deferred) await interaction.deferUpdate();
      } else {
        if (!interaction.deferred) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.deleteReply();
      }
    } catch (error) {
      deliveryAfter(error);
    }
  }

  private defer(): Promise<unknown> {
    const { interaction, expected } = this;
    if (expected.mode === 'replace' && interaction.isMessageComponent()) return interaction.deferUpdate();
    return interaction.deferReply(expected.audience === 'asker' ? { flags: MessageFlags.Ephemeral } : {});
  }

  private async first(
    body: ReturnType<typeof bodyOf>,
    mode: Outgoing['mode'],
    audience: Outgoing['audience'],
  ): Promise<string> {
    const { interaction, expected } = this;
    if (!interaction.deferred) return this.respond(body, mode, audience);
    const fits = mode === expected.mode && (mode === 'replace' || audience === expected.audience);
    if (fits) return (await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 })).id;
    if (expected.mode === 'reply') await interaction.deleteReply(); // "thinking" was shown to others than the answer is for
    return this.next(body, audience);
  }

  private async respond(
    body: ReturnType<typeof bodyOf>,
    mode: Outgoing['mode'],
    audience: Outgoing['audience'],
  ): Promise<string> {
    const { interaction } = this;
    if (mode === 'replace' && interaction.isMessageComponent()) {
      await interaction.update({ ...body, flags: MessageFlags.IsComponentsV2 });
      return interaction.message.id;
    }
    const { resource } = await interaction.reply({ ...body, flags: flagsFor(audience), withResponse: true });
    return resource?.message?.id ?? interaction.id;
  }

  private async next(body: ReturnType<typeof bodyOf>, audience: Outgoing['audience']): Promise<string> {
    return (await this.interaction.followUp({ ...body, flags: flagsFor(audience) })).id;
  }
}

type ReplyFlags = MessageFlags.IsComponentsV2 | (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2)[];

const flagsFor = (audience: Outgoing['audience']): ReplyFlags =>
  audience === 'asker' ? [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2] : MessageFlags.IsComponentsV2;

/** Answers a message by replying to it; what is for the asker alone goes into a private chat. */
export class MessageOutlet implements Outlet {
  private readonly message: Message;
  private readonly commandIds: CommandIds;
  private sent = 0;

  constructor(message: Message, commandIds: CommandIds) {
    this.message = message;
    this.commandIds = commandIds;
  }

  medium(locale: Locale) {
    return mediumFor(locale, this.commandIds);
  }

  async send({ parts, audience, locale }: Outgoing): Promise<Delivery> {
    const { message } = this;
    const privately = audience === 'asker' && message.guildId !== null;
    try {
      const messages: string[] = [];
      for (const part of parts) {
        const body = {
          ...bodyOf(part, locale, this.commandIds),
          flags: MessageFlags.IsComponentsV2 as const,
          nonce: `${message.id}.${this.sent++}`, // a request that is sent again after an outage is not posted again
          enforceNonce: true,
        };
        const sent = privately ? await message.author.send(body) : await message.reply(body);
        messages.push(messageKey(sent.id));
      }
      return { outcome: 'sent', messages };
    } catch (error) {
      return deliveryAfter(error);
    }
  }

  async dismiss(): Promise<void> {}
}
