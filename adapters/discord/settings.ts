// Discord's rows of the configuration table.
import { addressSetting, parsedSetting, textSetting } from '#core';

export const SETTINGS = {
  DISCORD_TOKEN: textSetting({
    meaning: 'the token of your Discord bot; without one Discord is not served',
    form: 'the token as the Bot page of your application shows it',
    isSecret: true,
  }),
  DISCORD_API_URL: addressSetting(
    "the address of Discord's REST interface where it is reached through a proxy",
    "Discord's own",
  ),
  SHARDS: parsedSetting<number | 'auto'>(
    {
      meaning: 'connections to Discord that share its servers; needed from about 2,500 servers on',
      form: '`off`, `auto` or a number from 1 to 999',
      default: 'off (one connection)',
    },
    { fallback: 'off', parse: shardsIn, problem: 'must be off, auto or a number from 1 to 999' },
  ),
};

function shardsIn(text: string): number | 'auto' | undefined {
  if (text === 'auto') return text;
  if (text === 'off') return 1;
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
}
