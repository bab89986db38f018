// Keys of places that lie within others: a topic of a group has the group's key, a colon, and more.

/** True where a key is another one, or of a place within it. */
export const isWithin = (key: string, outer: string): boolean => key === outer || key.startsWith(`${outer}:`);

/** The key that a place has after `from` became `to`: unchanged where it does not lie within. */
export function movedKey(key: string, from: string, to: string): string {
  return isWithin(key, from) ? to + key.slice(from.length) : key;
}

/** What the keys of a platform's places begin with, up to the first colon. */
export const platformOf = (place: string): string => place.split(':', 1)[0];
