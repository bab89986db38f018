// Sends what is said, and keeps what a follow-up needs of it.
import { type Delivery, fitted, type Locale, type Message, mayNotWrite, TEXTS } from '../message/index.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Said, Scene } from './command.ts';
import { CONVERSATION_MS, remember } from './conversation.ts';
import type { Incoming, Outgoing, Outlet } from './incoming.ts';
import { menuLocale } from './menu-locale.ts';
import type { Claim, Notices } from './notices.ts';
import { pseudonymOf } from './question-log.ts';
import { Redelivery } from './redelivery.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Turn } from './store.ts';
import { wakeUp } from './subscribing.ts';
import type { Visit } from './visit.ts';

const CODE_BYTES = 3;

type How = Pick<Outgoing, 'mode' | 'audience' | 'placeBound' | 'confidential'>;

export class Replies {
  private readonly options: ChatOptions;
  private readonly notices: Notices;
  private readonly redelivery: Redelivery;

  constructor(options: ChatOptions, notices: Notices) {
    this.options = options;
    this.notices = notices;
    this.redelivery = new Redelivery(options);
  }

  /** Waits for no platform any more; resolves when what is being sent is sent. */
  close(): Promise<void> {
    return this.redelivery.close();
  }

  /** Sends what is said in answer to a request. */
  async deliver(said: Said, how: How, visit: Visit, scene: Scene): Promise<void> {
    const { incoming, outlet } = visit;
    const bounds: Pick<How, 'placeBound' | 'confidential'> = {
      ...(said.placeBound ? { placeBound: true } : {}),
      ...(said.confidential ? { confidential: true } : {}),
    };
    const outgoing = outgoingOf(said.message, said.locale, { ...how, ...bounds }, outlet);
    const delivery = await this.redelivery.send(outgoing, outlet);
    const messages = delivery.outcome === 'sent' ? delivery.messages : (delivery.arrived ?? []);
    if (delivery.outcome === 'sent' || messages.length > 0)
      await this.keep(said, messages, incoming, scene).catch((error: unknown) =>
        this.options.log.error({ err: error }, 'an answer was sent, but what a follow-up needs was not kept'),
      );
    if (delivery.outcome === 'sent') return;
    if (mayNotWrite(delivery)) await this.explainSilence(visit);
    if (mayNotWrite(delivery) && !isClosed(delivery)) return;
    this.options.log.warn({ place: incoming.place.id, ...delivery }, 'an answer was not sent');
    await this.tellOfLoss(delivery, outgoing, visit);
  }

  /**
   * Tells the asker alone.
   * @param claim the right to tell it, which is given back where it does not arrive
   */
  async note(
    { outlet, locale }: Pick<Visit, 'outlet' | 'locale'>,
    text: string,
    claim?: Claim,
  ): Promise<void> {
    let arrived = false;
    try {
      const delivery = await outlet.send(sentence(text, { locale, audience: 'asker' }, outlet));
      arrived = delivery.outcome === 'sent';
    } finally {
      if (!arrived) await claim?.giveBack();
    }
  }

  /** Somebody waits for an answer, or for the rest of one, that did not arrive: says so where and when that works. */
  private async tellOfLoss(
    delivery: Exclude<Delivery, { outcome: 'sent' }>,
    { audience, locale }: Outgoing,
    { incoming, outlet }: Visit,
  ): Promise<void> {
    const texts = TEXTS[locale];
    const isRest = delivery.arrived !== undefined;
    const text = isRest ? texts.restNotDelivered() : texts.notDelivered();
    const outgoing = sentence(text, { locale, audience }, outlet);
    if (delivery.outcome === 'retry')
      this.redelivery.sayLater(loserOf(incoming), outgoing, outlet, delivery.afterMs);
    else if (isRest) await outlet.send(outgoing);
  }

  /** Something is broken: the person gets a code, the log the rest. */
  async apologise(error: unknown, incoming: Incoming, outlet: Outlet): Promise<void> {
    const { log, random } = this.options;
    const code = random(CODE_BYTES).toUpperCase();
    log.error({ err: error, code, place: incoming.place.id }, 'a request could not be answered');
    const locale = menuLocale(incoming, DEFAULT_SETTINGS.language);
    try {
      const audience = incoming.request.type === 'question' ? 'everyone' : 'asker';
      const outgoing = sentence(TEXTS[locale].failed(code), { locale, audience }, outlet);
      const delivery = await outlet.send(outgoing);
      if (delivery.outcome === 'retry')
        this.redelivery.sayLater(loserOf(incoming), outgoing, outlet, delivery.afterMs);
    } catch (second) {
      log.error({ err: second, code }, 'nor could the person be told');
    }
  }

  private async keep(
    { asked, pending }: Said,
    messages: string[],
    { person, place }: Incoming,
    scene: Scene,
  ): Promise<void> {
    const { store, questionLog } = this.options;
    const { history, now } = scene;
    await wakeUp(place, scene);
    const turn = { place: place.id, person: person.id, at: now };
    if (pending) await remember({ ...turn, questions: history, pending }, messages, store);
    else if (!asked && place.kind === 'private' && (await this.isAsked(turn)))
      await remember({ ...turn, questions: history }, messages, store); // another command: what was asked for is let go
    if (!asked) return;
    await remember({ ...turn, questions: [...history, asked.question] }, messages, store);
    if (questionLog)
      await store.questionLog.add({ ...asked, pseudonym: await pseudonymOf(person, store), at: now });
  }

  /** Whether the last thing said to a person was to ask for an option. */
  private async isAsked({ place, person, at }: Pick<Turn, 'place' | 'person' | 'at'>): Promise<boolean> {
    const last = await this.options.store.conversations.latest(place, person, at - CONVERSATION_MS, at);
    return last?.pending !== undefined;
  }

  /** Where the bot may not write: who asked is told so, once a day. */
  private async explainSilence(visit: Visit): Promise<void> {
    const { person, place } = visit.incoming;
    const claim = await this.notices.daily(person.id, `forbidden ${place.id}`);
    if (claim) await this.note(visit, TEXTS[visit.locale].mayNotWrite(), claim);
  }
}

const outgoingOf = (message: Message, locale: Locale, how: How, outlet: Outlet): Outgoing => ({
  ...how,
  locale,
  parts: fitted(message, outlet.medium(locale)),
});

/** One sentence in reply. */
const sentence = (
  text: string,
  { locale, audience }: Pick<Outgoing, 'locale' | 'audience'>,
  outlet: Outlet,
): Outgoing => outgoingOf([{ type: 'paragraph', text }], locale, { mode: 'reply', audience }, outlet);

/** Who waits for an answer where. */
const loserOf = ({ person, place }: Incoming): string => `${person.id} ${place.id}`;

/** That a thread is closed is known to whoever closed it, and noted. */
const isClosed = (delivery: Delivery): boolean =>
  delivery.outcome === 'retry' && delivery.obstacle === 'closed';
