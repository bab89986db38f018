// What one Telegram message takes.
import { type Locale, type Medium, TEXTS } from '#core';
import { sizeOf } from './render.ts';

/** After entities are parsed, in UTF-16 units. https://core.telegram.org/bots/api#sendmessage */
const MAX_CHARACTERS = 4096;
/** Entities and buttons: of each, clients show 100. */
const MAX_PIECES = 100;

/** Telegram as far as splitting needs to know it. */
export function mediumFor(locale: Locale): Medium {
  return {
    limits: { characters: MAX_CHARACTERS, pieces: MAX_PIECES },
    measure: (block) => sizeOf(block, TEXTS[locale]),
  };
}
