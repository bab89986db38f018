// The languages that the bot speaks.
import { isTraditional } from '../../language/index.ts';
import { en } from './en/index.ts';
import type { Texts } from './keys/index.ts';
import { zh } from './zh/index.ts';
import { zhHant } from './zh-hant/index.ts';

/** A language of the bot's own words: simplified Chinese, traditional Chinese, English. */
export type Locale = 'zh' | 'zh-Hant' | 'en';

export const TEXTS: Record<Locale, Texts> = { zh, 'zh-Hant': zhHant, en };

/** Words without which there is hardly an English question; a Chinese name in it does not make it Chinese. */
const ENGLISH_SENTENCE =
  /\b(?:what|which|who|whose|when|where|why|how|did|does|do|is|are|was|were|has|have|the|of|list|tell|show)\b/i;

/** The language in which a text is written, as far as the bot speaks it. */
export function localeOf(text: string): Locale {
  if (!/[\u3400-\u9fff]/.test(text) || ENGLISH_SENTENCE.test(text)) return 'en';
  return isTraditional(text) ? 'zh-Hant' : 'zh';
}
export type { Texts } from './keys/index.ts';
