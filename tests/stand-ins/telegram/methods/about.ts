// Methods about the bot itself: name, commands, descriptions.
import { ABOUT } from '../limits.ts';
import type { Asking, Method, Methods } from '../method.ts';
import { mePayload } from '../payloads.ts';
import { inspectCommands, inspectLanguage, inspectScope } from '../rules/about.ts';
import type { Inspection } from '../rules/inspection.ts';
import type { Body } from '../shapes.ts';

function inspectPlace(inspection: Inspection, body: Body): void {
  inspectScope(inspection, body);
  inspectLanguage(inspection, body.language_code);
}

/** Commands for a chat are for one that there is. */
function scopeOf({ state, body }: Asking): Body['scope'] {
  const { scope } = body;
  if (scope?.chat_id === undefined) return scope;
  return { ...scope, chat_id: state.world.readable(scope.chat_id).id };
}

/** A text about the bot, by language: to set, and to get. */
function about(field: 'description' | 'short_description', most: number): [Method, Method] {
  const keyOf = ({ language_code = '' }: Body) => `${field}:${language_code}`;
  const set: Method = {
    inspect: (inspection, body) => {
      inspection.text(field, body[field] ?? '', { least: 0, most }, 'BOT_DESCRIPTION_INVALID');
      inspectLanguage(inspection, body.language_code);
    },
    run: ({ state, body }) => {
      state.about.set(keyOf(body), body[field] ?? '');
      return true;
    },
  };
  return [set, { run: ({ state, body }) => ({ [field]: state.about.get(keyOf(body)) ?? '' }) }];
}

const [setMyDescription, getMyDescription] = about('description', ABOUT.description);
const [setMyShortDescription, getMyShortDescription] = about('short_description', ABOUT.short);

export const ABOUT_METHODS: Methods = {
  getMe: { run: ({ state }) => mePayload(state.world.bot, state.privacy) },
  setMyCommands: {
    inspect: inspectCommands,
    run: (asking) => {
      const { state, body } = asking;
      state.commands.set(body.commands ?? [], scopeOf(asking), body.language_code);
      return true;
    },
  },
  getMyCommands: {
    inspect: inspectPlace,
    run: (asking) => asking.state.commands.get(scopeOf(asking), asking.body.language_code),
  },
  deleteMyCommands: {
    inspect: inspectPlace,
    run: (asking) => {
      asking.state.commands.delete(scopeOf(asking), asking.body.language_code);
      return true;
    },
  },
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
};
