// Telegram's language tags and the bot's locales.
import { FALLBACK_LOCALE, LANGUAGES, LOCALES, type Locale, localeServing } from '#core';

/** The bot's locale for an IETF tag; undefined for a language that the bot does not speak. */
export const localeFrom = (tag: string | undefined): Locale | undefined =>
  tag ? localeServing(tag) : undefined;

const TAGS = LOCALES.flatMap((locale) => LANGUAGES[locale].tags);

/**
 * Telegram knows languages by two letters: one menu serves all of Chinese. The one without a code is the
 * default.
 */
export const MENU_LANGUAGES: readonly { locale: Locale; code?: string }[] = [
  { locale: FALLBACK_LOCALE },
  ...[...new Set(TAGS.map((tag) => new Intl.Locale(tag).language))].flatMap((code) => {
    const locale = localeServing(code);
    return locale && locale !== FALLBACK_LOCALE && code.length === 2 ? [{ locale, code }] : [];
  }),
];
