// One part of a message as the body of a request of discord.js.
import { type Locale, type Message, TEXTS } from '#core';
import { type Rendering, render } from '../render.ts';

/** Ids of the registered commands by name. */
export type CommandIds = Rendering['commandIds'];

/** No mention in a text notifies anybody. */
const NO_MENTIONS = { parse: [], repliedUser: false };

/** The flag for components is added where the body is sent. */
export function bodyOf(part: Message, locale: Locale, commandIds: CommandIds) {
  return { components: [render(part, { texts: TEXTS[locale], commandIds })], allowedMentions: NO_MENTIONS };
}

export type Body = ReturnType<typeof bodyOf>;
