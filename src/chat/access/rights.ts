// Who may do what in a place: the one decision behind commands, buttons and help.
import type { Texts } from '../../message/index.ts';
import type { Person, Place } from '../incoming.ts';
import type { PlaceSettings } from '../store.ts';

/** Managers include owners; digest managers are the managers, or everybody where the place is set so. */
export type Right = 'everyone' | 'digest-manager' | 'manager' | 'owner';

/** What a person may do in a place. */
export interface Permissions {
  canManage: boolean;
  canManageDigests: boolean;
  isOwner: boolean;
}

/** A private chat is managed by its person. */
export function permissionsOf(
  person: Person,
  place: Place,
  isOwner: boolean,
  { digests }: Pick<PlaceSettings, 'digests'>,
): Permissions {
  const canManage = isOwner || person.manager || place.kind === 'private';
  return { canManage, canManageDigests: canManage || digests === 'everyone', isOwner };
}

export function hasRight(right: Right, { canManage, canManageDigests, isOwner }: Permissions): boolean {
  switch (right) {
    case 'everyone':
      return true;
    case 'digest-manager':
      return canManageDigests;
    case 'manager':
      return canManage;
    case 'owner':
      return isOwner;
    default:
      return right satisfies never;
  }
}

/** The sentence for somebody who lacks a right. An owner who speaks for a chat is not recognised as one. */
export function refusalFor(
  right: Exclude<Right, 'everyone'>,
  texts: Texts,
  { forChat }: Pick<Person, 'forChat'>,
): string {
  switch (right) {
    case 'digest-manager':
      return texts.digestManagersOnly();
    case 'manager':
      return texts.managersOnly();
    case 'owner':
      return forChat ? texts.peopleOnly() : texts.ownersOnly();
    default:
      return right satisfies never;
  }
}
