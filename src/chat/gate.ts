// What stands before an answer: access, rights, how often one may ask.
import { TEXTS } from '../message/index.ts';
import { isAllowed, keysToAllow } from './access.ts';
import type { ChatOptions } from './chat-options.ts';
import { handsFileIn, isForOthers } from './handed-in.ts';
import { RateLimit } from './rate-limit.ts';
import { mayUse, refusalFor } from './rights.ts';
import type { Visit } from './visit.ts';

/** `note` is for the asker alone; without one nothing is said. */
export type Verdict = { pass: true } | { pass: false; note?: string };

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Of a command that does not exist so much of the name is repeated. */
const MAX_NAME = 40;

export class Gate {
  private readonly options: ChatOptions;
  private readonly people: RateLimit;
  private readonly channels: RateLimit;
  /** Who was told to slow down. */
  private readonly told = new RateLimit(1, MINUTE_MS);

  constructor(options: ChatOptions) {
    this.options = options;
    this.people = new RateLimit(options.perPersonPerMinute, MINUTE_MS);
    this.channels = new RateLimit(options.perChannelPerMinute, MINUTE_MS);
  }

  /** Whether a request is answered now. */
  async check(visit: Visit): Promise<Verdict> {
    const { access, store } = this.options;
    const { person, place, request } = visit.incoming;
    if (isForOthers(request)) return { pass: false };
    if (!visit.command?.anywhere && !(await isAllowed(person, place, access, store)))
      return this.refusal(visit);
    const note = this.obstacle(visit);
    if (note !== undefined) return { pass: false, note };
    if (handsFileIn(visit)) return { pass: true }; // an owner sends as many files at once as the platform takes
    const now = this.options.elapsed();
    const waitMs = this.people.take(person.id, now) || this.channels.take(place.id, now);
    if (waitMs === 0) return { pass: true };
    const { tooFast } = TEXTS[visit.locale];
    return {
      pass: false,
      ...(this.told.take(person.id, now) === 0 ? { note: tooFast(Math.ceil(waitMs / 1000)) } : {}),
    };
  }

  /** In a place that is not allowed: how to get allowed, once a day. */
  private async refusal({ incoming, locale }: Visit): Promise<Verdict> {
    const { access, store, clock } = this.options;
    const { person, place } = incoming;
    const { channel } = place.within;
    const now = clock();
    if (!(await store.notices.claim(person.id, `refused ${channel}`, now, now - DAY_MS)))
      return { pass: false };
    const texts = TEXTS[locale];
    const keys = (await keysToAllow(place, access, store)).join(' ');
    const note = place.kind === 'private' ? texts.privateNotAllowed(keys) : texts.placeNotAllowed(keys);
    return { pass: false, note };
  }

  private obstacle(visit: Visit): string | undefined {
    const { incoming, settings, locale, mayManage, command } = visit;
    const { request } = incoming;
    const texts = TEXTS[locale];
    if (request.type === 'command' && !command)
      return texts.unknownCommand(`/${request.name.slice(0, MAX_NAME)}`);
    if (settings.audience === 'managers' && !mayManage && command?.audience !== 'asker')
      return texts.onlyManagersAnswered();
    if (!command || command.right === 'everyone' || mayUse(command.right, visit)) return undefined;
    return refusalFor(command.right, texts, incoming.person);
  }
}
