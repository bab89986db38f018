// A process that sends digests as the program does, by a fast clock: the real dispatcher, store, posters and clients, without the
// connections over which questions come. It loads everything, waits for its start, and is to be killed. See day.ts.
import { once } from 'node:events';
import module from 'node:module';
import { clientFor as discordClient } from '../../../adapters/discord/gateway/client.ts';
import { posterFor as discordPoster } from '../../../adapters/discord/poster.ts';
import { posterFor as telegramPoster } from '../../../adapters/telegram/poster.ts';
import { RateLimiter } from '../../../adapters/telegram/sending/rate-limiter.ts';
import { clientFor as telegramClient } from '../../../adapters/telegram/telegraf.ts';
import { editionView, subscriptionAccessOf } from '../../../src/chat/index.ts';
import { composeDaily, Dispatcher, type OutboxStore, Selection } from '../../../src/digests/index.ts';
import type { ChatStore } from '../../../src/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { openSqliteStore } from '../../../src/store/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import { FastClock } from './clock.ts';
import type { Death, Employment, Notice, Order, Step } from './orders.ts';

const ACCESS = { open: true, ownerIds: [] };
const {
  name,
  stateFile,
  reports,
  index: indexFolder,
  ...platforms
}: Employment = JSON.parse(process.argv[2]);

const tell = (notice: Notice) => process.send?.(notice);
const note = (level: 'warn' | 'error') => (details: object, message: string) => {
  const { err, ...rest } = details as { err?: Error };
  tell({ tells: 'trouble', level, message, details: `${JSON.stringify(rest)} ${err?.stack ?? ''}` });
};
const log = { debug() {}, info() {}, warn: note('warn'), error: note('error') };

async function loaded(): Promise<PassageIndex> {
  const opened = await openIndex(reports, indexFolder);
  if (!opened.ok) throw new Error(opened.reason);
  warmUp(opened.index);
  return opened.index;
}

/** The first digest loads the dictionary, which is no part of what is tested. */
function warmUp(index: PassageIndex): void {
  const selection = new Selection(index);
  const subscription = {
    place: 'nowhere',
    kind: 'group',
    channel: 'nowhere',
    locale: 'zh',
    since: 0,
    silent: false,
    skipEmpty: false,
    newsSince: 0,
  } as const;
  const shown = { sentences: [], reports: [] };
  const known = selection.known(0);
  composeDaily({ subscription, topics: [], shown, known, day: '2026-11-23', locale: 'zh' }, selection);
}

/** An outbox whose process dies on the way. A step counts once what it is called after is stored, or for `answered` is about to be. */
function deadly(outbox: OutboxStore, { step, times, hand }: Death): OutboxStore {
  let reached = 0;
  const reach = (at: Step, how = 1) => {
    if (at !== step || how === 0) return;
    reached += 1;
    if (reached < times) return;
    if (hand === 'own') process.kill(process.pid, 'SIGKILL');
    else if (reached === times) tell({ tells: 'time to die' });
  };
  const after = async <Result>(at: Step, work: Promise<Result>, how: (result: Result) => number) => {
    const result = await work;
    reach(at, how(result));
    return result;
  };
  return {
    ...outbox,
    enqueue: (...given) => after('enqueued', outbox.enqueue(...given), Number),
    claim: (...given) => after('claimed', outbox.claim(...given), ({ length }) => length),
    setContent: (...given) => after('composed', outbox.setContent(...given), Number),
    end: (...given) => {
      reach('answered');
      return after('ended', outbox.end(...given), Number);
    },
  };
}

function attachPosters(dispatcher: Dispatcher, store: ChatStore, clock: FastClock): void {
  const { discord, telegram } = platforms;
  const { rest } = discordClient(1, discord.apiUrl);
  rest.setToken(discord.token);
  const user = { id: discord.bot } as never; // the gateway would have told it
  dispatcher.attach(discordPoster({ rest, user }, new Map(), log as never));
  const { call } = telegramClient(telegram.token, telegram.apiRoot);
  const moved = (from: string, to: string) => store.move(from, to);
  dispatcher.attach(telegramPoster({ call, rateLimiter: new RateLimiter(clock), moved }, log as never));
}

async function work({ clock: setting, death }: Extract<Order, { does: 'begin' }>, index: PassageIndex) {
  const clock = new FastClock(setting);
  const opened = await openSqliteStore(stateFile);
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const { digests } = store;
  const dispatcher = new Dispatcher({
    secret: () => store.secret(),
    accessibleIndex: async (_, whole) => whole,
    store: death ? { ...digests, outbox: deadly(digests.outbox, death) } : digests,
    index: () => index,
    log,
    clock: clock.now,
    elapsed: clock.elapsed,
    worker: name,
    accessOf: (subscription) => subscriptionAccessOf(subscription, ACCESS, store),
    view: editionView,
  });
  attachPosters(dispatcher, store, clock);
  const stopping = new AbortController();
  process.on('message', (order: Order) => {
    if (order.does === 'set clock') clock.set(order.clock);
    else stopping.abort();
  });
  await dispatcher.run(stopping.signal, clock.wait);
  await store.close();
}

process.on('disconnect', () => process.exit(1)); // nobody is there to kill it any more
const index = await loaded();
module.flushCompileCache(); // who is killed cannot keep it at its end
tell({ tells: 'ready' });
const [order] = (await once(process, 'message')) as [Extract<Order, { does: 'begin' }>];
await work(order, index);
process.exit(0);
