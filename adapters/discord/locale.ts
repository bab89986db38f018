// Discord's locales and the bot's.
import type { Locale, Localised } from '#core';

/** The bot's locale for one of Discord's; undefined for a language that the bot does not speak. */
export function localeFrom(discord: string | null | undefined): Locale | undefined {
  if (!discord) return undefined;
  if (/^zh-(?:TW|HK)$/i.test(discord)) return 'zh-Hant';
  if (/^zh\b/i.test(discord)) return 'zh';
  return /^en\b/i.test(discord) ? 'en' : undefined;
}

/** Words by Discord's locales. en-US and en-GB fall back to each other, so that both are given. */
export function localizations(words: Localised): Record<'en-US' | 'en-GB' | 'zh-CN' | 'zh-TW', string> {
  return { 'en-US': words.en, 'en-GB': words.en, 'zh-CN': words.zh, 'zh-TW': words['zh-Hant'] };
}
