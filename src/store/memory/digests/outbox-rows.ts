// The rows of the outbox, by id, by place and occasion, and those that have not ended.
import { CLAIM_MS, MAX_WAIT_MS, type OutboxEntry, type OutboxReason } from '../../../digests/index.ts';
import { rewound } from '../rewind.ts';

export interface OutboxRow {
  /** The order of enqueuing. */
  number: number;
  entry: OutboxEntry;
  claim?: { worker: string; until: number };
}

const isOpen = ({ state }: OutboxEntry) => state === 'due' || state === 'claimed';

export class OutboxRows {
  readonly #byId = new Map<string, OutboxRow>();
  readonly #byPlace = new Map<string, Map<string, OutboxRow>>();
  /** Due or claimed: few, while most have ended. */
  readonly #open = new Set<OutboxRow>();
  #last = 0;

  /** False (and nothing changes) where an entry has this id, or this place and occasion, already. */
  add(entry: OutboxEntry): boolean {
    return this.#insert({ number: this.#last + 1, entry: structuredClone(entry) });
  }

  #insert(row: OutboxRow): boolean {
    const { id, place, occasion } = row.entry;
    const here = this.#byPlace.get(place) ?? new Map<string, OutboxRow>();
    if (this.#byId.has(id) || here.has(occasion)) return false;
    this.#last = Math.max(this.#last, row.number);
    this.#byPlace.set(place, here.set(occasion, row));
    this.#byId.set(id, row);
    if (isOpen(row.entry)) this.#open.add(row);
    return true;
  }

  #delete(row: OutboxRow): void {
    const here = this.#byPlace.get(row.entry.place);
    here?.delete(row.entry.occasion);
    if (here?.size === 0) this.#byPlace.delete(row.entry.place);
    this.#byId.delete(row.entry.id);
    this.#open.delete(row);
  }

  get(id: string): OutboxRow | undefined {
    return this.#byId.get(id);
  }

  /** Due or claimed rows. */
  open(): OutboxRow[] {
    return [...this.#open];
  }

  all(): OutboxRow[] {
    return [...this.#byId.values()];
  }

  /** A due row ends as skipped; a claim ends within `CLAIM_MS`. */
  redate(row: OutboxRow, occasion: string, at: number): void {
    const { entry, claim } = row;
    this.#delete(row);
    entry.occasion = occasion;
    rewound([entry], ['dueAt', 'retryAt', 'triedAt', 'endedAt'], at);
    if (claim) claim.until = Math.min(claim.until, at + CLAIM_MS);
    this.#insert(row);
    if (entry.state === 'due') this.end(row, { state: 'skipped', reason: 'withdrawn', endedAt: at });
  }

  /** Retry times and claims may be later than now, but not by more than `MAX_WAIT_MS`. */
  rewind(now: number): number {
    const entries = this.all().map(({ entry }) => entry);
    const claims = this.open().flatMap(({ claim }) => claim ?? []);
    const late = claims.filter(({ until }) => until > now + MAX_WAIT_MS);
    const waiting = entries.filter(({ retryAt }) => retryAt > now + MAX_WAIT_MS);
    return (
      rewound(entries, ['triedAt', 'endedAt'], now) +
      rewound(waiting, ['retryAt'], now) +
      rewound(late, ['until'], now)
    );
  }

  of(place: string): OutboxRow[] {
    return [...(this.#byPlace.get(place)?.values() ?? [])];
  }

  places(): string[] {
    return [...this.#byPlace.keys()];
  }

  end(row: OutboxRow, end: Partial<OutboxEntry>): void {
    Object.assign(row.entry, structuredClone(end));
    delete row.claim;
    this.#open.delete(row);
  }

  /** Ends the due rows of a place, not the claimed ones. */
  withdraw(place: string, reason: OutboxReason, at: number): void {
    for (const row of this.of(place)) {
      if (row.entry.state === 'due') this.end(row, { state: 'skipped', reason, endedAt: at });
    }
  }

  remove(place: string): void {
    for (const row of this.of(place)) this.#delete(row);
  }

  /** Moves the rows of a place; the new place keeps its own row of the same occasion. */
  move(from: string, to: string): void {
    for (const row of this.of(from)) {
      this.#delete(row);
      row.entry.place = to;
      this.#insert(row);
    }
  }

  /** Deletes ended rows that were due before a time. */
  expire(before: number): void {
    for (const row of this.#byId.values()) {
      if (!isOpen(row.entry) && row.entry.dueAt < before) this.#delete(row);
    }
  }
}
