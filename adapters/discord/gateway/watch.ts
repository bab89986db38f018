// Whether the gateway is reached, in one sentence when it is not and one when it is again. Short interruptions are no news.
import type { Log } from '#core';
import { reasonOf } from '../../network-reason.ts';

/** A connection is begun anew within a second or two; what takes longer than this is told. */
const TICK_MS = 5000;
/** A state has lasted for a whole tick: the first one may have begun before it. */
const WHOLE_TICK = 2;
/** So many ticks a session may take to begin: Discord lets one begin every five seconds. */
const TICKS_TO_BEGIN = 3;
/** So many interruptions without so many steady ticks between them are no accident. */
const MANY_LOSSES = 4;
const STEADY_TICKS = 3;

type State = 'away' | 'greeted' | 'up';

interface Connection {
  state: State;
  /** Ticks since the state is what it is. */
  ticks: number;
  reason?: string;
}

/** Where the sentences go. */
interface GatewayNews {
  log: Pick<Log, 'warn'>;
  /** Called too until the start is over. */
  announce(sentence: string): void;
}

export class GatewayWatch {
  private readonly news: GatewayNews;
  private readonly connections = new Map<number, Connection>();
  private ticking: NodeJS.Timeout | undefined;
  private losses = 0;
  private steady = 0;
  /** What was said last, unless it has been taken back. */
  private said: 'away' | 'waiting' | 'flapping' | undefined;
  private isStarted = false;
  private isEnded = false;

  constructor(news: GatewayNews) {
    this.news = news;
  }

  /** A connection is begun for the first time. */
  begins(id: number): void {
    this.isEnded = false;
    this.connections.set(id, { state: 'away', ticks: this.ticking ? 0 : 1 });
    this.tick();
  }

  /** A connection broke off, or was never made, with an error. */
  failed(id: number, error: unknown): void {
    this.lose(id, reasonOf(error));
  }

  closed(id: number, code: number): void {
    this.lose(id, CLOSES_WITHOUT_WORD.has(code) ? undefined : `it closes the connection with code ${code}`);
  }

  /** The library gives a connection up. */
  lost(id: number, reason: string | undefined): void {
    this.lose(id, reason === undefined ? undefined : GIVEN_UP.get(reason));
  }

  /** The gateway has said something. */
  greeted(id: number): void {
    this.connections.set(id, { state: 'greeted', ticks: 0 });
  }

  /** A session begins or goes on. */
  reached(id: number): void {
    this.connections.set(id, { state: 'up', ticks: 0 });
    if (!this.isAllUp()) return;
    this.isStarted = true;
    if (this.said !== undefined && this.said !== 'flapping') this.takeBack();
  }

  /** Says nothing any more. */
  end(): void {
    this.isEnded = true;
    clearInterval(this.ticking);
    this.ticking = undefined;
  }

  private lose(id: number, reason: string | undefined): void {
    const before = this.connections.get(id);
    const kept = reason ?? (before?.state === 'up' ? undefined : before?.reason);
    const why = kept === undefined ? {} : { reason: kept };
    if (before?.state === 'away') {
      this.connections.set(id, { ...before, ...why });
      return;
    }
    this.losses++;
    this.steady = 0;
    this.connections.set(id, { state: 'away', ticks: this.ticking ? 0 : 1, ...why });
    this.tick();
  }

  private tick(): void {
    if (this.isEnded || this.ticking) return;
    this.ticking = setInterval(() => this.look(), TICK_MS).unref();
  }

  private look(): void {
    for (const connection of this.connections.values()) connection.ticks++;
    const all = [...this.connections.values()];
    const away = all.find(({ state, ticks }) => state === 'away' && ticks >= WHOLE_TICK);
    const waiting = all.some(({ state, ticks }) => state === 'greeted' && ticks >= TICKS_TO_BEGIN);
    if (away) this.say('away', away.reason ?? 'it does not answer');
    else if (waiting) this.say('waiting', 'it answers, but lets no session begin');
    else if (this.losses >= MANY_LOSSES) this.say('flapping', lastReason(all) ?? 'connections do not hold');
    if (!this.isAllUp()) return;
    this.steady++;
    if (this.steady >= STEADY_TICKS) this.rest();
  }

  /** All is as it should be: nothing has to be looked after. */
  private rest(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
    this.losses = 0;
    this.steady = 0;
    if (this.said !== undefined) this.takeBack();
  }

  private say(what: NonNullable<GatewayWatch['said']>, reason: string): void {
    if (this.said !== undefined) return;
    this.said = what;
    const sentence =
      what === 'flapping'
        ? `Discord's gateway breaks the connection off again and again (${reason}); it is tried again with growing pauses.`
        : `Discord's gateway cannot be reached (${reason}); it is tried again until it can.`;
    this.news.log.warn({}, sentence);
    if (!this.isStarted) this.news.announce(sentence);
  }

  private takeBack(): void {
    if (this.losses >= MANY_LOSSES && this.steady < STEADY_TICKS) {
      this.said = 'flapping'; // until the connection has held for a while
      return;
    }
    this.said = undefined;
    this.news.log.warn({}, "Discord's gateway is reached again.");
  }

  private isAllUp(): boolean {
    return [...this.connections.values()].every(({ state }) => state === 'up');
  }
}

const lastReason = (connections: Connection[]): string | undefined =>
  connections.map(({ reason }) => reason).find((reason) => reason !== undefined);

/** A connection that broke off without a word, and one that we closed to resume it. */
const CLOSES_WITHOUT_WORD = new Set([1005, 1006, 4200]);

/** Why the library gives a connection up, in its words and ours. */
const GIVEN_UP = new Map([
  ['Zombie connection', 'it no longer answers'],
  ['Something timed out or went wrong while waiting for an event', 'it does not answer'],
]);
