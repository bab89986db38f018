// The languages that the bot speaks.
import { isTraditional } from '../../language/index.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-hant.ts';

/** A language of the bot's own words: simplified Chinese, traditional Chinese, English. */
export type Locale = 'zh' | 'zh-Hant' | 'en';

export const TEXTS: Record<Locale, Texts> = { zh, 'zh-Hant': zhHant, en };

/** The language in which a text is written, as far as the bot speaks it. */
export function localeOf(text: string): Locale {
  if (!/[\u3400-\u9fff]/.test(text)) return 'en';
  return isTraditional(text) ? 'zh-Hant' : 'zh';
}
export type { Texts } from './texts.ts';
