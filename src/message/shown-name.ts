// A name that somebody else chose, such as that of a file, for the middle of a sentence of the bot's own.

/** Characters, as a reader counts them. */
const MAX_SHOWN = 160;
/** So many of them are the name's last ones: there stands what kind of file it is. */
const KEPT_AT_END = 30;
/** Not seen, or seen elsewhere than they stand: controls, marks of direction, separators of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The name in one line, without characters that are not seen; the middle of a very long one is left out. */
export function shownName(name: string): string {
  const characters = [...name.toWellFormed().replace(UNSEEN, ' ').trim()];
  if (characters.length <= MAX_SHOWN) return characters.join('');
  const beginning = characters.slice(0, MAX_SHOWN - KEPT_AT_END - 1);
  return [...beginning, '…', ...characters.slice(-KEPT_AT_END)].join('');
}
