// Telegram's language tags and the bot's locales.
import type { Locale } from '#core';

/** The bot's locale for an IETF tag; undefined for a language that the bot does not speak. */
export function localeFrom(tag: string | undefined): Locale | undefined {
  if (!tag) return undefined;
  if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh';
  return /^en\b/i.test(tag) ? 'en' : undefined;
}
