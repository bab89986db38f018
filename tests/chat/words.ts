// Words for commands that are made up for a test: all languages but Chinese are given the English ones.
import { inEachLanguage, type Localised } from '../../src/message/index.ts';

export const words = (en: string, zh: string, zhHant: string = zh): Localised => ({
  ...inEachLanguage(() => en),
  zh,
  'zh-Hant': zhHant,
});
