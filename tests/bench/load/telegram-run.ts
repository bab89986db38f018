// One run of a crowd against the real bot on Telegram: what came of it, and its figures.
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { askerMark } from '../../../src/chat/buttons/asker-mark.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { startTelegram } from '../../stand-ins/telegram/index.ts';
import { BotProcess } from './bot-process.ts';
import { expectedOf } from './expected.ts';
import { type Figures, figuresOf, type LoadRun } from './run.ts';
import { secretIn } from './secret.ts';
import {
  letLooseOnTelegram,
  type TelegramCrowd,
  type TelegramDeed,
  telegramWorldOf,
} from './telegram-crowd.ts';

/** What came of a crowd. */
export interface TelegramRun
  extends Pick<LoadRun, 'violations' | 'warnings' | 'errors' | 'vitals' | 'exitCode' | 'secret'> {
  deeds: (TelegramDeed & { fault?: string })[];
  /** How often the stand-in asked the bot to wait. */
  refusals: number;
  /** Messages and edits that the bot sent. */
  sent: number;
  figures: Figures;
}

/** Starts the stand-in with its limits and the real bot, lets a crowd loose, and holds every answer against what the core alone says. */
export async function runTelegramLoad(
  crowd: TelegramCrowd,
  index: PassageIndex,
  environment: Record<string, string>,
  folder: string,
): Promise<TelegramRun> {
  const telegram = await startTelegram({ ...telegramWorldOf(crowd), rateLimits: true });
  try {
    const state = path.join(folder, 'state.sqlite');
    const settings = {
      ACCESS: 'open',
      STATE_PATH: state,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.apiRoot,
    };
    const bot = await BotProcess.start({ ...settings, ...environment }, folder, (limitMs) =>
      telegram.polled(1, limitMs),
    );
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const startedAt = Date.now();
    delay.enable();
    const done = await letLooseOnTelegram(telegram, crowd);
    delay.disable();
    const exitCode = await bot.stop();
    const secret = await secretIn(state);
    const deeds = done.map((deed) => {
      const fault = faultOf(deed, index, secret);
      return fault === undefined ? deed : { ...deed, fault };
    });
    const asked = telegram.requests.filter(({ method }) => /^(?:sendMessage|editMessageText)$/.test(method));
    const run = { violations: telegram.violations, ...bot.since(startedAt), exitCode };
    return {
      ...run,
      deeds,
      secret,
      refusals: asked.filter(({ status }) => status === 429).length,
      sent: asked.filter(({ status }) => status === 200).length,
      figures: figuresOf({ ...run, deeds }, delay.percentile(99) / 1e6),
    };
  } finally {
    await telegram.close();
  }
}

/**
 * What is wrong with the answer to a deed, in one sentence; undefined where nothing is.
 * @param secret that of the bot's store
 */
export function faultOf(deed: TelegramDeed, index: PassageIndex, secret: string): string | undefined {
  const { seen, person, kind, questions } = deed;
  if (!seen) return undefined; // it was not answered at all, which is counted apart
  const mark = askerMark(`telegram:${person.id}`, secret);
  const foreign = seen.actions.find((action) => !action.endsWith(`~${mark}`));
  if (foreign !== undefined) return `${person.name} got somebody else's button ${foreign}`;
  const { ids, introduction } = expectedOf(deed, index);
  if (seen.ids.join() !== ids.join())
    return `${kind} «${questions.join(' → ')}» was answered with ${seen.ids}, not with ${ids}`;
  if (introduction !== undefined && !introduction.startsWith(seen.introduction))
    return `${kind} «${questions.join(' → ')}» was introduced by «${seen.introduction}»`;
  return undefined;
}
