// What the doctor finds about ways in which strangers can install the bot.
import { afterAll, expect, it } from 'vitest';
import { checkDiscord } from '../adapters/discord/check.ts';
import { checkTelegram } from '../adapters/telegram/check.ts';
import { machineClock } from '../src/index.ts';
import { startDiscord } from './stand-ins/discord/index.ts';
import { startTelegram } from './stand-ins/telegram/index.ts';

const [discord, telegram] = await Promise.all([startDiscord(), startTelegram()]);
afterAll(() => Promise.all([discord.close(), telegram.close()]));

it('names Public Bot, user installation and /setjoingroups where they are on, and as nothing wrong', async () => {
  const found = [
    ...(await checkDiscord(discord.token, discord.apiUrl, machineClock)),
    ...(await checkTelegram(telegram.token, telegram.apiRoot, '', machineClock)),
  ];
  for (const word of ['Public Bot', 'User Install', '/setjoingroups'])
    expect(found.filter(({ text }) => text.includes(word))).toMatchObject([{ kind: 'good' }]);
});
