// The limits of one Discord message.
import { type Locale, type Medium, TEXTS } from '#core';
import { type Rendering, sizeOf } from './render.ts';

/**
 * Text of all components together.
 * https://docs.jda.wiki/net/dv8tion/jda/api/components/textdisplay/TextDisplay.html
 */
const MAX_CHARACTERS = 4000;
/**
 * Components, nested ones included; one of them is the container.
 * https://docs.discord.com/developers/components/reference
 */
const MAX_COMPONENTS = 40;

/** Discord's limits, and the size of a block there, for splitting. */
export function mediumFor(locale: Locale, commandIds: Rendering['commandIds']): Medium {
  const rendering = { texts: TEXTS[locale], commandIds };
  return {
    limits: { characters: MAX_CHARACTERS, pieces: MAX_COMPONENTS - 1 },
    measure: (block) => sizeOf(block, rendering),
  };
}
