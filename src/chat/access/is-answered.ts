// Whether a place is set to answer a person, for look-ups that pass no admission.
import type { ChatOptions } from '../chat-options.ts';
import type { Person, Place } from '../incoming.ts';
import { placeSettings } from '../place-settings.ts';
import { isOwner } from './access.ts';
import { permissionsOf } from './rights.ts';

export async function isAnswered(
  person: Person,
  place: Place,
  { access, store }: Pick<ChatOptions, 'access' | 'store'>,
): Promise<boolean> {
  const settings = await placeSettings(place, store);
  if (settings.audience === 'everyone') return true;
  return permissionsOf(person, place, await isOwner(person, access, store), settings).canManage;
}
