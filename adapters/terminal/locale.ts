// The system's locale and the bot's.
import { type Locale, localeServing } from '#core';

/** For systems in a language that the bot does not have: most people who run it read Chinese. */
const TERMINAL_FALLBACK: Locale = 'zh';

/** The bot's locale for the system's. */
export const localeFrom = (tag: string): Locale => localeServing(tag) ?? TERMINAL_FALLBACK;
