// The system's locale and the bot's.
import type { Locale } from '#core';

/** The bot's locale for the system's; Chinese for languages that the bot does not speak. */
export function localeFrom(tag: string): Locale {
  if (/^en/i.test(tag)) return 'en';
  return /^zh-(?:Hant|TW|HK|MO)/i.test(tag) ? 'zh-Hant' : 'zh';
}
