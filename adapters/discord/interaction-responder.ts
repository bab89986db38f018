// The way back to who used a command or pressed a button. Tells the core what became of each message.
import type { Delivery, Locale, Outgoing, Responder } from '#core';
import { type Body, bodyOf, type CommandIds } from './body.ts';
import { isWithBot, messageKey } from './decode.ts';
import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from './discord-js.ts';
import { deliveryAfter, isAcknowledged } from './errors.ts';
import { mediumFor } from './limits.ts';
import { lacksIn } from './posting-rights.ts';

/** Discord waits 3 s for the first sign of life; what takes longer than this is announced as being thought about. */
const DEFER_AFTER_MS = 1500;

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

type How = Pick<Outgoing, 'mode' | 'audience'>;

/** Answers an interaction, in time even where the answer is not. */
export class InteractionResponder implements Responder {
  readonly takesFiles = true;
  /** Discord delivers replies to an answer of this kind in private chats with the bot only. */
  readonly continuesBy?: 'form';
  private readonly interaction: Answerable;
  private readonly expected: How;
  private readonly commandIds: CommandIds;
  private readonly timer: NodeJS.Timeout;
  private deferring: Promise<unknown> | undefined;
  /** The sign of thinking was taken away, by this try to answer or an earlier one. */
  private cleared = false;

  constructor(interaction: Answerable, expected: How, commandIds: CommandIds) {
    this.interaction = interaction;
    this.expected = expected;
    this.commandIds = commandIds;
    if (!isWithBot(interaction)) this.continuesBy = 'form';
    this.timer = setTimeout(() => {
      this.deferring = this.defer().catch(() => {}); // an answer that comes later meets the same error and reports it
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

  private async first(body: Body, { mode, audience }: How): Promise<string> {
    const { interaction, expected } = this;
    if (interaction.replied) return this.next(body, audience); // something was said before
    if (!interaction.deferred) return this.respond(body, { mode, audience });
    const fits = mode === expected.mode && (mode === 'replace' || audience === expected.audience);
    if (fits) return (await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 })).id;
    if (expected.mode === 'reply' && !this.cleared) await interaction.deleteReply(); // "thinking" was shown to others than the answer is for
    this.cleared = true;
    return this.next(body, audience);
  }

  private async respond(body: Body, { mode, audience }: How): Promise<string> {
    const { interaction } = this;
    const turned = mode === 'replace' && interaction.isMessageComponent() ? interaction : undefined;
    try {
      if (!turned) {
        const { resource } = await interaction.reply({
          ...body,
          flags: flagsFor(audience),
          withResponse: true,
        });
        return resource?.message?.id ?? interaction.id;
      }
      await turned.update({ ...body, flags: MessageFlags.IsComponentsV2 });
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
      interaction.replied = true;
    }
    return turned?.message.id ?? (await interaction.fetchReply()).id;
  }

  private async next(body: Body, audience: Outgoing['audience']): Promise<string> {
    return (await this.interaction.followUp({ ...body, flags: flagsFor(audience) })).id;
  }
}

type ReplyFlags = MessageFlags.IsComponentsV2 | (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2)[];

const flagsFor = (audience: Outgoing['audience']): ReplyFlags =>
  audience === 'asker' ? [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2] : MessageFlags.IsComponentsV2;
