// One run of a crowd against the real bot on Telegram, with its figures.
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
  runTelegramCrowd,
  type TelegramCrowd,
  type TelegramRequest,
  telegramWorldOf,
} from './telegram-crowd.ts';

export interface TelegramRun
  extends Pick<LoadRun, 'violations' | 'warnings' | 'errors' | 'vitals' | 'exitCode' | 'secret'> {
  requests: (TelegramRequest & { fault?: string })[];
  /** Requests that the stand-in refused with 429. */
  refusals: number;
  /** Messages and edits that the bot sent. */
  sent: number;
  figures: Figures;
}

/**
 * Runs a crowd against the stand-in with its limits and the real bot, and checks every answer against the
 * core's own.
 */
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
    const done = await runTelegramCrowd(telegram, crowd);
    delay.disable();
    const exitCode = await bot.stop();
    const secret = await secretIn(state);
    const requests = done.map((request) => {
      const fault = faultOf(request, index, secret);
      return fault === undefined ? request : { ...request, fault };
    });
    const asked = telegram.requests.filter(({ method }) => /^(?:sendMessage|editMessageText)$/.test(method));
    const run = { violations: telegram.violations, ...bot.since(startedAt), exitCode };
    return {
      ...run,
      requests,
      secret,
      refusals: asked.filter(({ status }) => status === 429).length,
      sent: asked.filter(({ status }) => status === 200).length,
      figures: figuresOf({ ...run, requests }, delay.percentile(99) / 1e6),
    };
  } finally {
    await telegram.close();
  }
}

/**
 * One sentence on what is wrong with the answer to a request; undefined if nothing is.
 * @param secret of the bot's store
 */
export function faultOf(request: TelegramRequest, index: PassageIndex, secret: string): string | undefined {
  const { shown, person, kind, questions } = request;
  if (!shown) return undefined; // unanswered requests are counted separately
  const mark = askerMark(`telegram:${person.id}`, secret);
  const foreign = shown.actions.find((action) => !action.endsWith(`~${mark}`));
  if (foreign !== undefined) return `${person.name} got somebody else's button ${foreign}`;
  const { ids, introduction } = expectedOf(request, index);
  if (shown.ids.join() !== ids.join())
    return `${kind} «${questions.join(' → ')}» was answered with ${shown.ids}, not with ${ids}`;
  if (introduction !== undefined && !introduction.startsWith(shown.introduction))
    return `${kind} «${questions.join(' → ')}» was introduced by «${shown.introduction}»`;
  return undefined;
}
