// The adapter with the chat over the sample reports behind it, for a Bot API server of any kind.
import { startTelegram, type Telegram, type TelegramOptions } from '../../adapters/telegram/bot.ts';
import { Chat, type ChatStore } from '../../src/chat/index.ts';
import { machineClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { memoryStore } from '../../src/store/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { RecordedPresence } from '../stand-ins/recorded-presence.ts';

interface Logged {
  level: 'debug' | 'info' | 'warn' | 'error';
  details: object;
  message: string;
}

/** An adapter that runs, and what it wrote into the log. */
export interface PlainBot {
  telegram: Telegram;
  logged: Logged[];
}

/** Everybody may ask, as often as they like, in a store of its own unless one is given. */
export async function startPlainBot(
  server: Pick<TelegramOptions, 'token' | 'apiRoot' | 'webhook'>,
  store: ChatStore = memoryStore(),
): Promise<PlainBot> {
  const logged: Logged[] = [];
  const at = (level: Logged['level']) => (details: object, message: string) =>
    void logged.push({ level, details, message });
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  const index = await sampleIndex();
  const chat = new Chat({
    index: () => index,
    store,
    log,
    access: { open: true, ownerIds: [] },
    perPersonPerMinute: 100_000,
    perChannelPerMinute: 100_000,
    questionLog: false,
    canPostTo: () => false,
    clock: machineClock.now,
    elapsed: machineClock.elapsed,
    random: (bytes) => 'c0de42'.repeat(bytes).slice(0, 2 * bytes),
  });
  const started = await startTelegram({
    ...server,
    chat,
    store,
    digests: new RecordedPresence(),
    log,
    time: machineClock, // servers of any kind go by the real time
  });
  if (!started.ok) throw new Error(started.reason);
  return { telegram: started.telegram, logged };
}
