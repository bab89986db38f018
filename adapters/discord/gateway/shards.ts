// Gateway connections that cannot end the process: errors in what is received, or in the library's handling
// of it, are caught. Reports the state of each connection to the watch, and reconnects with growing pauses,
// since Discord lets a bot begin no more than 1000 sessions a day.
import { setTimeout as wait } from 'node:timers/promises';
import type { DroppedEvents } from '../../dropped-events.ts';
import { SimpleShardingStrategy } from '../discord-js.ts';
import { type Payload, sanitized } from './payload.ts';
import type { GatewayWatch } from './watch.ts';

/** Attempts in a row without a pause; from then on each pause is twice as long as the one before. */
const ATTEMPTS_AT_ONCE = 3;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 2 * 60_000;
/** A connection that has lasted this long resets the count of attempts. */
const STEADY_MS = 60_000;

/** A connection of the library, with its private members that are overridden here. */
interface Shard {
  readonly id: number;
  on(event: 'hello' | 'ready' | 'resumed', listener: () => void): this;
  on(event: 'closed', listener: (closed: { code: number }) => void): this;
  emit(event: 'error', failed: { error: Error }): boolean;
  destroy(options?: { code?: number; reason?: string; recover?: number }): Promise<void>;
  unpackMessage(data: unknown, isBinary: boolean): Promise<Payload | null>;
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  onError(error: Error): void;
  onClose(code: number): Promise<void>;
  internalConnect(): Promise<void>;
  heartbeat(requested?: boolean): Promise<void>;
}

/** What is notified of the connections' events. */
interface Observers {
  watch: GatewayWatch;
  dropped: DroppedEvents;
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** The library's simple sharding, with guarded connections. */
export class GuardedShards extends SimpleShardingStrategy {
  private readonly observers: Observers;
  private ending = new AbortController();

  constructor(manager: Manager, observers: Observers) {
    super(manager);
    this.observers = observers;
  }

  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    this.ending = new AbortController(); // the library has destroyed earlier connections
    for (const shard of this.all()) {
      guard(shard, this.observers);
      withPauses(shard, this.ending.signal);
    }
  }

  override async connect(): Promise<void> {
    for (const { id } of this.all()) this.observers.watch.connecting(id);
    await super.connect();
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
    this.ending.abort();
    this.observers.watch.end();
    await super.destroy(options);
  }

  private all(): Shard[] {
    const { shards } = this as unknown as { shards: ReadonlyMap<number, Shard> }; // not public
    return [...shards.values()];
  }
}

/** Catches what is thrown while a connection works, and notifies the observers. */
function guard(shard: Shard, { watch, dropped }: Observers): void {
  const { id } = shard;
  const unpack = shard.unpackMessage.bind(shard);
  shard.unpackMessage = async (data, isBinary) => {
    const { payload, unreadable } = sanitized(await unpack(data, isBinary));
    if (unreadable) dropped.note(unreadable, new Error(`${unreadable} lacks a required field`));
    return payload;
  };
  for (const name of ['onMessage', 'onClose', 'heartbeat'] as const) {
    const run = (shard[name] as (...given: unknown[]) => Promise<void>).bind(shard);
    shard[name] = (...given: unknown[]) =>
      run(...given).catch((error: unknown) => dropped.note('an event', error));
  }
  const failed = shard.onError.bind(shard);
  shard.onError = (error) => {
    watch.failed(id, error);
    failed(error);
  };
  const destroy = shard.destroy.bind(shard);
  shard.destroy = (options = {}) => {
    if (options.recover !== undefined) watch.abandoned(id, options.reason);
    return destroy(options);
  };
  shard
    .on('hello', () => watch.hello(id))
    .on('ready', () => watch.ready(id))
    .on('resumed', () => watch.ready(id))
    .on('closed', ({ code }) => watch.closed(id, code));
}

/** Makes a connection that keeps breaking off, or cannot be opened, reconnect with growing pauses. */
function withPauses(shard: Shard, ending: AbortSignal): void {
  const connect = shard.internalConnect.bind(shard);
  let attempts = 0;
  let steadyTimer: NodeJS.Timeout | undefined;
  const resetWhenSteady = () => {
    steadyTimer = setTimeout(() => {
      attempts = 0;
    }, STEADY_MS).unref();
  };
  shard
    .on('ready', resetWhenSteady)
    .on('resumed', resetWhenSteady)
    .on('closed', () => clearTimeout(steadyTimer));
  shard.internalConnect = async () => {
    const pauseMs =
      attempts < ATTEMPTS_AT_ONCE
        ? 0
        : Math.min(FIRST_PAUSE_MS * 2 ** (attempts - ATTEMPTS_AT_ONCE), MAX_PAUSE_MS);
    attempts++;
    // aborted: returns below
    if (pauseMs > 0) await wait(pauseMs, undefined, { signal: ending }).catch(() => {});
    if (ending.aborted) return;
    try {
      await connect();
    } catch (error) {
      shard.emit('error', { error: asError(error) });
      await shard.destroy({ reason: 'It could not be opened' });
      if (!ending.aborted) await shard.internalConnect();
    }
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
