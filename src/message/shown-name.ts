// Names that others chose, such as those of files, made fit for a sentence of the bot: one line of bounded
// length.

/** In code points. */
const MAX_SHOWN = 160;
/** Of these, the number from the end of the name, where the file's extension is. */
const CHARACTERS_AT_END = 30;
/** Invisible or reordering characters: controls, direction marks, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The name without invisible characters; the middle of a long one is left out. */
export function shownName(name: string): string {
  const characters = [...name.toWellFormed().replace(INVISIBLE, ' ').trim()];
  if (characters.length <= MAX_SHOWN) return characters.join('');
  const beginning = characters.slice(0, MAX_SHOWN - CHARACTERS_AT_END - 1);
  return [...beginning, '…', ...characters.slice(-CHARACTERS_AT_END)].join('');
}
