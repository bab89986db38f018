// A request's path from arrival to delivery: decode, resolve, admit, queue, run or press, send.
import type { Suggestion } from '../lookup/index.ts';
import { TEXTS } from '../message/index.ts';
import { AccessRequests } from './access/access-requests.ts';
import { accessibleIndexIn, allCollections, prepareAccessibleIndexes } from './access/accessible-index.ts';
import { Admission } from './access/admission.ts';
import { LookUpLimit } from './access/look-up-limit.ts';
import { offerPairingCode, replacePairingCode } from './access/pairing-code.ts';
import { hasRight } from './access/rights.ts';
import { isLibraryUpload } from './bare-file.ts';
import { answerPress } from './buttons/answer-press.ts';
import { askerMark } from './buttons/asker-mark.ts';
import { formOf } from './buttons/form.ts';
import { verifyPress } from './buttons/press.ts';
import type { ChatOptions } from './chat-options.ts';
import { type Command, type CommandContext, type CommandResult, checkValues } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { completeOption } from './complete-option.ts';
import { historyOf } from './conversation.ts';
import { type DecodedIncoming, decodeIncoming } from './decoded-request.ts';
import { type ExpectedResponse, expectedResponse } from './expected-response.ts';
import { Expiry, type Wait } from './expiry.ts';
import { commandOf, withFullName } from './find-command.ts';
import type { Completion, Incoming } from './incoming.ts';
import { type InlinePage, type InlineQuery, inlinePage } from './inline-query.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { Notices } from './notices.ts';
import { answerOptionProblem } from './option-problem.ts';
import { parseOptions } from './parse-options.ts';
import { ReplySender } from './reply-sender.ts';
import { type ResolvedRequest, resolveRequest } from './resolved-request.ts';
import type { Form, Responder } from './responder.ts';
import { needsNoAnswer, replyToSmallTalk } from './small-talk.ts';

/** Requests of one person that may wait while one is answered. */
const MAX_WAITING = 3;
/** An owner may send many files at once; each is fetched only when its turn comes. */
const MAX_FILES_WAITING = 100;

/** What is offered under an answer for the asker alone is answered to the asker alone. */
function forAskerAlone(result: CommandResult, request: ResolvedRequest['request']): CommandResult {
  const isPrivate = request.type !== 'press' && request.private === true;
  return result.pending && isPrivate ? { ...result, pending: { ...result.pending, private: true } } : result;
}

/** The conversation with people on any platform. */
export class Chat {
  readonly commands: readonly Command[] = COMMANDS;
  private readonly options: ChatOptions;
  private readonly admission: Admission;
  private readonly replySender: ReplySender;
  private readonly lookUpLimit: LookUpLimit;
  private readonly accessRequests: AccessRequests;
  private readonly expiry: Expiry;
  private readonly queue = new KeyedQueue();
  private readonly running = new Set<Promise<void>>();
  private closing = false;
  /** The store's, from the first request on. */
  private secret: string | undefined;
  private hasRemarked = false;

  constructor(options: ChatOptions) {
    this.options = options;
    const notices = new Notices(options);
    this.admission = new Admission(options, notices);
    this.replySender = new ReplySender(options, notices);
    this.lookUpLimit = new LookUpLimit(options);
    this.accessRequests = new AccessRequests(options);
    this.expiry = new Expiry(options.store, options.reportFiles, options.log);
  }

  /** Answers a request. Never throws: a failure is logged, and the person gets its code. */
  async receive(incoming: Incoming, responder: Responder): Promise<void> {
    const work = this.closing ? responder.dismiss() : this.handle(decodeIncoming(incoming), responder);
    const done = work.catch((error: unknown) => this.replySender.reportFailure(error, incoming, responder));
    this.running.add(done);
    await done;
    this.running.delete(done);
  }

  /** Who will see the response and where it goes, for platforms that must say so before there is one. */
  expect(incoming: Incoming): ExpectedResponse {
    const { person, request } = decodeIncoming(incoming);
    const mark = this.secret === undefined ? undefined : askerMark(person.id, this.secret);
    const press = request.type === 'press' ? verifyPress(request.press, person.id, mark) : undefined;
    return expectedResponse(request, commandOf(withFullName(request)), press);
  }

  /** What has to be filled in before a press takes effect; undefined where nothing has. */
  form(incoming: Incoming): Form | undefined {
    return formOf(decodeIncoming(incoming));
  }

  /** Suggestions for a half-written option; none where the person may not ask. */
  async complete(completion: Completion): Promise<Suggestion[]> {
    return completeOption(completion, { ...this.options, limit: this.lookUpLimit });
  }

  /** Passages to be sent into any chat; undefined for somebody who may not use the bot privately. */
  async inline(query: InlineQuery): Promise<InlinePage | undefined> {
    return this.closing ? undefined : inlinePage(query, { ...this.options, limit: this.lookUpLimit });
  }

  /** A one-time code that makes its sender an owner; undefined where there is an owner already. */
  async pairingCode(): Promise<string | undefined> {
    const { access, store, random } = this.options;
    // in any case, so that the code of an earlier start ends
    const code = await offerPairingCode(store, random);
    return access.ownerIds.length > 0 || (await store.owners.count()) > 0 ? undefined : code;
  }

  /** Builds the indexes of places with bound collections, so that no first question waits for them. */
  async prepare(): Promise<void> {
    this.secret = await this.options.store.secret();
    await prepareAccessibleIndexes(this.options);
  }

  /** Deletes expired records, again and again until the signal stops it. */
  expire(stop: AbortSignal, wait: Wait): Promise<void> {
    return this.expiry.runUntil(stop, this.options, wait);
  }

  /** Takes no new requests; resolves when the running ones are answered. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([this.replySender.close(), ...this.running]);
  }

  private async handle(incoming: DecodedIncoming, responder: Responder): Promise<void> {
    this.secret ??= await this.options.store.secret();
    const resolved = await resolveRequest(incoming, responder, this.options);
    const decision = await this.admission.check(resolved);
    if (!decision.pass)
      return decision.note
        ? this.replySender.note(resolved, decision.note, decision.claim)
        : responder.dismiss();
    const max = isLibraryUpload(resolved.request, resolved.command) ? MAX_FILES_WAITING : MAX_WAITING;
    const answered = this.queue.run(resolved.person.id, max, () => this.answer(resolved));
    return answered ?? this.replySender.note(resolved, TEXTS[resolved.locale].tooManyAtOnce(max));
  }

  private async answer(resolved: ResolvedRequest): Promise<void> {
    const { request, responder, right, expected } = resolved;
    await this.expiry.run(this.options.clock(), this.options.elapsed());
    if (needsNoAnswer(resolved)) return responder.dismiss();
    const context = await this.contextFor(resolved);
    if (request.type === 'press') {
      const answered = await answerPress({ ...resolved, request }, context);
      if (!answered) return responder.dismiss();
      const result = this.withRemark(answered, resolved);
      const how = { mode: result.mode, audience: result.forAsker ? 'asker' : 'everyone' } as const;
      return this.replySender.deliver(result, how, resolved, context);
    }
    const result = {
      ...this.withRemark(await this.run(resolved, context), resolved),
      ...(right === 'owner' ? { confidential: true as const } : {}),
    };
    const audience = result.forAsker ? 'asker' : expected.audience;
    return this.replySender.deliver(result, { mode: 'reply', audience }, resolved, context);
  }

  private async run(resolved: ResolvedRequest, context: CommandContext): Promise<CommandResult> {
    const { request, command } = resolved;
    if (!command || request.type === 'press') throw new Error('only commands and questions are run');
    const values =
      typeof resolved.values === 'string'
        ? parseOptions(command, resolved.values, context.index, context.collections)
        : resolved.values;
    const smallTalk = replyToSmallTalk(request, command, values, context);
    if (smallTalk) return smallTalk;
    const checked = checkValues(command, values, request.attachment);
    if (checked.ok) return forAskerAlone(await command.run(checked.values, context), request);
    return answerOptionProblem(checked, values, { ...resolved, command }, context);
  }

  private async replaceCode(text: string): Promise<boolean> {
    const { store, random, showCode, log } = this.options;
    const code = await replacePairingCode(text, store, random);
    if (code === undefined) return false;
    log.warn({}, 'the pairing code was sent where others could read it; it was replaced');
    showCode?.(code);
    return true;
  }

  /** Adds, to the first change of a setting, that it does not outlive a restart, where that is so. */
  private withRemark<Each extends CommandResult>(result: Each, { right, command }: ResolvedRequest): Each {
    const isRefused = command?.name === 'deny' && this.options.access.alwaysOpen; // nothing was set
    const sets = (right === 'manager' || right === 'digest-manager') && !isRefused;
    if (!this.options.isVolatile || this.hasRemarked || !sets) return result;
    this.hasRemarked = true;
    return {
      ...result,
      message: [...result.message, { type: 'paragraph', text: TEXTS[result.locale].notKept() }],
    };
  }

  private async contextFor(resolved: ResolvedRequest): Promise<CommandContext> {
    const { person, place, responder, expected, settings, locale, mark } = resolved;
    const { isOwner, canManage, canManageDigests } = resolved;
    const { store, clock, questionLog, access, canPostTo, reportFiles, log } = this.options;
    const now = clock();
    return {
      person,
      mark,
      place,
      locale,
      settings,
      index: await accessibleIndexIn(place, this.options),
      store,
      now,
      isOwner,
      collections: isOwner ? await allCollections(this.options) : [],
      canManage,
      canManageDigests,
      access,
      alwaysOpen: access.alwaysOpen === true,
      accessRequests: this.accessRequests,
      replaceCode: (text) => this.replaceCode(text),
      commands: COMMANDS.filter(
        ({ right, personal }) => hasRight(right, resolved) && !(personal && person.forChat),
      ),
      questionLog,
      canPost: ({ id }) => canPostTo(id.slice(0, id.indexOf(':'))),
      lacks: async () => (await responder.lacks?.()) ?? [],
      history: await historyOf(resolved, store, now),
      reportFiles,
      log,
      formAudience: responder.continuesBy === 'form' ? expected.audience : undefined,
    };
  }
}
