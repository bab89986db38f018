// Sends what is said, and keeps what a follow-up needs of it.
import { type Delivery, fitted, type Locale, type Message, mayNotWrite, TEXTS } from '../message/index.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Said, Scene } from './command.ts';
import { CONVERSATION_MS, remember } from './conversation.ts';
import type { Incoming, Outgoing, Outlet } from './incoming.ts';
import { menuLocale } from './menu-locale.ts';
import { pseudonymOf } from './question-log.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Turn } from './store.ts';
import { wakeUp } from './subscribing.ts';
import type { Visit } from './visit.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CODE_BYTES = 3;

type How = Pick<Outgoing, 'mode' | 'audience' | 'placeBound' | 'confidential'>;

export class Replies {
  private readonly options: ChatOptions;

  constructor(options: ChatOptions) {
    this.options = options;
  }

  /** Sends what is said in answer to a request. */
  async deliver(said: Said, how: How, visit: Visit, scene: Scene): Promise<void> {
    const { incoming, outlet } = visit;
    const bounds: Pick<How, 'placeBound' | 'confidential'> = {
      ...(said.placeBound ? { placeBound: true } : {}),
      ...(said.confidential ? { confidential: true } : {}),
    };
    const delivery = await send(said.message, said.locale, { ...how, ...bounds }, outlet);
    if (delivery.outcome === 'sent')
      return this.keep(said, delivery.messages, incoming, scene).catch((error: unknown) =>
        this.options.log.error({ err: error }, 'an answer was sent, but what a follow-up needs was not kept'),
      );
    if (mayNotWrite(delivery)) await this.explainSilence(visit);
    if (mayNotWrite(delivery) && !isClosed(delivery)) return;
    this.options.log.warn({ place: incoming.place.id, ...delivery }, 'an answer was not sent');
  }

  /** Tells the asker alone. */
  async note({ outlet, locale }: Pick<Visit, 'outlet' | 'locale'>, text: string): Promise<void> {
    await send([{ type: 'paragraph', text }], locale, { mode: 'reply', audience: 'asker' }, outlet);
  }

  /** Something is broken: the person gets a code, the log the rest. */
  async apologise(error: unknown, incoming: Incoming, outlet: Outlet): Promise<void> {
    const { log, random } = this.options;
    const code = random(CODE_BYTES).toUpperCase();
    log.error({ err: error, code, place: incoming.place.id }, 'a request could not be answered');
    const locale = menuLocale(incoming, DEFAULT_SETTINGS.language);
    try {
      const audience = incoming.request.type === 'question' ? 'everyone' : 'asker';
      const text = TEXTS[locale].failed(code);
      await send([{ type: 'paragraph', text }], locale, { mode: 'reply', audience }, outlet);
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
    const last = await this.options.store.conversations.latest(place, person, at - CONVERSATION_MS);
    return last?.pending !== undefined;
  }

  /** Where the bot may not write: who asked is told so, once a day. */
  private async explainSilence(visit: Visit): Promise<void> {
    const { store, clock } = this.options;
    const { person, place } = visit.incoming;
    const now = clock();
    const first = await store.notices.claim(person.id, `forbidden ${place.id}`, now, now - DAY_MS);
    if (first) await this.note(visit, TEXTS[visit.locale].mayNotWrite());
  }
}

/** That a thread is closed is known to whoever closed it, and noted. */
const isClosed = (delivery: Delivery): boolean =>
  delivery.outcome === 'retry' && delivery.obstacle === 'closed';

async function send(message: Message, locale: Locale, how: How, outlet: Outlet) {
  return outlet.send({ ...how, locale, parts: fitted(message, outlet.medium(locale)) });
}
