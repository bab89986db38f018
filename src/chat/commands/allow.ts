// /allow, and what it shares with /deny: where the bot may be used, and which collections may be read there.
import { TEXTS } from '../../message/index.ts';
import { closePlace, openAsManager, openAsOwner, type Scope } from '../access/change-access.ts';
import { placeKeysIn } from '../access/place-key.ts';
import { refusalFor } from '../access/rights.ts';
import type { CommandContext, CommandResult, ValuesOf } from '../command.ts';
import { defineCommand } from '../command.ts';
import type { OptionRules } from '../option.ts';
import { decideCollection } from './collection.ts';

/**
 * The whole community, this channel, or (owners only) a place by its id; with a collection that instead of
 * the bot is meant.
 */
export const ACCESS_OPTIONS = {
  scope: {
    choices: ['everywhere', 'channel', 'every-chat'],
  },
  place: {
    maxLength: 200,
  },
  collection: {
    suggests: 'collection',
    maxLength: 255,
  },
} as const satisfies Record<string, OptionRules>;

export const allow = defineCommand({
  name: 'allow',
  options: ACCESS_OPTIONS,
  right: 'manager',
  anywhere: true,
  audience: 'asker',
  run: (values, context) => decide('allowed', values, context),
});

/** Allows or denies a place. In a private chat only an owner may. */
export async function decide(
  verdict: 'allowed' | 'denied',
  { scope, place: named, collection }: ValuesOf<typeof ACCESS_OPTIONS>,
  context: CommandContext,
): Promise<CommandResult> {
  const { person, place, locale, isOwner } = context;
  const texts = TEXTS[locale];
  const reply = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
  if (verdict === 'denied' && context.alwaysOpen && (named === undefined || named === place.within.channel))
    return reply(texts.alwaysOpen());
  const isForOwners = named !== undefined || collection !== undefined || place.kind === 'private';
  if (!isOwner && isForOwners) return reply(refusalFor('owner', texts, person));
  const keys = named === undefined ? [] : placeKeysIn(named);
  if (!keys) return reply(texts.noSuchPlace(named ?? ''));
  if (collection !== undefined)
    return decideCollection({ verdict, collection, scope, places: keys }, context);
  if (scope === 'every-chat') return reply(texts.everyChatOfCollection());
  if (keys.length === 0) return reply(await decideHere(verdict, scope, context));
  for (const key of keys) await context.store.access.set(key, verdict === 'allowed' ? 'allowed' : 'barred');
  return reply(
    verdict === 'allowed' ? texts.allowedPlace(keys.join(' ')) : texts.deniedPlace(keys.join(' ')),
  );
}

/** Opens or closes the place of the request; returns the sentence for the asker. */
async function decideHere(
  verdict: 'allowed' | 'denied',
  scope: Scope,
  context: CommandContext,
): Promise<string> {
  const { store, place, isOwner, access: rules } = context;
  const texts = TEXTS[context.locale];
  const opening =
    verdict === 'denied'
      ? await closePlace(place, scope, isOwner, store.access)
      : await (isOwner ? openAsOwner : openAsManager)(place, scope, rules, store.access);
  switch (opening.outcome) {
    case 'done':
      return verdict === 'allowed' ? texts.allowed(opening.everywhere) : texts.denied(opening.everywhere);
    case 'barred':
      return texts.deniedByOwner();
    case 'around':
      return texts.deniedAround();
    case 'owners':
      return askOwners(opening.target, context);
    default:
      return opening satisfies never;
  }
}

/** Asks the owners to open a place; returns the sentence for the asker. */
async function askOwners(target: string, context: CommandContext): Promise<string> {
  const texts = TEXTS[context.locale];
  const asked = await context.accessRequests.submit(target, context);
  switch (asked) {
    case 'asked':
      return texts.ownersAsked(target);
    case 'again':
      return texts.ownersAskedBefore(target);
    case 'unreachable':
      return texts.ownerMustAllow(target);
    default:
      return asked satisfies never;
  }
}
