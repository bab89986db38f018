// Suggestions for a half-written option, for people who may use the command.
import type { Suggestion } from '../lookup/index.ts';
import { isAllowed, isOwner } from './access/access.ts';
import { accessibleIndexIn, allCollections } from './access/accessible-index.ts';
import { isAnswered } from './access/is-answered.ts';
import type { LookUpLimit } from './access/look-up-limit.ts';
import type { ChatOptions } from './chat-options.ts';
import { COMMANDS } from './commands/index.ts';
import type { Completion } from './incoming.ts';
import { suggestionsFor } from './suggestions.ts';

type Options = Pick<ChatOptions, 'access' | 'store' | 'index' | 'reportFiles' | 'elapsed'> & {
  limit: LookUpLimit;
};

const MAX_SUGGESTIONS = 25;

/** None where the person may not use the command here, or types too fast. */
export async function completeOption(
  { person, place, command, option, partial }: Completion,
  options: Options,
): Promise<Suggestion[]> {
  const { access, store, reportFiles, limit, elapsed } = options;
  const found = COMMANDS.find(({ name }) => name === command);
  const source = found?.options[option]?.suggests;
  if (!found || !source || !limit.take(person, place, elapsed())) return [];
  const isForOwners = found.right === 'owner' || source === 'collection';
  const anywhere = source === 'collection'; // the commands with such an option work in every place
  if (isForOwners && !(await isOwner(person, access, store))) return [];
  if (!anywhere && !(await isAllowed(person, place, access, store))) return [];
  if (found.audience !== 'asker' && !(await isAnswered(person, place, options))) return []; // as at admission
  const sources = {
    index: await accessibleIndexIn(place, options),
    store,
    reportFiles,
    collections: isForOwners ? await allCollections(options) : [],
  };
  return suggestionsFor({ source, partial, place, limit: MAX_SUGGESTIONS }, sources);
}
