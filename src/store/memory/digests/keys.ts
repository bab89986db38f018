// Keys of nested places: the key of a group's topic is the group's key, a colon, and more.

/** Whether a key is `outer` or within it. */
export const isWithin = (key: string, outer: string): boolean => key === outer || key.startsWith(`${outer}:`);

/** The key of a place after `from` became `to`; unchanged where it is not within `from`. */
export function movedKey(key: string, from: string, to: string): string {
  return isWithin(key, from) ? to + key.slice(from.length) : key;
}

/** What the keys of a platform's places begin with, up to the first colon. */
export const platformOf = (place: string): string => place.split(':', 1)[0];
