// One request from arrival to delivery: what is known of it, whether it may be answered, the right command, the answer.
import type { Suggestion } from '../lookup/index.ts';
import { TEXTS } from '../message/index.ts';
import { offerPairingCode, replacePairingCode } from './access.ts';
import type { ChatOptions } from './chat-options.ts';
import { type Command, checkValues, type Said, type Scene } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { filesGoIntoFolder } from './commands/library-add.ts';
import { historyOf } from './conversation.ts';
import { Expiry, type Wait } from './expiry.ts';
import { formOf } from './form.ts';
import { Gate } from './gate.ts';
import { handsFileIn } from './handed-in.ts';
import type { Completion, Form, Incoming, Outgoing, Outlet } from './incoming.ts';
import { type InlinePage, type InlineQuery, inlinePage, LookUpLimit, suggestionsFor } from './look-up.ts';
import { Notices } from './notices.ts';
import { askFor } from './pending.ts';
import { pressed, rightFor } from './press.ts';
import { problemWith } from './problem.ts';
import { Queue } from './queue.ts';
import { allCollections, prepareReadable, readableIn } from './readable.ts';
import { Replies } from './reply.ts';
import { Requests } from './requests.ts';
import { mayUse } from './rights.ts';
import { replyToTalk, wantsNoAnswer } from './small-talk.ts';
import { expectationOf, type Visit, visitOf } from './visit.ts';
import { valuesFromWords } from './words.ts';

/** Requests of one person that may wait while one is answered. */
const MAX_WAITING = 3;
/** Files that an owner hands in, several at once: they wait where they lie, and are fetched one after the other. */
const MAX_FILES_WAITING = 100;

/** The conversation with people on any platform. */
export class Chat {
  readonly commands: readonly Command[] = COMMANDS;
  private readonly options: ChatOptions;
  private readonly gate: Gate;
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
    this.gate = new Gate(options, notices);
    this.replies = new Replies(options, notices);
    this.lookUps = new LookUpLimit(options);
    this.requests = new Requests(options);
    this.expiry = new Expiry(options.store, options.librarian, options.log);
  }

  /** Answers a request. Never throws: what fails is logged, and the person gets a sentence with a code to ask about. */
  async receive(incoming: Incoming, outlet: Outlet): Promise<void> {
    const work = this.closing ? outlet.dismiss() : this.handle(incoming, outlet);
    const done = work.catch((error: unknown) => this.replies.apologise(error, incoming, outlet));
    this.running.add(done);
    await done;
    this.running.delete(done);
  }

  /** Who will see the result of a request and where it will stand, for platforms that must say so before it is there. */
  expect(incoming: Incoming): Pick<Outgoing, 'mode' | 'audience'> {
    return expectationOf(incoming, this.secret);
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
    await prepareReadable(this.options);
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

  private async handle(incoming: Incoming, outlet: Outlet): Promise<void> {
    this.secret ??= await this.options.store.secret();
    const visit = await visitOf(incoming, outlet, this.options);
    const verdict = await this.gate.check(visit);
    if (!verdict.pass)
      return verdict.note ? this.replies.note(visit, verdict.note, verdict.claim) : outlet.dismiss();
    const most = handsFileIn(visit) ? MAX_FILES_WAITING : MAX_WAITING;
    const answered = this.queue.run(incoming.person.id, most, () => this.answer(visit));
    return answered ?? this.replies.note(visit, TEXTS[visit.locale].tooManyAtOnce(most));
  }

  private async answer(visit: Visit): Promise<void> {
    const { incoming } = visit;
    const { request } = incoming;
    await this.expiry.run(this.options.clock(), this.options.elapsed());
    if (wantsNoAnswer(incoming)) return visit.outlet.dismiss();
    const scene = await this.sceneOf(visit);
    if (request.type === 'press') {
      const answered = await pressed(request, scene);
      if (!answered) return visit.outlet.dismiss();
      const said = this.withRemark(answered, visit);
      const how = { mode: said.mode, audience: said.forAsker ? 'asker' : 'everyone' } as const;
      return this.replies.deliver(said, how, visit, scene);
    }
    const said = {
      ...this.withRemark(await this.say(visit, scene), visit),
      ...(visit.command?.right === 'owner' ? { confidential: true as const } : {}),
    };
    const audience = said.forAsker ? 'asker' : expectationOf(incoming, this.secret).audience;
    return this.replies.deliver(said, { mode: 'reply', audience }, visit, scene);
  }

  private async say({ incoming: { request }, command, locale, outlet }: Visit, scene: Scene): Promise<Said> {
    if (!command || request.type === 'press') throw new Error('only commands and questions are said');
    const given = request.type === 'command' ? request.values : { question: request.text };
    const values =
      typeof given === 'string' ? valuesFromWords(command, given, scene.index, scene.collections) : given;
    const talk = replyToTalk(request, command, values, scene);
    if (talk) return talk;
    const checked = checkValues(command, values, request.attachment);
    if (!checked.ok && command.personal && scene.person.forChat)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].peopleOnly() }], locale };
    const isPrivate = request.type === 'command' && request.private;
    if (checked.ok) return command.run(checked.values, scene);
    if (checked.problem === 'missing' && request.type === 'command' && request.pointedAt)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].noWords() }], locale, forAsker: true };
    if (checked.problem === 'missing' && command.options[checked.option].file && !outlet.takesFiles)
      return { message: filesGoIntoFolder(scene), locale };
    if (checked.problem === 'missing') {
      const where = { ...scene, ...(outlet.goesOnBy ? { goesOnBy: outlet.goesOnBy } : {}) };
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
  private withRemark<Each extends Said>(said: Each, { incoming: { request }, command }: Visit): Each {
    const right = request.type === 'press' ? rightFor(request.action) : command?.right;
    const isRefused = command?.name === 'deny' && this.options.access.alwaysOpen; // nothing was set
    const sets = (right === 'manager' || right === 'keeper') && !isRefused;
    if (!this.options.forgets || this.hasRemarked || !sets) return said;
    this.hasRemarked = true;
    return { ...said, message: [...said.message, { type: 'paragraph', text: TEXTS[said.locale].notKept() }] };
  }

  private async sceneOf(visit: Visit): Promise<Scene> {
    const { incoming, outlet, settings, locale, mark, isOwner, mayManage, mayKeep } = visit;
    const { store, clock, questionLog, access, posts, librarian, log } = this.options;
    const { person, place } = incoming;
    const now = clock();
    return {
      person,
      mark,
      place,
      locale,
      settings,
      index: await readableIn(place, this.options),
      store,
      now,
      isOwner,
      collections: isOwner ? await allCollections(this.options) : [],
      mayManage,
      mayKeep,
      access,
      alwaysOpen: access.alwaysOpen === true,
      requests: this.requests,
      replaceCode: (text) => this.replaceCode(text),
      commands: COMMANDS.filter(
        ({ right, personal }) => mayUse(right, visit) && !(personal && person.forChat),
      ),
      questionLog,
      canPost: ({ id }) => posts(id.slice(0, id.indexOf(':'))),
      lacks: async () => (await outlet.lacks?.()) ?? [],
      history: await historyOf(incoming, store, now),
      librarian,
      log,
      formAudience: outlet.goesOnBy === 'form' ? expectationOf(incoming, this.secret).audience : undefined,
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
