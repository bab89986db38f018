// A part of what is said, as discord.js takes it.
import { type Locale, type Message, TEXTS } from '#core';
import { type Rendering, render } from '../render.ts';

/** Ids of the registered commands by name. */
export type CommandIds = Rendering['commandIds'];

/** Nothing in a text of ours notifies anybody. */
const NOBODY = { parse: [], repliedUser: false };

/** The body of one message; the flag for components goes with it where it is sent. */
export function bodyOf(part: Message, locale: Locale, commandIds: CommandIds) {
  return { components: [render(part, { texts: TEXTS[locale], commandIds })], allowedMentions: NOBODY };
}

export type Body = ReturnType<typeof bodyOf>;
