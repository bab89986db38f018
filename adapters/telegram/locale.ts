// Telegram's language tags and our languages.
import type { Locale } from '#core';

/** The language of ours that an IETF tag asks for, or undefined for one that the bot does not speak. */
export function localeFrom(tag: string | undefined): Locale | undefined {
  if (!tag) return undefined;
  if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh';
  return /^en\b/i.test(tag) ? 'en' : undefined;
}
