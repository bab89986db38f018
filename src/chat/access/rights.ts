// Who may do what in a place: the one decision behind commands, buttons and help.
import type { Texts } from '../../message/index.ts';
import type { Person, Place } from '../incoming.ts';
import type { PlaceSettings } from '../store.ts';

/**
 * Who may use something: `manager` is an owner of the bot too, `keeper` a manager unless the place is set otherwise, `owner` nobody
 * but an owner of the bot.
 */
export type Right = 'everyone' | 'digest-manager' | 'manager' | 'owner';

/** What a person may do in a place. */
export interface Permissions {
  /** Manages the place, by the platform's rights or as an owner of the bot. */
  mayManage: boolean;
  /** May set up digests there and choose what is followed. */
  mayManageDigests: boolean;
  isOwner: boolean;
}

/** What a person may do in a place; whoever a private chat is with manages it. */
export function permissionsOf(
  person: Person,
  place: Place,
  isOwner: boolean,
  { digests }: Pick<PlaceSettings, 'digests'>,
): Permissions {
  const mayManage = isOwner || person.manager || place.kind === 'private';
  return { mayManage, mayManageDigests: mayManage || digests === 'everyone', isOwner };
}

/** Whether somebody with these powers has a right. */
export function mayUse(right: Right, { mayManage, mayManageDigests, isOwner }: Permissions): boolean {
  switch (right) {
    case 'everyone':
      return true;
    case 'digest-manager':
      return mayManageDigests;
    case 'manager':
      return mayManage;
    case 'owner':
      return isOwner;
    default:
      return right satisfies never;
  }
}

/** What is said to somebody who lacks a right. An owner who speaks for a chat is not known as one there. */
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
