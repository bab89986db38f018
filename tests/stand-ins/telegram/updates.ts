// Pending updates: numbered, kept until they are confirmed, and only of the kinds that the bot asks for.
import type { Json } from './shapes.ts';

export interface Update extends Json {
  update_id: number;
}

export interface Pending {
  update: Update;
  /** Updates of one chat go to a webhook one after the other. */
  queue: number;
}

/** Kinds that a bot gets only where it names them. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const FIRST_ID = 700_000_001;

export class Updates {
  /** Every update so far, also those that were never fetched. */
  readonly all: Update[] = [];
  /** The kinds that the bot asked for; all but those on request where it is empty. */
  allowed: readonly string[] = [];
  #pending: Pending[] = [];
  #nextId = FIRST_ID;
  readonly #tell: () => void;

  /** `tell` is called after each new update. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Adds an update, unless the bot does not want its kind. */
  push(kind: string, payload: Json, queue: number): Update | undefined {
    const wanted = this.allowed.length > 0 ? this.allowed.includes(kind) : !ON_REQUEST.has(kind);
    if (!wanted) return undefined;
    const update = { update_id: this.#nextId, [kind]: payload };
    this.#nextId += 1;
    this.all.push(update);
    this.#pending.push({ update, queue });
    this.#tell();
    return update;
  }

  /** The oldest that still wait. */
  first(limit: number): Update[] {
    return this.#pending.slice(0, limit).map(({ update }) => update);
  }

  /** All before this id are done with; a negative one keeps only so many of the latest. */
  confirm(offset: number): void {
    if (offset > 0) this.#pending = this.#pending.filter(({ update }) => update.update_id >= offset);
    if (offset < 0) this.#pending = this.#pending.slice(offset);
  }

  done({ update }: Pending): void {
    this.#pending = this.#pending.filter((each) => each.update !== update);
  }

  clear(): void {
    this.#pending = [];
  }
}
