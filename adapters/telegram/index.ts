// Telegram as an adapter. Its library is loaded when it is started, not before.
import { randomBytes } from 'node:crypto';
import type { ValuesOf } from '#core';
import type { AdapterWith } from '../adapter.ts';
import { checkTelegram } from './check.ts';
import { SETTINGS } from './settings.ts';

const SECRET_BYTES = 32;

export const telegram: AdapterWith<typeof SETTINGS> = {
  id: 'telegram',
  name: 'Telegram',
  account: { pattern: /^[1-9]\d{0,19}$/, example: '123456789' },
  settings: SETTINGS,
  requires: 'TELEGRAM_TOKEN',
  async start(config, context) {
    const { startTelegram } = await import('./bot.ts');
    const { TELEGRAM_TOKEN: token, TELEGRAM_API_URL: apiRoot } = config;
    const started = await startTelegram({
      ...context,
      token,
      ...(apiRoot ? { apiRoot } : {}),
      ...webhookIn(config),
    });
    if (!started.ok) return started;
    const { url, advice, ended, stop } = started.telegram;
    return { ok: true, running: { news: [`connected. The bot is at ${url}`, ...advice], ended, stop } };
  },
  check: ({ TELEGRAM_TOKEN, TELEGRAM_API_URL, TELEGRAM_WEBHOOK_URL }, clock) =>
    checkTelegram(TELEGRAM_TOKEN, TELEGRAM_API_URL, TELEGRAM_WEBHOOK_URL, clock),
};

/** The webhook, where one is configured. Without a secret of its own it gets a random one. */
function webhookIn(config: ValuesOf<typeof SETTINGS>) {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_PORT: port, TELEGRAM_WEBHOOK_HOST: host } = config;
  const secret = config.TELEGRAM_WEBHOOK_SECRET || randomBytes(SECRET_BYTES).toString('hex');
  return url ? { webhook: { url, port, host, secret } } : {};
}
