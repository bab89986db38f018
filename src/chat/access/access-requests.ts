// What a manager may not open is asked of the owners: each is sent a message with two buttons, where they can be written to.
import { createHmac } from 'node:crypto';
import type { Poster } from '../../digests/index.ts';
import { type Locale, type Message, shownName, TEXTS } from '../../message/index.ts';
import { askerMark } from '../buttons/action.ts';
import type { ChatOptions } from '../chat-options.ts';
import type { Person, Place } from '../incoming.ts';
import type { AccessRequest } from '../store.ts';
import { ButtonMaker } from '../views/buttons.ts';
import { isDenial } from './access.ts';
import { open } from './opening.ts';

/** So long the buttons work, and so long the request is kept. */
export const REQUEST_MS: number = 30 * 24 * 60 * 60 * 1000;
/** Strangers must not be able to flood the owners: once a day for each place, and so many in a day from one person and from all. */
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST = { ofPerson: 3, ofAll: 20 };
/** A message that could not be begun by then is not sent. */
const SENDING_MS = 20 * 1000;
const ID_LENGTH = 12;
/** Of at most 25. */
const POSTING_LENGTH = 20;

/** What became of a request: an owner has got it; there was one today; none of them could be reached, or there were too many. */
export type Asked = 'asked' | 'again' | 'unreachable';

export type Verdict = 'allowed' | 'denied';

/** What becomes of an owner's verdict: it holds; another one did before, or the place was opened or closed in another way. */
export interface Decision {
  request: AccessRequest;
  outcome: Verdict | 'was-allowed' | 'was-denied';
}

const shortHash = (key: string, ...texts: string[]): string =>
  createHmac('sha256', key).update(texts.join('\0')).digest('hex');

/** Who asks, and where. */
interface Asking {
  person: Person;
  place: Place;
  locale: Locale;
  /** Milliseconds since 1970. */
  now: number;
}

type Options = Pick<ChatOptions, 'access' | 'store' | 'poster' | 'clock' | 'elapsed' | 'log'>;

export class Requests {
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** Asks the owners to open a place, by its key. */
  async ask(target: string, { person, place, locale, now }: Asking): Promise<Asked> {
    const { store } = this.options;
    const owners = await this.owners();
    if (owners.length === 0) return 'unreachable';
    const { id, within, name = '' } = place;
    const request: AccessRequest = {
      id: shortHash(await store.secret(), target, String(now)).slice(0, ID_LENGTH),
      target,
      name: shownName(name),
      place: { id, within },
      person: person.id,
      locale,
      at: now,
    };
    const added = await store.requests.add(request, { since: now - DAY_MS, ...MOST });
    if (added !== 'added') return added === 'again' ? 'again' : 'unreachable';
    const asker = person.forChat ? undefined : { id: person.id, name: shownName(person.name ?? '') };
    const sent = await Promise.all(owners.map((owner) => this.send(owner, request, asker)));
    if (sent.includes(true)) return 'asked';
    await store.requests.drop(request.id);
    return 'unreachable';
  }

  /** Does what an owner has decided, if nobody has before; undefined where the request is not kept any more. */
  async decide(id: string, verdict: Verdict): Promise<Decision | undefined> {
    const { access, requests } = this.options.store;
    const request = await requests.get(id);
    if (!request) return undefined;
    const { target, place } = request;
    if (request.verdict) return { request, outcome: `was-${request.verdict}` };
    const other = await this.decidedElsewhere(request);
    if (!(await requests.settle(id, other ?? verdict))) return this.decide(id, verdict); // another owner was faster
    if (other) return { request, outcome: `was-${other}` };
    if (verdict === 'denied') await access.set(target, 'barred');
    else await open(place, target === place.within.community, access);
    await this.tellPlace(request, verdict);
    return { request, outcome: verdict };
  }

  /** Whoever owns the bot, by configuration or by the pairing code. */
  private async owners(): Promise<string[]> {
    const { access, store } = this.options;
    return [...new Set([...access.ownerIds, ...(await store.owners.list())])];
  }

  /** What was decided on a place without this request, since it was made. */
  private async decidedElsewhere({ target, place }: AccessRequest): Promise<Verdict | undefined> {
    const { access } = this.options.store;
    const { channel, community } = place.within;
    const around = community === undefined ? undefined : await access.get(community);
    const verdicts = target === community ? [around] : [around, await access.get(channel)];
    if (verdicts.includes('barred')) return 'denied';
    return verdicts.includes('allowed') && !verdicts.some(isDenial) ? 'allowed' : undefined;
  }

  private async send(
    owner: string,
    request: AccessRequest,
    asker: { id: string; name: string } | undefined,
  ): Promise<boolean> {
    const { store } = this.options;
    const { id, target, name, locale, place } = request;
    const texts = TEXTS[locale];
    const maker = new ButtonMaker(askerMark(owner, await store.secret()));
    const everywhere = target === place.within.community;
    const message: Message = [
      { type: 'paragraph', text: texts.accessRequest({ name, id: target, everywhere, asker }) },
      {
        type: 'buttons',
        buttons: [
          maker.turn(texts.allowIt(), { verb: 'grant', args: [id, 'allow'] }),
          maker.turn(texts.denyIt(), { verb: 'grant', args: [id, 'deny'] }),
        ],
      },
    ];
    const poster = this.posterOf(owner);
    const chat = await this.guarded(() => poster?.direct?.(owner));
    return chat !== undefined && this.post(poster, chat, message, request);
  }

  /** Those who asked hear of it where they asked; where the bot cannot write there they find out by asking. */
  private async tellPlace(request: AccessRequest, verdict: Verdict): Promise<void> {
    const { place, target, locale } = request;
    const texts = TEXTS[locale];
    const everywhere = target === place.within.community;
    const text = verdict === 'allowed' ? texts.allowed(everywhere) : texts.requestDeclined();
    await this.post(this.posterOf(place.id), place.id, [{ type: 'paragraph', text }], request);
  }

  /** The poster for what a key belongs to. */
  private posterOf(key: string): Poster | undefined {
    return this.options.poster?.(key.slice(0, key.indexOf(':')));
  }

  private async post(
    poster: Poster | undefined,
    place: string,
    message: Message,
    { id, locale }: AccessRequest,
  ): Promise<boolean> {
    const { elapsed } = this.options;
    const until = elapsed() + SENDING_MS;
    const posting = {
      locale,
      silent: false,
      id: shortHash(id, place).slice(0, POSTING_LENGTH),
      isOurs: () => elapsed() < until,
    };
    const delivery = await this.guarded(() => poster?.post(place, message, posting));
    return delivery?.outcome === 'sent';
  }

  /** What fails is logged: it must not undo what was decided, nor keep another owner from being asked. */
  private async guarded<Result>(work: () => Promise<Result> | undefined): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.options.log.error({ err: error }, 'a message about a request to open a place was not sent');
      return undefined;
    }
  }
}
