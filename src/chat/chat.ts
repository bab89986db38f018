// One request from arrival to delivery: what is known of it, whether it may be answered, the right command, the answer.
import type { Suggestion } from '../lookup/index.ts';
import { TEXTS } from '../message/index.ts';
import { offerPairingCode, replacePairingCode } from './access/access.ts';
import { Requests } from './access/access-requests.ts';
import { accessibleIndexIn, allCollections, prepareAccessibleIndexes } from './access/accessible-index.ts';
import { Admission } from './access/admission.ts';
import { mayUse } from './access/rights.ts';
import { isLibraryUpload } from './bare-file.ts';
import { formOf } from './buttons/form.ts';
import { pressed, rightFor } from './buttons/press.ts';
import type { ChatOptions } from './chat-options.ts';
import { type Command, type CommandContext, type CommandResult, checkValues } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { filesGoIntoFolder } from './commands/library-add.ts';
import { historyOf } from './conversation.ts';
import { Expiry, type Wait } from './expiry.ts';
import type { Completion, Form, Incoming, Outgoing, Responder } from './incoming.ts';
import { type InlinePage, type InlineQuery, inlinePage, LookUpLimit, suggestionsFor } from './look-up.ts';
import { Notices } from './notices.ts';
import { problemWith } from './option-problem.ts';
import { parseOptions } from './parse-options.ts';
import { askFor } from './pending-command.ts';
import { Queue } from './queue.ts';
import { Replies } from './reply.ts';
import { expectedResponse, type ResolvedRequest, resolveRequest } from './resolved-request.ts';
import { replyToTalk, wantsNoAnswer } from './small-talk.ts';

/** Requests of one person that may wait while one is answered. */
const MAX_WAITING = 3;
/** Files that an owner hands in, several at once: they wait where they lie, and are fetched one after the other. */
const MAX_FILES_WAITING = 100;

/** The conversation with people on any platform. */
export class Chat {
  readonly commands: readonly Command[] = COMMANDS;
  private readonly options: ChatOptions;
  private readonly gate: Admission;
  private readonly replies: Replies;
  private readonly lookUps: LookUpLimit;
  private readonly requests: Requests;
  private readonly expiry: Expiry;
  private readonly queue = new Queue();
  private readonly running = new Set<Promise<void>>();
  private closing = false;
  /** The store's, from the first request on. */
  private secret: string | undefined;
  private hasRemarked = false;

  constructor(options: ChatOptions) {
    this.options = options;
    const notices = new Notices(options);
    this.gate = new Admission(options, notices);
    this.replies = new Replies(options, notices);
    this.lookUps = new LookUpLimit(options);
    this.requests = new Requests(options);
    this.expiry = new Expiry(options.store, options.reportFiles, options.log);
  }

  /** Answers a request. Never throws: what fails is logged, and the person gets a sentence with a code to ask about. */
  async receive(incoming: Incoming, responder: Responder): Promise<void> {
    const work = this.closing ? responder.dismiss() : this.handle(incoming, responder);
    const done = work.catch((error: unknown) => this.replies.apologise(error, incoming, responder));
    this.running.add(done);
    await done;
    this.running.delete(done);
  }

  /** Who will see the result of a request and where it will stand, for platforms that must say so before it is there. */
  expect(incoming: Incoming): Pick<Outgoing, 'mode' | 'audience'> {
    return expectedResponse(incoming, this.secret);
  }

  /** What has to be filled in before a press does something; undefined where nothing has. */
  form(incoming: Incoming): Form | undefined {
    return formOf(incoming);
  }

  /** What may be offered for a half-written option; nothing where the person may not ask. */
  async complete(completion: Completion): Promise<Suggestion[]> {
    return suggestionsFor(completion, { ...this.options, limit: this.lookUps });
  }

  /** Passages for some words, to be sent into any chat; undefined for somebody who may not use the bot privately. */
  async inline(query: InlineQuery): Promise<InlinePage | undefined> {
    return this.closing ? undefined : inlinePage(query, { ...this.options, limit: this.lookUps });
  }

  /** A one-time code that makes its sender an owner; undefined where there is an owner already. */
  async pairingCode(): Promise<string | undefined> {
    const { access, store, random } = this.options;
    const code = await offerPairingCode(store, random); // in any case, so that the code of an earlier start ends
    return access.ownerIds.length > 0 || (await store.owners.count()) > 0 ? undefined : code;
  }

  /** Builds what the first questions would have to wait for, as far as it hangs on who may read what. */
  async prepare(): Promise<void> {
    this.secret = await this.options.store.secret();
    await prepareAccessibleIndexes(this.options);
  }

  /** Deletes what has become too old, until it is told to stop. */
  expire(stop: AbortSignal, wait: Wait): Promise<void> {
    return this.expiry.keep(stop, this.options, wait);
  }

  /** Takes no new requests; resolves when the running ones are answered. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([this.replies.close(), ...this.running]);
  }

  private async handle(incoming: Incoming, responder: Responder): Promise<void> {
    this.secret ??= await this.options.store.secret();
    const resolved = await resolveRequest(incoming, responder, this.options);
    const verdict = await this.gate.check(resolved);
    if (!verdict.pass)
      return verdict.note ? this.replies.note(resolved, verdict.note, verdict.claim) : responder.dismiss();
    const most = isLibraryUpload(resolved) ? MAX_FILES_WAITING : MAX_WAITING;
    const answered = this.queue.run(incoming.person.id, most, () => this.answer(resolved));
    return answered ?? this.replies.note(resolved, TEXTS[resolved.locale].tooManyAtOnce(most));
  }

  private async answer(resolved: ResolvedRequest): Promise<void> {
    const { incoming } = resolved;
    const { request } = incoming;
    await this.expiry.run(this.options.clock(), this.options.elapsed());
    if (wantsNoAnswer(incoming)) return resolved.outlet.dismiss();
    const context = await this.sceneOf(resolved);
    if (request.type === 'press') {
      const answered = await pressed(request, context);
      if (!answered) return resolved.outlet.dismiss();
      const said = this.withRemark(answered, resolved);
      const how = { mode: said.mode, audience: said.forAsker ? 'asker' : 'everyone' } as const;
      return this.replies.deliver(said, how, resolved, context);
    }
    const said = {
      ...this.withRemark(await this.say(resolved, context), resolved),
      ...(resolved.command?.right === 'owner' ? { confidential: true as const } : {}),
    };
    const audience = said.forAsker ? 'asker' : expectedResponse(incoming, this.secret).audience;
    return this.replies.deliver(said, { mode: 'reply', audience }, resolved, context);
  }

  private async say(
    { incoming: { request }, command, locale, outlet: responder }: ResolvedRequest,
    context: CommandContext,
  ): Promise<CommandResult> {
    if (!command || request.type === 'press') throw new Error('only commands and questions are said');
    const given = request.type === 'command' ? request.values : { question: request.text };
    const values =
      typeof given === 'string' ? parseOptions(command, given, context.index, context.collections) : given;
    const talk = replyToTalk(request, command, values, context);
    if (talk) return talk;
    const checked = checkValues(command, values, request.attachment);
    if (!checked.ok && command.personal && context.person.forChat)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].peopleOnly() }], locale };
    const isPrivate = request.type === 'command' && request.private;
    if (checked.ok) return command.run(checked.values, context);
    if (checked.problem === 'missing' && request.type === 'command' && request.pointedAt)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].noWords() }], locale, forAsker: true };
    if (checked.problem === 'missing' && command.options[checked.option].file && !responder.takesFiles)
      return { message: filesGoIntoFolder(context), locale };
    if (checked.problem === 'missing') {
      const where = { ...context, ...(responder.goesOnBy ? { goesOnBy: responder.goesOnBy } : {}) };
      return { ...(await askFor(command, checked.option, textsIn(values), isPrivate, where)), locale };
    }
    const message = problemWith(checked, command, locale);
    return request.type === 'command' ? { message, locale, forAsker: true } : { message, locale };
  }

  private async replaceCode(text: string): Promise<boolean> {
    const { store, random, showCode, log } = this.options;
    const code = await replacePairingCode(text, store, random);
    if (code === undefined) return false;
    log.warn({}, 'the pairing code was sent where others could read it, and another one has taken its place');
    showCode?.(code);
    return true;
  }

  /** What is said, and once that nothing of what is set is kept, where that is so. */
  private withRemark<Each extends CommandResult>(
    said: Each,
    { incoming: { request }, command }: ResolvedRequest,
  ): Each {
    const right = request.type === 'press' ? rightFor(request.action) : command?.right;
    const isRefused = command?.name === 'deny' && this.options.access.alwaysOpen; // nothing was set
    const sets = (right === 'manager' || right === 'digest-manager') && !isRefused;
    if (!this.options.forgets || this.hasRemarked || !sets) return said;
    this.hasRemarked = true;
    return { ...said, message: [...said.message, { type: 'paragraph', text: TEXTS[said.locale].notKept() }] };
  }

  private async sceneOf(resolved: ResolvedRequest): Promise<CommandContext> {
    const {
      incoming,
      outlet: responder,
      settings,
      locale,
      mark,
      isOwner,
      mayManage,
      mayManageDigests,
    } = resolved;
    const { store, clock, questionLog, access, canPostTo, reportFiles, log } = this.options;
    const { person, place } = incoming;
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
      mayManage,
      mayManageDigests,
      access,
      alwaysOpen: access.alwaysOpen === true,
      requests: this.requests,
      replaceCode: (text) => this.replaceCode(text),
      commands: COMMANDS.filter(
        ({ right, personal }) => mayUse(right, resolved) && !(personal && person.forChat),
      ),
      questionLog,
      canPost: ({ id }) => canPostTo(id.slice(0, id.indexOf(':'))),
      lacks: async () => (await responder.lacks?.()) ?? [],
      history: await historyOf(incoming, store, now),
      reportFiles,
      log,
      formAudience:
        responder.goesOnBy === 'form' ? expectedResponse(incoming, this.secret).audience : undefined,
    };
  }
}

/** The options that were given as text. */
function textsIn(values: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
