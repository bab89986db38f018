// Discord's languages and ours.
import type { Locale, Localised } from '#core';

/** The language of ours that a Discord locale asks for, or undefined for one that the bot does not speak. */
export function localeFrom(discord: string | null | undefined): Locale | undefined {
  if (!discord) return undefined;
  if (/^zh-(?:TW|HK)$/i.test(discord)) return 'zh-Hant';
  if (/^zh\b/i.test(discord)) return 'zh';
  return /^en\b/i.test(discord) ? 'en' : undefined;
}

/** Words in the languages of Discord. en-US and en-GB are both given, else one is shown in the other's stead. */
export function localizations(words: Localised): Record<'en-US' | 'en-GB' | 'zh-CN' | 'zh-TW', string> {
  return { 'en-US': words.en, 'en-GB': words.en, 'zh-CN': words.zh, 'zh-TW': words['zh-Hant'] };
}
