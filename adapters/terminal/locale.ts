// The language of the one who sits at the terminal.
import type { Locale } from '#core';

/** The bot's language for a language of the system; Chinese where it speaks another. */
export function localeFrom(tag: string): Locale {
  if (/^en/i.test(tag)) return 'en';
  return /^zh-(?:Hant|TW|HK|MO)/i.test(tag) ? 'zh-Hant' : 'zh';
}
