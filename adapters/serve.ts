// Serves people on all configured platforms until the process is told to stop.
import type { Chat, ChatStore, Clock, Core, Log } from '#core';
import type { Adapter, Values } from './adapter.ts';
import { ADAPTERS } from './index.ts';
import { runAdapters } from './run-adapters.ts';
import { ignoreBrokenOutput } from './terminal/output.ts';
import { safe } from './terminal/render.ts';
import { handleUncaughtErrors } from './uncaught-errors.ts';

/**
 * For answers under way after a signal to stop, then for platforms and library to close: at most five seconds
 * in all.
 */
const GRACE_MS = 3000;
const CLOSE_MS = 800;

/** What is served, and with what. */
interface ServeOptions {
  core: Core;
  store: ChatStore;
  /** Values of the adapters' settings. */
  config: Values;
  log: Log;
  time: Clock;
  adapters?: readonly Adapter[];
}

/** Starts the adapters that are configured and resolves when they were stopped by SIGTERM or SIGINT. */
export async function serve(options: ServeOptions): Promise<void> {
  const { core, store, config, log, time, adapters = ADAPTERS } = options;
  const stopping = stopSignal();
  handleUncaughtErrors(process, log, () => process.exit(1));
  const digests = core.digests(store);
  const chat = core.chat(store, {
    canPostTo: (platform) => digests.canPostTo(platform),
    poster: (platform) => digests.poster(platform),
    showCode: (code) =>
      print(`The pairing code was sent where others could read it. The new one is /pair ${code}`),
  });
  const pause = (ms: number) => time.wait(ms, stopping);
  await warmUpAndWatch(core, chat, log);
  void chat.expire(stopping, pause);
  ignoreBrokenOutput();
  print(`yinju: ${core.reports().length} reports in ${core.fileCount} files are ready.`);
  await printPairingCode(chat);
  const dispatching = digests.run(stopping, pause);
  const context = { chat, digests, store, log, time, announce: print };
  const running = runAdapters({ adapters, config, context, stopping });
  await running.ended;
  if (stopping.aborted) print('Stopping: running answers are finished first.');
  const answered = Promise.all([chat.close(), ...(stopping.aborted ? [dispatching] : [])]);
  await Promise.race([answered, time.wait(GRACE_MS)]);
  await Promise.race([running.stop(), time.wait(CLOSE_MS)]);
  await Promise.race([core.close(), time.wait(CLOSE_MS)]);
  await store.close();
  if (!stopping.aborted) process.exit(1); // each platform has said why
}

/**
 * Loads what the first answers need, then watches the reports folder. Called before any platform is
 * connected.
 */
async function warmUpAndWatch(core: Core, chat: Chat, log: Log): Promise<void> {
  await core.warmUp();
  const prepareChat = () =>
    chat
      .prepare()
      .catch((error: unknown) => log.error({ err: error }, 'what chats may read was not prepared'));
  void prepareChat();
  core.watch(prepareChat);
}

function print(text: string): void {
  process.stdout.write(`${safe(text)}\n`);
}

async function printPairingCode(chat: Chat): Promise<void> {
  const code = await chat.pairingCode();
  if (code)
    print(`Nobody owns this bot yet. Send it /pair ${code} to become its owner; the code works once.`);
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
