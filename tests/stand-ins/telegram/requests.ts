// Runs requests: records them, checks them by the rules, responds.
import { type Answer, answerOf, cutOf, type Fault, Faults } from './faults.ts';
import type { Asking, Method, Methods } from './method.ts';
import { ABOUT_METHODS } from './methods/about.ts';
import { CHAT_METHODS } from './methods/chats.ts';
import { EDITING_METHODS } from './methods/editing.ts';
import { QUERY_METHODS } from './methods/queries.ts';
import { SENDING_METHODS } from './methods/sending.ts';
import { UPDATE_METHODS } from './methods/updates.ts';
import type { RateLimits } from './rate-limits.ts';
import { badRequest, failure, notFound, Refusal, tooMany } from './refusal.ts';
import { type Finding, Inspection } from './rules/inspection.ts';
import { inspectMethod, inspectResult, knowsMethod, methodNames } from './schema.ts';
import type { Body } from './shapes.ts';
import type { State } from './state.ts';
import { isGroup } from './world.ts';

export interface Recorded {
  method: string;
  body: Body;
  /** How it came: asked for, or as the answer to a webhook's delivery. */
  via: 'request' | 'webhook';
  /** Milliseconds since 1970. */
  at: number;
  /** What was answered; undefined before that, and where the connection was cut. */
  status?: number | undefined;
  /** Why not, in Telegram's words. */
  description?: string;
}

const METHODS: Methods = {
  ...ABOUT_METHODS,
  ...CHAT_METHODS,
  ...EDITING_METHODS,
  ...QUERY_METHODS,
  ...SENDING_METHODS,
  ...UPDATE_METHODS,
};
/** Method names are the same in small and capital letters. */
const NAMES = new Map([...methodNames(), ...Object.keys(METHODS)].map((name) => [name.toLowerCase(), name]));

export const canonical = (name: string): string => NAMES.get(name.toLowerCase()) ?? name;

export class Requests {
  /** Every request so far, in order. */
  readonly all: Recorded[] = [];
  /** What was wrong with them, one sentence each. */
  readonly violations: string[] = [];
  readonly faults = new Faults();
  readonly #state: State;
  readonly #rateLimits?: RateLimits | undefined;

  constructor(state: State, rateLimits?: RateLimits) {
    this.#state = state;
    this.#rateLimits = rateLimits;
  }

  /** Notes a request that came in. */
  record(method: string, body: Body, via: Recorded['via']): Recorded {
    const recorded: Recorded = { method, body, via, at: this.#state.now() };
    this.all.push(recorded);
    this.#state.waits.changed('requests');
    return recorded;
  }

  /** Records the outcome. */
  finish(recorded: Recorded, answer: Answer | undefined): void {
    recorded.status = answer?.status;
    if (typeof answer?.body === 'object' && !answer.body.ok)
      recorded.description = String(answer.body.description);
    this.#state.waits.changed('requests');
  }

  /** What is answered, be it by a fault. */
  async answer(recorded: Recorded, gone: AbortSignal, fault?: Fault): Promise<Answer> {
    if (!fault || cutOf(fault) === 'midway') return this.#answer(recorded, gone);
    if (fault.takesEffect) await this.#answer(recorded, gone);
    return answerOf(fault);
  }

  violate({ method }: Recorded, sentence: string): void {
    this.violations.push(`${method}: ${sentence}`);
  }

  /** The answer to a request that could not even be read. */
  refused(recorded: Recorded, error: unknown): Answer {
    if (!(error instanceof Refusal)) {
      this.violate(recorded, `the stand-in itself failed: ${error instanceof Error ? error.stack : error}`);
      return { status: 500, body: failure(500, 'Internal Server Error') };
    }
    if (error.avoidable) this.violate(recorded, error.message);
    return { status: error.status, body: error.body };
  }

  async #answer(recorded: Recorded, gone: AbortSignal): Promise<Answer> {
    try {
      const method = this.#find(recorded);
      this.#limit(method, recorded);
      this.#inspect(method, recorded);
      const asking: Asking = { state: this.#state, body: recorded.body, gone };
      const result = await method.run(asking);
      for (const { path, message } of inspectResult(recorded.method, result))
        this.violate(recorded, `the stand-in itself answers wrongly: ${path}: ${message}`);
      return { status: 200, body: { ok: true, result } };
    } catch (error) {
      return this.refused(recorded, error);
    }
  }

  #find({ method }: Recorded): Method {
    const found = METHODS[method];
    if (found) return found;
    throw knowsMethod(method) === false
      ? notFound()
      : badRequest(`method ${method} is not supported by the stand-in`);
  }

  #limit({ counts }: Method, { body }: Recorded): void {
    if (!counts || !this.#rateLimits || body.chat_id === undefined) return;
    const chat = this.#state.world.find(body.chat_id);
    const wait = this.#rateLimits.take({ chat: chat.id, group: isGroup(chat), edit: counts === 'edit' });
    if (wait !== undefined) throw tooMany(wait);
  }

  /** The rules of the method first, then the description of the API where the rules have nothing to say. */
  #inspect(method: Method, recorded: Recorded): void {
    const described = inspectMethod(recorded.method, recorded.body);
    const own = ownFindings(method, recorded.body, this.#state, described);
    const further = described.filter(({ path }) => !own.some((finding) => covers(finding.path, path)));
    const findings = [...own, ...further];
    for (const { path, message } of findings) this.violate(recorded, path ? `${path}: ${message}` : message);
    const refused = findings.find(({ description }) => description !== undefined);
    if (refused) throw new Refusal(400, `Bad Request: ${refused.description}`);
  }
}

/** Whether a place of a request is another one or holds it. */
const covers = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** The rules expect the right types; where the description has found wrong ones, they need not go on. */
function ownFindings(method: Method, body: Body, state: State, described: readonly Finding[]): Finding[] {
  const inspection = new Inspection();
  try {
    method.inspect?.(inspection, body, state);
  } catch (error) {
    if (!described.some(({ description }) => description !== undefined)) throw error;
  }
  return inspection.findings;
}
