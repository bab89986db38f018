// Serving people on chat platforms until the process is told to stop.
import type { Chat, ChatStore, Config, Core, Log } from '#core';
import { startDiscord } from './discord/index.ts';
import { fail } from './terminal/command-line.ts';

/** How long running answers may take after a signal to stop. */
const GRACE_MS = 5000;

/** Starts the adapters and resolves when they were stopped by SIGTERM or SIGINT. */
export async function serve(core: Core, store: ChatStore, config: Config, log: Log): Promise<void> {
  const chat = core.chat(store);
  core.warmUp();
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(`yinju: ${core.reports().length} reports in ${core.fileCount} files are ready.`);
  const stopped = stopSignal();
  const started = await startDiscord({
    token: config.DISCORD_TOKEN,
    chat,
    store,
    log,
    shards: config.SHARDS,
    ...(config.DISCORD_API_URL ? { apiUrl: config.DISCORD_API_URL } : {}),
  });
  if (!started.ok) {
    await store.close();
    fail(started.reason);
  }
  say(`Discord: connected. Invite the bot to a server with ${started.discord.inviteUrl}`);
  await printPairingCode(chat, say);
  const reason = await Promise.race([stopped, started.discord.ended]);
  if (reason) {
    await store.close();
    fail(reason);
  }
  say('Stopping: running answers are finished first.');
  await Promise.race([chat.close(), new Promise((resolve) => setTimeout(resolve, GRACE_MS))]);
  await started.discord.stop();
  await store.close();
}

async function printPairingCode(chat: Chat, say: (text: string) => void): Promise<void> {
  const code = await chat.pairingCode();
  if (code) say(`Nobody owns this bot yet. Send it /pair ${code} to become its owner; the code works once.`);
}

function stopSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(undefined));
  });
}
