// Sends command results and notes, and stores what a follow-up needs of them.
import { verbatimMessage } from '../answer/index.ts';
import {
  type Delivery,
  type Locale,
  type Message,
  mayNotWrite,
  splitMessage,
  TEXTS,
} from '../message/index.ts';
import type { ChatOptions } from './chat-options.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { CONVERSATION_MS, storeTurn } from './conversation.ts';
import type { Incoming } from './incoming.ts';
import { menuLocale } from './menu-locale.ts';
import type { Claim, Notices } from './notices.ts';
import { resumeDigests } from './place-subscription.ts';
import { pseudonymOf } from './question-log.ts';
import { Redelivery } from './redelivery.ts';
import type { ResolvedRequest } from './resolved-request.ts';
import type { Outgoing, Responder } from './responder.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Turn } from './store.ts';

const CODE_BYTES = 3;

type ReplyOptions = Pick<Outgoing, 'mode' | 'audience' | 'placeBound' | 'confidential'>;

type Sender = Pick<Incoming, 'person' | 'place'>;

export class ReplySender {
  private readonly options: ChatOptions;
  private readonly notices: Notices;
  private readonly redelivery: Redelivery;

  constructor(options: ChatOptions, notices: Notices) {
    this.options = options;
    this.notices = notices;
    this.redelivery = new Redelivery(options);
  }

  /** Ends all pauses before retries; resolves when what is being sent is sent. */
  close(): Promise<void> {
    return this.redelivery.close();
  }

  /** Sends the result of a request. */
  async deliver(
    result: CommandResult,
    options: ReplyOptions,
    resolved: ResolvedRequest,
    context: CommandContext,
  ): Promise<void> {
    const { responder, place } = resolved;
    const bounds: Pick<ReplyOptions, 'placeBound' | 'confidential'> = {
      ...(result.placeBound ? { placeBound: true } : {}),
      ...(result.confidential ? { confidential: true } : {}),
    };
    const message = verbatimMessage(result.message, context.index, (quote) =>
      this.options.log.error({ quote }, 'a quote that differs from its source was left out'),
    );
    const outgoing = outgoingOf(message, result.locale, { ...options, ...bounds }, responder);
    const delivery = await this.redelivery.send(outgoing, responder);
    const messages = delivery.outcome === 'sent' ? delivery.messages : (delivery.arrived ?? []);
    if (delivery.outcome === 'sent' || messages.length > 0)
      await this.storeFollowUp(result, messages, resolved, context).catch((error: unknown) =>
        this.options.log.error({ err: error }, 'an answer was sent, but its turn was not stored'),
      );
    if (delivery.outcome === 'sent') return;
    if (mayNotWrite(delivery)) await this.explainForbidden(resolved);
    if (mayNotWrite(delivery) && !isClosed(delivery)) return;
    this.options.log.warn({ place: place.id, ...delivery }, 'an answer was not sent');
    await this.reportLoss(delivery, outgoing, resolved);
  }

  /**
   * Sends a sentence to the asker alone.
   * @param claim the right to send it, which is released where it does not arrive
   */
  async note(
    { responder, locale }: Pick<ResolvedRequest, 'responder' | 'locale'>,
    text: string,
    claim?: Claim,
  ): Promise<void> {
    let arrived = false;
    try {
      const delivery = await responder.send(sentence(text, { locale, audience: 'asker' }, responder));
      arrived = delivery.outcome === 'sent';
    } finally {
      if (!arrived) await claim?.release();
    }
  }

  /** Sends a notice that an answer, or the rest of one, is missing, as soon as the platform takes it. */
  private async reportLoss(
    delivery: Exclude<Delivery, { outcome: 'sent' }>,
    { audience, locale }: Outgoing,
    resolved: ResolvedRequest,
  ): Promise<void> {
    const { responder } = resolved;
    const texts = TEXTS[locale];
    const isRest = delivery.arrived !== undefined;
    const text = isRest ? texts.restNotDelivered() : texts.notDelivered();
    const outgoing = sentence(text, { locale, audience }, responder);
    if (delivery.outcome === 'retry')
      this.redelivery.sendLater(recipientKey(resolved), outgoing, responder, delivery.afterMs);
    else if (isRest) await responder.send(outgoing);
  }

  /** Answers a request that failed: the person gets a code, the log the error. */
  async reportFailure(error: unknown, incoming: Incoming, responder: Responder): Promise<void> {
    const { log, random } = this.options;
    const code = random(CODE_BYTES).toUpperCase();
    log.error({ err: error, code, place: incoming.place.id }, 'a request could not be answered');
    const locale = menuLocale(incoming, DEFAULT_SETTINGS.language);
    try {
      const audience = incoming.request.type === 'question' ? 'everyone' : 'asker';
      const outgoing = sentence(TEXTS[locale].failed(code), { locale, audience }, responder);
      const delivery = await responder.send(outgoing);
      if (delivery.outcome === 'retry')
        this.redelivery.sendLater(recipientKey(incoming), outgoing, responder, delivery.afterMs);
    } catch (second) {
      log.error({ err: second, code }, 'the notice of a failed request was not sent');
    }
  }

  private async storeFollowUp(
    { asked, pending }: CommandResult,
    messages: string[],
    { person, place }: Sender,
    context: CommandContext,
  ): Promise<void> {
    const { store, questionLog } = this.options;
    const { history, now } = context;
    await resumeDigests(place, context);
    const turn = { place: place.id, person: person.id, at: now };
    if (pending && !asked) await storeTurn({ ...turn, questions: history, pending }, messages, store);
    else if (!asked && place.kind === 'private' && (await this.hasPendingCommand(turn)))
      // another command was used: the pending one ends
      await storeTurn({ ...turn, questions: history }, messages, store);
    if (!asked) return;
    const questions = [...history, asked.question];
    await storeTurn({ ...turn, questions, ...(pending ? { pending } : {}) }, messages, store);
    if (questionLog)
      await store.questionLog.add({ ...asked, pseudonym: await pseudonymOf(person, store), at: now });
  }

  private async hasPendingCommand({
    place,
    person,
    at,
  }: Pick<Turn, 'place' | 'person' | 'at'>): Promise<boolean> {
    const last = await this.options.store.conversations.latest(place, person, at - CONVERSATION_MS, at);
    return last?.pending !== undefined && !last.pending.further;
  }

  /** Tells the asker once a day that the bot may not write in this place. */
  private async explainForbidden(resolved: ResolvedRequest): Promise<void> {
    const { person, place, locale } = resolved;
    const claim = await this.notices.claimDaily(person.id, `forbidden ${place.id}`);
    if (claim) await this.note(resolved, TEXTS[locale].mayNotWrite(), claim);
  }
}

const outgoingOf = (
  message: Message,
  locale: Locale,
  options: ReplyOptions,
  responder: Responder,
): Outgoing => ({
  ...options,
  locale,
  parts: splitMessage(message, responder.medium(locale)),
});

const sentence = (
  text: string,
  { locale, audience }: Pick<Outgoing, 'locale' | 'audience'>,
  responder: Responder,
): Outgoing => outgoingOf([{ type: 'paragraph', text }], locale, { mode: 'reply', audience }, responder);

/** The key of a recipient, by person and place. */
const recipientKey = ({ person, place }: Sender): string => `${person.id} ${place.id}`;

/** A closed thread is logged as well: only the person who closed it knows. */
const isClosed = (delivery: Delivery): boolean =>
  delivery.outcome === 'retry' && delivery.obstacle === 'closed';
