// The language of the one who sits at the terminal.
import { type Locale, localeServing } from '#core';

/** Spoken where the system speaks none of the bot's languages: most who run it read Chinese. */
const TERMINAL_FALLBACK: Locale = 'zh';

/** The bot's language for a language of the system. */
export const localeFrom = (tag: string): Locale => localeServing(tag) ?? TERMINAL_FALLBACK;
