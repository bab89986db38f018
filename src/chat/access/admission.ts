// Whether a request is answered now: access, rights, rate limits.
import { TEXTS } from '../../message/index.ts';
import { isBareFile, isLibraryUpload } from '../bare-file.ts';
import type { ChatOptions } from '../chat-options.ts';
import type { Claim, Notices } from '../notices.ts';
import type { ResolvedRequest } from '../resolved-request.ts';
import { isAllowed, keysToAllow } from './access.ts';
import { RateLimit } from './rate-limit.ts';
import { hasRight, refusalFor } from './rights.ts';

/** `note` is for the asker alone. `claim` is released where the note does not arrive. */
type AdmissionDecision = { pass: true } | { pass: false; note?: string; claim?: Claim };

const MINUTE_MS = 60 * 1000;
/** The name of an unknown command is repeated up to this length. */
const MAX_NAME_LENGTH = 40;

export class Admission {
  private readonly options: ChatOptions;
  private readonly people: RateLimit;
  private readonly channels: RateLimit;
  private readonly notices: Notices;

  constructor(options: ChatOptions, notices: Notices) {
    this.options = options;
    this.notices = notices;
    this.people = new RateLimit(options.perPersonPerMinute, MINUTE_MS);
    this.channels = new RateLimit(options.perChannelPerMinute, MINUTE_MS);
  }

  async check(resolved: ResolvedRequest): Promise<AdmissionDecision> {
    const { access, store } = this.options;
    const { person, place, request, command } = resolved;
    if (isBareFile(request)) return { pass: false };
    if (!command?.anywhere && !(await isAllowed(person, place, access, store)))
      return this.refuseOnceADay(resolved);
    const note = this.reasonToRefuse(resolved);
    // an owner sends as many files at once as the platform takes
    if (note === undefined && isLibraryUpload(request, command)) return { pass: true };
    const now = this.options.elapsed();
    const waitMs = this.people.take(person.id, now) || this.channels.take(place.id, now);
    if (waitMs > 0) return this.tooFast(resolved, waitMs);
    return note === undefined ? { pass: true } : { pass: false, note };
  }

  private tooFast({ person, locale }: ResolvedRequest, waitMs: number): AdmissionDecision {
    const claim = this.notices.claimMinutely(person.id);
    if (!claim) return { pass: false };
    return { pass: false, note: TEXTS[locale].tooFast(Math.ceil(waitMs / 1000)), claim };
  }

  /** In a place that is not allowed: explains once a day how to get it allowed. */
  private async refuseOnceADay({ person, place, locale }: ResolvedRequest): Promise<AdmissionDecision> {
    const { access, store } = this.options;
    const claim = await this.notices.claimDaily(person.id, `refused ${place.within.channel}`);
    if (!claim) return { pass: false };
    const texts = TEXTS[locale];
    const keys = (await keysToAllow(place, access, store)).join(' ');
    const note = place.kind === 'private' ? texts.privateNotAllowed(keys) : texts.placeNotAllowed(keys);
    return { pass: false, note, claim };
  }

  private reasonToRefuse(resolved: ResolvedRequest): string | undefined {
    const { person, request, settings, locale, canManage, command } = resolved;
    const texts = TEXTS[locale];
    if (request.type === 'command' && !command)
      return texts.unknownCommand(`/${request.name.slice(0, MAX_NAME_LENGTH)}`);
    if (settings.audience === 'managers' && !canManage && command?.audience !== 'asker')
      return texts.onlyManagersAnswered();
    if (!command || command.right === 'everyone' || hasRight(command.right, resolved)) return undefined;
    return refusalFor(command.right, texts, person);
  }
}
