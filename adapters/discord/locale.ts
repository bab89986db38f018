// The languages of Discord, as far as the bot speaks them.
import { type Locale, type Localised, localeServing } from '#core';
import { Locale as DiscordLocale } from './discord-js.ts';

/** The bot's language for one of Discord's, or undefined for one that it does not speak. */
export const localeFrom = (discord: string | null | undefined): Locale | undefined =>
  discord ? localeServing(discord) : undefined;

/** Discord's languages with the bot's for each. All kinds of English are given, else one is shown in the other's stead. */
const SERVED: readonly [discord: string, locale: Locale][] = Object.values(DiscordLocale).flatMap(
  (discord) => {
    const locale = localeServing(discord);
    return locale ? [[discord, locale] as [string, Locale]] : [];
  },
);

/** Words by the languages of Discord. */
export const localizations = (words: Localised): Record<string, string> =>
  Object.fromEntries(SERVED.map(([discord, locale]) => [discord, words[locale]]));
