// The languages that the bot speaks.
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';

export const TEXTS: { zh: Texts; en: Texts } = { zh, en };
export type { Texts } from './texts.ts';
