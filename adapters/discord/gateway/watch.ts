// Logs one sentence when the gateway cannot be reached and one when it can again. Short interruptions are not
// logged.
import type { Log } from '#core';
import { reasonOf } from '../../network-reason.ts';

/** A lost connection is back within a second or two; what takes a whole tick is logged. */
const TICK_MS = 5000;
/**
 * The first tick may follow the change of state at once: at the second, the state has lasted a whole tick.
 */
const TICKS_FOR_A_WHOLE = 2;
/** For a session to begin: Discord lets one begin every five seconds. */
const MAX_TICKS_TO_BEGIN = 3;
/** This many interruptions without as many steady ticks between them count as flapping. */
const LOSSES_TO_FLAP = 4;
const STEADY_TICKS = 3;

type State = 'down' | 'hello' | 'ready';

interface Connection {
  state: State;
  /** Ticks in this state. */
  ticks: number;
  reason?: string;
}

/** Receives the sentences. */
interface GatewayNews {
  log: Pick<Log, 'warn'>;
  /** Called as well until the start is over. */
  announce(sentence: string): void;
}

export class GatewayWatch {
  private readonly news: GatewayNews;
  private readonly connections = new Map<number, Connection>();
  private ticking: NodeJS.Timeout | undefined;
  private losses = 0;
  private steady = 0;
  /** The logged problem that is not over. */
  private problem: 'down' | 'waiting' | 'flapping' | undefined;
  private isStarted = false;
  private isEnded = false;

  constructor(news: GatewayNews) {
    this.news = news;
  }

  /** A connection is opened for the first time. */
  connecting(id: number): void {
    this.isEnded = false;
    this.connections.set(id, { state: 'down', ticks: this.ticking ? 0 : 1 });
    this.startTicking();
  }

  /** A connection broke off, or could not be opened, with an error. */
  failed(id: number, error: unknown): void {
    this.lose(id, reasonOf(error));
  }

  closed(id: number, code: number): void {
    this.lose(id, SILENT_CLOSE_CODES.has(code) ? undefined : `it closes the connection with code ${code}`);
  }

  /** The library gives a connection up. */
  abandoned(id: number, reason: string | undefined): void {
    this.lose(id, reason === undefined ? undefined : ABANDON_REASONS.get(reason));
  }

  /** The gateway has sent its first message, Hello. */
  hello(id: number): void {
    this.connections.set(id, { state: 'hello', ticks: 0 });
  }

  /** A session begins or is resumed. */
  ready(id: number): void {
    this.connections.set(id, { state: 'ready', ticks: 0 });
    if (!this.isAllReady()) return;
    this.isStarted = true;
    if (this.problem !== undefined && this.problem !== 'flapping') this.reportReached();
  }

  /** Stops logging. */
  end(): void {
    this.isEnded = true;
    clearInterval(this.ticking);
    this.ticking = undefined;
  }

  private lose(id: number, reason: string | undefined): void {
    const before = this.connections.get(id);
    const latest = reason ?? (before?.state === 'ready' ? undefined : before?.reason);
    const why = latest === undefined ? {} : { reason: latest };
    if (before?.state === 'down') {
      this.connections.set(id, { ...before, ...why });
      return;
    }
    this.losses++;
    this.steady = 0;
    this.connections.set(id, { state: 'down', ticks: this.ticking ? 0 : 1, ...why });
    this.startTicking();
  }

  private startTicking(): void {
    if (this.isEnded || this.ticking) return;
    this.ticking = setInterval(() => this.tick(), TICK_MS).unref();
  }

  private tick(): void {
    for (const connection of this.connections.values()) connection.ticks++;
    const all = [...this.connections.values()];
    const down = all.find(({ state, ticks }) => state === 'down' && ticks >= TICKS_FOR_A_WHOLE);
    const waiting = all.some(({ state, ticks }) => state === 'hello' && ticks >= MAX_TICKS_TO_BEGIN);
    if (down) this.report('down', down.reason ?? 'it does not answer');
    else if (waiting) this.report('waiting', 'it answers, but lets no session begin');
    else if (this.losses >= LOSSES_TO_FLAP)
      this.report('flapping', firstReason(all) ?? 'connections do not hold');
    if (!this.isAllReady()) return;
    this.steady++;
    if (this.steady >= STEADY_TICKS) this.stopTicking();
  }

  /** Called once all connections are steady. */
  private stopTicking(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
    this.losses = 0;
    this.steady = 0;
    if (this.problem !== undefined) this.reportReached();
  }

  private report(problem: NonNullable<GatewayWatch['problem']>, reason: string): void {
    if (this.problem !== undefined) return;
    this.problem = problem;
    const sentence =
      problem === 'flapping'
        ? `Discord's gateway breaks the connection off again and again (${reason}); it is tried again with growing pauses.`
        : `Discord's gateway cannot be reached (${reason}); it is tried again until it can.`;
    this.news.log.warn({}, sentence);
    if (!this.isStarted) this.news.announce(sentence);
  }

  private reportReached(): void {
    if (this.losses >= LOSSES_TO_FLAP && this.steady < STEADY_TICKS) {
      this.problem = 'flapping'; // until the connection has been steady for a while
      return;
    }
    this.problem = undefined;
    this.news.log.warn({}, "Discord's gateway is reached again.");
  }

  private isAllReady(): boolean {
    return [...this.connections.values()].every(({ state }) => state === 'ready');
  }
}

const firstReason = (connections: Connection[]): string | undefined =>
  connections.map(({ reason }) => reason).find((reason) => reason !== undefined);

/** No close frame, and the library's own code for closing to resume: they give no reason. */
const SILENT_CLOSE_CODES = new Set([1005, 1006, 4200]);

/** By the library's reason for giving a connection up. */
const ABANDON_REASONS = new Map([
  ['Zombie connection', 'it no longer answers'],
  ['Something timed out or went wrong while waiting for an event', 'it does not answer'],
]);
