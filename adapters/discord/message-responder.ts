// The way back to who wrote a message. Tells the core what became of each message.
import type { Delivery, Locale, Outgoing, Responder } from '#core';
import { messageKey } from './decode.ts';
import { type Message, MessageFlags } from './discord-js.ts';
import { deliveryAfter } from './errors.ts';
import { mediumFor } from './limits.ts';
import { bodyOf, type CommandIds } from './rendering/body.ts';

/** An answer that comes sooner needs no announcement, and a question that is left alone gets none. */
const TYPE_AFTER_MS = 500;

/** Answers a message by replying to it; what is for the asker alone goes into a private chat, unless it acts on the place. */
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
      if ('sendTyping' in channel) channel.sendTyping().catch(() => {}); // a courtesy
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
          nonce: `${message.id}.${this.sent}`, // what is sent again after an outage, by this try to answer or the next, is not posted again
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
