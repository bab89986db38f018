// Discord's locales and the bot's.
import { type Locale, type Localised, localeServing } from '#core';
import { Locale as DiscordLocale } from './discord-js.ts';

/** The bot's locale for one of Discord's; undefined for a language that the bot does not speak. */
export const localeFrom = (discord: string | null | undefined): Locale | undefined =>
  discord ? localeServing(discord) : undefined;

/**
 * Discord's locales with the bot's for each. en-US and en-GB fall back to each other, so that both are given.
 */
const SERVED: readonly [discord: string, locale: Locale][] = Object.values(DiscordLocale).flatMap(
  (discord) => {
    const locale = localeServing(discord);
    return locale ? [[discord, locale] as [string, Locale]] : [];
  },
);

/** Words by Discord's locales. */
export const localizations = (words: Localised): Record<string, string> =>
  Object.fromEntries(SERVED.map(([discord, locale]) => [discord, words[locale]]));
