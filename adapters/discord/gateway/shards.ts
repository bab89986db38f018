// The connections to the gateway, guarded: whatever is sent, and whatever the library makes of it, is no reason to end the process. Reports
// how each connection fares, and tries again with growing pauses, since Discord lets a bot begin no more than 1000 sessions a day.
import { setTimeout as wait } from 'node:timers/promises';
import type { Dropped } from '../../dropped-events.ts';
import { SimpleShardingStrategy } from '../discord-js.ts';
import { type Payload, screened } from './payload.ts';
import type { GatewayWatch } from './watch.ts';

/** So many connections in a row are begun without a pause; from then on each waits twice as long as the one before. */
const AT_ONCE = 3;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 2 * 60_000;
/** A connection that has held so long is no part of a row any more. */
const STEADY_MS = 60_000;

/** A connection of the library's, with what it keeps to itself. */
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

/** What is told of the connections. */
export interface Observers {
  watch: GatewayWatch;
  dropped: Dropped;
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** The library's simplest way of having connections, with guarded ones. */
export class GuardedShards extends SimpleShardingStrategy {
  private readonly observers: Observers;
  private ending = new AbortController();

  constructor(manager: Manager, observers: Observers) {
    super(manager);
    this.observers = observers;
  }

  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    this.ending = new AbortController(); // the library ends what there was before
    for (const shard of this.all()) {
      guard(shard, this.observers);
      withPauses(shard, this.ending.signal);
    }
  }

  override async connect(): Promise<void> {
    for (const { id } of this.all()) this.observers.watch.begins(id);
    await super.connect();
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
    this.ending.abort();
    this.observers.watch.end();
    await super.destroy(options);
  }

  private all(): Shard[] {
    const { shards } = this as unknown as { shards: ReadonlyMap<number, Shard> }; // has no other way to them
    return [...shards.values()];
  }
}

/** Nothing that is thrown while a connection works is left to the process. */
function guard(shard: Shard, { watch, dropped }: Observers): void {
  const { id } = shard;
  const unpack = shard.unpackMessage.bind(shard);
  shard.unpackMessage = async (data, isBinary) => {
    const { payload, unreadable } = screened(await unpack(data, isBinary));
    if (unreadable) dropped.note(unreadable, new Error(`${unreadable} has not what it must have`));
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
    if (options.recover !== undefined) watch.lost(id, options.reason);
    return destroy(options);
  };
  shard
    .on('hello', () => watch.greeted(id))
    .on('ready', () => watch.reached(id))
    .on('resumed', () => watch.reached(id))
    .on('closed', ({ code }) => watch.closed(id, code));
}

/** Connections that break off again and again are begun with pauses, and one that could not even be begun is begun again. */
function withPauses(shard: Shard, ending: AbortSignal): void {
  const connect = shard.internalConnect.bind(shard);
  let row = 0;
  let steady: NodeJS.Timeout | undefined;
  const holds = () => {
    steady = setTimeout(() => {
      row = 0;
    }, STEADY_MS).unref();
  };
  shard
    .on('ready', holds)
    .on('resumed', holds)
    .on('closed', () => clearTimeout(steady));
  shard.internalConnect = async () => {
    const pauseMs = row < AT_ONCE ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (row - AT_ONCE), LONGEST_PAUSE_MS);
    row++;
    if (pauseMs > 0) await wait(pauseMs, undefined, { signal: ending }).catch(() => {}); // the end is looked for below
    if (ending.aborted) return;
    try {
      await connect();
    } catch (error) {
      shard.emit('error', { error: asError(error) });
      await shard.destroy({ reason: 'It could not be begun' });
      if (!ending.aborted) await shard.internalConnect();
    }
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
