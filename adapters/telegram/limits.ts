// The limits of one Telegram message.
import { type Locale, type Medium, TEXTS } from '#core';
import { sizeOf } from './render.ts';

/** After entities are parsed, in UTF-16 units. https://core.telegram.org/bots/api#sendmessage */
const MAX_CHARACTERS = 4096;
/** Entities and buttons; clients show 100 of each. */
const MAX_PIECES = 100;

/** Telegram's limits, and the size of a block there, for splitting. */
export function mediumFor(locale: Locale): Medium {
  return {
    limits: { characters: MAX_CHARACTERS, pieces: MAX_PIECES },
    measure: (block) => sizeOf(block, TEXTS[locale]),
  };
}
