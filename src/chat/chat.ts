// One request from arrival to delivery: rights, limits, the right command, the answer, and what is kept of it.
import type { CitedQuote } from '../answer/index.ts';
import { type Suggestion, searchPassages, suggest } from '../lookup/index.ts';
import { fitted, type Locale, type Message, TEXTS } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { type AccessRules, isAllowed, isOwner, offerPairingCode, settingsKey } from './access.ts';
import { askerMark, decodePress, numberIn } from './action.ts';
import { type Command, checkValues, MAX_TEXT_LENGTH, type Said, type Scene } from './command.ts';
import { ask } from './commands/ask.ts';
import { helpView } from './commands/help.ts';
import { COMMANDS } from './commands/index.ts';
import { CONVERSATION_MS, historyOf, remember } from './conversation.ts';
import type { Completion, Incoming, Outgoing, Outlet, Person, Place } from './incoming.ts';
import { LISTING_MS } from './listing.ts';
import { menuLocale } from './menu-locale.ts';
import { askFor, chosen, completed } from './pending.ts';
import { pressed } from './press.ts';
import { problemWith } from './problem.ts';
import { pseudonymOf, QUESTION_LOG_MS } from './question-log.ts';
import { Queue } from './queue.ts';
import { RateLimit } from './rate-limit.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { ChatStore, PlaceSettings } from './store.ts';
import { valuesFromWords } from './words.ts';

/** What the chat needs of the world. */
export interface ChatOptions {
  /** The reports as they are now. */
  index(): PassageIndex;
  store: ChatStore;
  log: { error(details: object, message: string): void; warn(details: object, message: string): void };
  access: AccessRules;
  /** Requests that one person may make in a minute. */
  perPersonPerMinute: number;
  /** Requests that one channel may make in a minute. */
  perChannelPerMinute: number;
  /** Whether questions are logged, without names. */
  questionLog: boolean;
  /** Milliseconds since 1970. */
  clock(): number;
  /** Random bytes as hexadecimal digits. */
  random(bytes: number): string;
}

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How often what has become too old is deleted. */
const EXPIRY_MS = 60 * MINUTE_MS;
/** Requests of one person that may wait while one is answered. */
const MAX_WAITING = 3;
const MAX_SUGGESTIONS = 25;
/** Passages in one page of inline results, and in all pages. */
const INLINE_PAGE = 20;
const MAX_INLINE = 100;

/** Words that are looked up from within any chat. */
export interface InlineQuery {
  person: Person;
  /** The private chat with the person, whose access decides. */
  place: Place;
  words: string;
  offset: string;
}

export interface InlinePage {
  quotes: CitedQuote[];
  /** Leads to the next page; undefined on the last one. */
  next: string | undefined;
}

/** The conversation with people on any platform. */
export class Chat {
  readonly commands: readonly Command[] = COMMANDS;
  private readonly options: ChatOptions;
  private readonly people: RateLimit;
  private readonly channels: RateLimit;
  private readonly queue = new Queue(MAX_WAITING);
  private closing = false;
  private readonly running = new Set<Promise<void>>();
  private expiredAt = Number.NEGATIVE_INFINITY;

  constructor(options: ChatOptions) {
    this.options = options;
    this.people = new RateLimit(options.perPersonPerMinute, MINUTE_MS);
    this.channels = new RateLimit(options.perChannelPerMinute, MINUTE_MS);
  }

  /** Answers a request. Never throws: what fails is logged, and the person gets a sentence with a code to ask about. */
  async receive(incoming: Incoming, outlet: Outlet): Promise<void> {
    const work = this.closing ? outlet.dismiss() : this.handle(incoming, outlet);
    const done = work.catch((error: unknown) => this.apologise(error, incoming, outlet));
    this.running.add(done);
    await done;
    this.running.delete(done);
  }

  /** Who will see the result of a request and where it will stand, for platforms that must say so before it is there. */
  expect({ person, request }: Incoming): Pick<Outgoing, 'mode' | 'audience'> {
    if (request.type === 'press') {
      const press = decodePress(request.action);
      const own = press?.asker === askerMark(person.id);
      const note = !own || press?.action.verb === 'feedback';
      return {
        mode: own && press.effect === 'turn' ? 'replace' : 'reply',
        audience: note ? 'asker' : 'everyone',
      };
    }
    const command = request.type === 'command' ? COMMANDS.find(({ name }) => name === request.name) : ask;
    const isPrivate = request.type === 'command' && request.private && command?.audience === 'either';
    return { mode: 'reply', audience: command?.audience === 'asker' || isPrivate ? 'asker' : 'everyone' };
  }

  /** What may be offered for a half-written option; nothing where the person may not ask. */
  async complete({ person, place, command, option, partial }: Completion): Promise<Suggestion[]> {
    const { access, store, index } = this.options;
    const vocabulary = COMMANDS.find(({ name }) => name === command)?.options[option]?.suggests;
    if (!vocabulary || !(await isAllowed(person, place, access, store))) return [];
    return suggest(vocabulary, partial, index(), MAX_SUGGESTIONS);
  }

  /**
   * Passages for some words, to be sent into any chat; undefined for somebody who may not use the bot privately.
   * @param offset what an earlier call gave as `next`; empty for the first page
   */
  async inline({ person, place, words, offset }: InlineQuery): Promise<InlinePage | undefined> {
    const { access, store, index } = this.options;
    if (this.closing || !(await isAllowed(person, place, access, store))) return undefined;
    if (words.trim() === '') return { quotes: [], next: undefined };
    const from = Math.max(0, Number.parseInt(offset, 10) || 0);
    const query = { words: words.slice(0, MAX_TEXT_LENGTH), limit: MAX_INLINE };
    const { quotes } = searchPassages(query, index());
    const to = from + INLINE_PAGE;
    return { quotes: quotes.slice(from, to), next: to < quotes.length ? String(to) : undefined };
  }

  /** A one-time code that makes its sender an owner; undefined where there is an owner already. */
  async pairingCode(): Promise<string | undefined> {
    const { access, store, random } = this.options;
    const code = await offerPairingCode(store, random); // in any case, so that the code of an earlier start ends
    return access.ownerIds.length > 0 || (await store.owners.count()) > 0 ? undefined : code;
  }

  /** Takes no new requests; resolves when the running ones are answered. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.running);
  }

  private async handle(given: Incoming, outlet: Outlet): Promise<void> {
    const { access, store } = this.options;
    const incoming = await this.completed(given);
    const { person, place } = incoming;
    const settings = { ...DEFAULT_SETTINGS, ...(await store.settings.get(settingsKey(place))) };
    const locale = menuLocale(given, settings.language);
    const owner = await isOwner(person, access, store);
    const visit: Visit = {
      incoming,
      outlet,
      settings,
      locale,
      owner,
      command: commandOf(incoming),
      mayManage: owner || person.manager || place.kind === 'private',
    };
    if (!visit.command?.anywhere && !(await isAllowed(person, place, access, store)))
      return this.refuse(visit);
    const obstacle = this.obstacle(visit);
    if (obstacle) return this.note(visit, obstacle);
    const answered = this.queue.run(person.id, () => this.answer(visit));
    if (answered) return answered;
    return this.note(visit, TEXTS[locale].tooManyAtOnce(MAX_WAITING));
  }

  /** A command that was asked for its missing option, once a reply or a press gives it. */
  private async completed(incoming: Incoming): Promise<Incoming> {
    const { store, clock } = this.options;
    const { request, person } = incoming;
    if (request.type !== 'press') return completed(incoming, store, clock());
    const press = decodePress(request.action);
    if (press?.action.verb !== 'fill') return incoming;
    const offer = numberIn(press.action.args[0]) ?? -1;
    const command = await chosen(request.message, offer, person.id, store, clock());
    return command ? { ...incoming, request: command } : incoming;
  }

  /** In a place that is not allowed: how to get allowed, once a day, to the asker alone. */
  private async refuse(visit: Visit): Promise<void> {
    const { store, clock } = this.options;
    const { person, place } = visit.incoming;
    const now = clock();
    const first = await store.notices.claim(person.id, `refused ${place.within.channel}`, now, now - DAY_MS);
    if (!first) return visit.outlet.dismiss();
    const texts = TEXTS[visit.locale];
    const text =
      place.kind === 'private'
        ? texts.privateNotAllowed(place.within.channel)
        : texts.placeNotAllowed(place.within.community ?? place.within.channel);
    return this.note(visit, text);
  }

  /** Why a request is not answered now, or undefined. */
  private obstacle({ incoming, settings, locale, mayManage, command }: Visit): string | undefined {
    const { person, place, request } = incoming;
    const texts = TEXTS[locale];
    if (request.type === 'command' && !command)
      return texts.unknownCommand(`/${request.name.slice(0, MAX_NAME)}`);
    if (settings.audience === 'managers' && !mayManage && command?.audience !== 'asker')
      return texts.onlyManagersAnswered();
    if (command?.right === 'manager' && !mayManage) return texts.managersOnly();
    const now = this.options.clock();
    const waitMs = this.people.take(person.id, now) || this.channels.take(place.id, now);
    return waitMs > 0 ? texts.tooFast(Math.ceil(waitMs / 1000)) : undefined;
  }

  private async answer(visit: Visit): Promise<void> {
    const { incoming } = visit;
    const { request } = incoming;
    await this.deleteOld(this.options.clock());
    const scene = await this.sceneOf(visit);
    if (request.type === 'press') {
      const said = await pressed(request.action, request.message, visit.mayManage, scene);
      return this.deliver(said, said.mode, said.forAsker === true, visit, scene);
    }
    const said = await this.say(visit, scene);
    const forAsker = said.forAsker === true || this.expect(incoming).audience === 'asker';
    return this.deliver(said, 'reply', forAsker, visit, scene);
  }

  private async say({ incoming: { request }, command, locale }: Visit, scene: Scene): Promise<Said> {
    if (!command || request.type === 'press') throw new Error('only commands and questions are said');
    const given = request.type === 'command' ? request.values : { question: request.text };
    const values = typeof given === 'string' ? valuesFromWords(command, given, scene.index) : given;
    if (request.type === 'question' && request.text.trim() === '')
      return { message: helpView(scene), locale };
    const checked = checkValues(command, values);
    if (!checked.ok && checked.problem === 'missing')
      return { ...askFor(command, checked.option, textsIn(values), scene), locale };
    if (!checked.ok) {
      const message = problemWith(checked, command, locale);
      return request.type === 'command' ? { message, locale, forAsker: true } : { message, locale };
    }
    return command.run(checked.values, scene);
  }

  private async sceneOf({ incoming, settings, locale, owner, mayManage }: Visit): Promise<Scene> {
    const { index, store, clock, questionLog } = this.options;
    const { person, place } = incoming;
    const now = clock();
    return {
      person,
      place,
      locale,
      settings,
      index: index(),
      store,
      now,
      isOwner: owner,
      commands: COMMANDS.filter(({ right }) => right === 'everyone' || mayManage),
      questionLog,
      history: await historyOf(incoming, store, now),
    };
  }

  private async deliver(
    { message, locale, asked, pending }: Said,
    mode: Outgoing['mode'],
    forAsker: boolean,
    visit: Visit,
    { history, now }: Scene,
  ): Promise<void> {
    const { store, log } = this.options;
    const { incoming, outlet } = visit;
    const { person, place } = incoming;
    const delivery = await send(message, { mode, audience: forAsker ? 'asker' : 'everyone', locale }, outlet);
    if (delivery.outcome === 'gone' && delivery.reason === 'forbidden') return this.explainSilence(visit);
    if (delivery.outcome !== 'sent')
      return log.warn({ place: place.id, ...delivery }, 'an answer was not sent');
    const turn = { place: place.id, person: person.id, at: now };
    const { messages } = delivery;
    if (pending) await remember({ ...turn, questions: history, pending }, messages, store);
    if (!asked) return;
    await remember({ ...turn, questions: [...history, asked.question] }, messages, store);
    if (this.options.questionLog)
      await store.questionLog.add({ ...asked, pseudonym: await pseudonymOf(person, store), at: now });
  }

  /** Where the bot may not write: who asked is told so, once a day. */
  private async explainSilence(visit: Visit): Promise<void> {
    const { store, clock } = this.options;
    const { person, place } = visit.incoming;
    const now = clock();
    const first = await store.notices.claim(person.id, `forbidden ${place.id}`, now, now - DAY_MS);
    if (first) await this.note(visit, TEXTS[visit.locale].mayNotWrite());
  }

  /** Tells the asker alone. */
  private async note({ outlet, locale }: Pick<Visit, 'outlet' | 'locale'>, text: string): Promise<void> {
    await send([{ type: 'paragraph', text }], { mode: 'reply', audience: 'asker', locale }, outlet);
  }

  private async apologise(error: unknown, incoming: Incoming, outlet: Outlet): Promise<void> {
    const { log, random } = this.options;
    const code = random(CODE_BYTES).toUpperCase();
    log.error({ err: error, code, place: incoming.place.id }, 'a request could not be answered');
    const locale = menuLocale(incoming, DEFAULT_SETTINGS.language);
    try {
      const audience = incoming.request.type === 'question' ? 'everyone' : 'asker';
      const text = TEXTS[locale].failed(code);
      await send([{ type: 'paragraph', text }], { mode: 'reply', audience, locale }, outlet);
    } catch (second) {
      log.error({ err: second, code }, 'nor could the person be told');
    }
  }

  private async deleteOld(now: number): Promise<void> {
    if (now - this.expiredAt < EXPIRY_MS) return;
    this.expiredAt = now;
    const { store } = this.options;
    await store.listings.expire(now - LISTING_MS);
    await store.notices.expire(now - DAY_MS);
    await store.questionLog.expire(now - QUESTION_LOG_MS);
    await store.conversations.expire(now - CONVERSATION_MS);
  }
}

/** A request with what is known of it before it is answered. */
interface Visit {
  incoming: Incoming;
  outlet: Outlet;
  settings: PlaceSettings;
  locale: Locale;
  owner: boolean;
  mayManage: boolean;
  /** Plain words are the command to ask; presses have none. */
  command: Command | undefined;
}

const CODE_BYTES = 3;
/** Of a command that does not exist so much of the name is repeated. */
const MAX_NAME = 40;

function commandOf({ request }: Incoming): Command | undefined {
  if (request.type === 'question') return ask;
  return request.type === 'command' ? COMMANDS.find(({ name }) => name === request.name) : undefined;
}

/** The options that were given as text. */
function textsIn(values: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

async function send(message: Message, how: Omit<Outgoing, 'parts'>, outlet: Outlet) {
  return outlet.send({ ...how, parts: fitted(message, outlet.medium(how.locale)) });
}
