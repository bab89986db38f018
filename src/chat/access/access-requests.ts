// Requests to the owners to open a place that its manager may not open: each reachable owner gets a message
// with two buttons.
import { createHmac } from 'node:crypto';
import type { Poster } from '../../digests/index.ts';
import { type Locale, type Message, shownName, TEXTS } from '../../message/index.ts';
import { askerMark } from '../buttons/asker-mark.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { ChatOptions } from '../chat-options.ts';
import type { Person, Place } from '../incoming.ts';
import type { AccessRequest } from '../store.ts';
import { isDenial } from './access.ts';
import { openPlace } from './change-access.ts';

/** How long the buttons work and the request is stored. */
export const ACCESS_REQUEST_MS: number = 30 * 24 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** In a day, beside one for each place: strangers must not be able to flood the owners. */
const MAX_REQUESTS = { ofPerson: 3, ofAll: 20 };
/** A message whose sending has not begun by then is dropped. */
const SENDING_MS = 20 * 1000;
const ID_LENGTH = 12;
/** Platforms take ids of messages of at most 25 characters. */
const POSTING_LENGTH = 20;

/**
 * `asked`: it was sent to an owner. `again`: there was one today. `unreachable`: no owner could be reached,
 * or there were too many.
 */
type SubmitOutcome = 'asked' | 'again' | 'unreachable';

export type Verdict = 'allowed' | 'denied';

/** `was-…`: another owner has decided before, or the place was opened or closed by command since. */
export interface RequestDecision {
  request: AccessRequest;
  outcome: Verdict | 'was-allowed' | 'was-denied';
}

const shortHash = (key: string, ...texts: string[]): string =>
  createHmac('sha256', key).update(texts.join('\0')).digest('hex');

interface Origin {
  person: Person;
  place: Place;
  locale: Locale;
  /** Milliseconds since 1970. */
  now: number;
}

type Options = Pick<ChatOptions, 'access' | 'store' | 'poster' | 'clock' | 'elapsed' | 'log'>;

export class AccessRequests {
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** @param target the key of what is to be opened */
  async submit(target: string, { person, place, locale, now }: Origin): Promise<SubmitOutcome> {
    const { store } = this.options;
    const owners = await this.ownerIds();
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
    const added = await store.requests.add(request, { since: now - DAY_MS, ...MAX_REQUESTS });
    if (added !== 'added') return added === 'again' ? 'again' : 'unreachable';
    const asker = person.forChat ? undefined : { id: person.id, name: shownName(person.name ?? '') };
    const sent = await Promise.all(owners.map((owner) => this.send(owner, request, asker)));
    if (sent.includes(true)) return 'asked';
    await store.requests.drop(request.id);
    return 'unreachable';
  }

  /**
   * Carries out an owner's verdict, unless it was decided before; undefined where the request has expired.
   */
  async decide(id: string, verdict: Verdict): Promise<RequestDecision | undefined> {
    const { access, requests } = this.options.store;
    const request = await requests.get(id);
    if (!request) return undefined;
    const { target, place } = request;
    if (request.verdict) return { request, outcome: `was-${request.verdict}` };
    const other = await this.decidedByCommand(request);
    // another owner was faster
    if (!(await requests.settle(id, other ?? verdict))) return this.decide(id, verdict);
    if (other) return { request, outcome: `was-${other}` };
    if (verdict === 'denied') await access.set(target, 'barred');
    else await openPlace(place, target === place.within.community, access);
    await this.notifyPlace(request, verdict);
    return { request, outcome: verdict };
  }

  /** Owners by configuration and by the pairing code. */
  private async ownerIds(): Promise<string[]> {
    const { access, store } = this.options;
    return [...new Set([...access.ownerIds, ...(await store.owners.list())])];
  }

  /** What was decided on the place by command since the request was made. */
  private async decidedByCommand({ target, place }: AccessRequest): Promise<Verdict | undefined> {
    const { access } = this.options.store;
    const { channel, community } = place.within;
    const outer = community === undefined ? undefined : await access.get(community);
    const decisions = target === community ? [outer] : [outer, await access.get(channel)];
    if (decisions.includes('barred')) return 'denied';
    return decisions.includes('allowed') && !decisions.some(isDenial) ? 'allowed' : undefined;
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
    const chat = await this.logFailure(() => poster?.direct?.(owner));
    return chat !== undefined && this.post(poster, chat, message, request);
  }

  /** Posts the verdict in the place of the request, if the bot can write there. */
  private async notifyPlace(request: AccessRequest, verdict: Verdict): Promise<void> {
    const { place, target, locale } = request;
    const texts = TEXTS[locale];
    const everywhere = target === place.within.community;
    const text = verdict === 'allowed' ? texts.allowed(everywhere) : texts.requestDeclined();
    await this.post(this.posterOf(place.id), place.id, [{ type: 'paragraph', text }], request);
  }

  /** The poster of the platform that a key begins with. */
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
      isClaimed: () => elapsed() < until,
    };
    const delivery = await this.logFailure(() => poster?.post(place, message, posting));
    return delivery?.outcome === 'sent';
  }

  /** A failed message must neither undo a decision nor keep the other owners from being asked. */
  private async logFailure<Result>(work: () => Promise<Result> | undefined): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.options.log.error({ err: error }, 'a message about an access request was not sent');
      return undefined;
    }
  }
}
