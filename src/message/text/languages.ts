// The list of languages: whatever depends on a language is derived from here.
import { en } from './en/index.ts';
import type { Language } from './language.ts';
import { zh } from './zh/index.ts';
import { zhHant } from './zh-hant/index.ts';

/** In the order in which they are offered. The keys are stored with settings. */
export const LANGUAGES = { zh, 'zh-Hant': zhHant, en } as const satisfies Record<string, Language>;

/** A language of the bot's own words. */
export type Locale = keyof typeof LANGUAGES;

/** Spoken where nothing tells which language is understood. */
export const FALLBACK_LOCALE: Locale = 'en';
