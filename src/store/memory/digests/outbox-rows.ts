// The rows of the ledger, found by id, by place and occasion, and those that wait or are being sent.
import type { OutboxEntry, OutboxReason } from '../../../digests/index.ts';
import { rewound } from '../rewind.ts';

/** An entry with who is sending it. */
export interface Row {
  /** In the order of booking. */
  number: number;
  entry: OutboxEntry;
  claim?: { worker: string; until: number };
}

/** As long as a claim lasts. */
const CLAIM_MS = 5 * 60 * 1000;
/** Nothing waits or is being sent for longer. */
const LONGEST_MS = 3 * 60 * 60 * 1000;

const isOpen = ({ state }: OutboxEntry) => state === 'due' || state === 'claimed';

export class OutboxRows {
  readonly #byId = new Map<string, Row>();
  readonly #byPlace = new Map<string, Map<string, Row>>();
  /** Due or claimed: few beside those that have ended. */
  readonly #open = new Set<Row>();
  #last = 0;

  /** False (and nothing changes) where an entry has this id, or this place and occasion, already. */
  add(entry: OutboxEntry): boolean {
    return this.#insert({ number: this.#last + 1, entry: structuredClone(entry) });
  }

  #insert(row: Row): boolean {
    const { id, place, occasion } = row.entry;
    const here = this.#byPlace.get(place) ?? new Map<string, Row>();
    if (this.#byId.has(id) || here.has(occasion)) return false;
    this.#last = Math.max(this.#last, row.number);
    this.#byPlace.set(place, here.set(occasion, row));
    this.#byId.set(id, row);
    if (isOpen(row.entry)) this.#open.add(row);
    return true;
  }

  #delete(row: Row): void {
    const here = this.#byPlace.get(row.entry.place);
    here?.delete(row.entry.occasion);
    if (here?.size === 0) this.#byPlace.delete(row.entry.place);
    this.#byId.delete(row.entry.id);
    this.#open.delete(row);
  }

  get(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  /** Those that wait or are being sent. */
  open(): Row[] {
    return [...this.#open];
  }

  all(): Row[] {
    return [...this.#byId.values()];
  }

  /** What waits ends; what is being sent stays claimed for five minutes at most. */
  redate(row: Row, occasion: string, at: number): void {
    const { entry, claim } = row;
    this.#delete(row);
    entry.occasion = occasion;
    rewound([entry], ['dueAt', 'retryAt', 'triedAt', 'endedAt'], at);
    if (claim) claim.until = Math.min(claim.until, at + CLAIM_MS);
    this.#insert(row);
    if (entry.state === 'due') this.end(row, { state: 'skipped', reason: 'withdrawn', endedAt: at });
  }

  /** Times that are later than now, as far as they may not be: what waits does so for two hours at most. */
  rewind(now: number): number {
    const entries = this.all().map(({ entry }) => entry);
    const claims = this.open().flatMap(({ claim }) => claim ?? []);
    const late = claims.filter(({ until }) => until > now + LONGEST_MS);
    const asleep = entries.filter(({ retryAt }) => retryAt > now + LONGEST_MS);
    return (
      rewound(entries, ['triedAt', 'endedAt'], now) +
      rewound(asleep, ['retryAt'], now) +
      rewound(late, ['until'], now)
    );
  }

  of(place: string): Row[] {
    return [...(this.#byPlace.get(place)?.values() ?? [])];
  }

  places(): string[] {
    return [...this.#byPlace.keys()];
  }

  end(row: Row, end: Partial<OutboxEntry>): void {
    Object.assign(row.entry, structuredClone(end));
    row.claim = undefined;
    this.#open.delete(row);
  }

  /** Ends what waits in a place, not what is being sent. */
  withdraw(place: string, reason: OutboxReason, at: number): void {
    for (const row of this.of(place)) {
      if (row.entry.state === 'due') this.end(row, { state: 'skipped', reason, endedAt: at });
    }
  }

  remove(place: string): void {
    for (const row of this.of(place)) this.#delete(row);
  }

  /** Gives the entries of a place to another, which keeps its own of the same occasion. */
  move(from: string, to: string): void {
    for (const row of this.of(from)) {
      this.#delete(row);
      row.entry.place = to;
      this.#insert(row);
    }
  }

  /** Deletes those that have ended and were due before a time. */
  expire(before: number): void {
    for (const row of this.#byId.values()) {
      if (!isOpen(row.entry) && row.entry.dueAt < before) this.#delete(row);
    }
  }
}
