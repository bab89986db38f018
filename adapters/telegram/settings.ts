// Telegram's rows of the configuration table.
import net from 'node:net';
import { addressSetting, numberSetting, parsedSetting, textSetting } from '#core';

const MAX_PORT = 65_535;
const HOST_NAME = /^[a-z][a-z\d.-]{0,252}$/i;

export const SETTINGS = {
  TELEGRAM_TOKEN: textSetting({
    meaning: 'the token of your Telegram bot; without one Telegram is not served',
    form: 'the token as @BotFather shows it',
    isSecret: true,
  }),
  TELEGRAM_API_URL: addressSetting('the address of a Bot API server of your own', "Telegram's"),
  TELEGRAM_WEBHOOK_URL: addressSetting(
    'where Telegram reaches the bot, if it is to send updates by webhook',
    'none; the bot polls for updates',
    {
      form: 'an address with https:// and a path',
      accepts: (address) => address.startsWith('https://'),
      problem: 'must be an address that begins with https://, as Telegram wants',
    },
  ),
  TELEGRAM_WEBHOOK_PORT: numberSetting(
    'the port on which the bot listens for the webhook, behind your proxy',
    {
      min: 0,
      max: MAX_PORT,
      fallback: 8443,
      noun: 'a port',
    },
  ),
  TELEGRAM_WEBHOOK_HOST: parsedSetting(
    {
      meaning:
        'the address of this machine on which it listens there; 0.0.0.0 for a proxy on another machine',
      form: 'an IP address or a host name',
      default: '127.0.0.1 (this machine alone)',
    },
    {
      fallback: '127.0.0.1',
      parse: (text) => (net.isIP(text) > 0 || HOST_NAME.test(text) ? text : undefined),
      problem: 'must be an address of this machine such as 127.0.0.1, or 0.0.0.0 for all of them',
    },
  ),
  TELEGRAM_WEBHOOK_SECRET: textSetting(
    {
      meaning: 'what Telegram proves itself with at the webhook',
      form: '1 to 256 letters, digits, - and _',
      default: 'a new one at each start',
      isSecret: true,
    },
    { pattern: /^[\w-]{0,256}$/, problem: 'must be 1 to 256 letters, digits, - and _' },
  ),
};
