// Discord as an adapter. Its library is loaded when it is started, not before.
import type { AdapterWith } from '../adapter.ts';
import { checkDiscord } from './check.ts';
import { SETTINGS } from './settings.ts';

export const discord: AdapterWith<typeof SETTINGS> = {
  id: 'discord',
  name: 'Discord',
  account: { pattern: /^[1-9]\d{0,19}$/, example: '123456789012345678' },
  settings: SETTINGS,
  requires: 'DISCORD_TOKEN',
  async start({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, SHARDS: shards }, context) {
    const { startDiscord } = await import('./bot.ts');
    const started = await startDiscord({ ...context, token, shards, ...(apiUrl ? { apiUrl } : {}) });
    if (!started.ok) return started;
    const { inviteUrl, ended, stop } = started.discord;
    const news = [`connected. Invite the bot to a server with ${inviteUrl}`];
    return { ok: true, running: { news, ended, stop } };
  },
  check: ({ DISCORD_TOKEN, DISCORD_API_URL }, clock) => checkDiscord(DISCORD_TOKEN, DISCORD_API_URL, clock),
};
