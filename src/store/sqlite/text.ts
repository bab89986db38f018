// How texts stand in the file, so that every JavaScript string comes back as it was.

/**
 * A text as SQLite keeps it. SQLite stores UTF-8, in which half a surrogate pair becomes U+FFFD (so that two keys could become one) and
 * some functions stop at U+0000; both are therefore written as JSON escapes. Ordinary text without `"`, `\` and control characters
 * stays as it is, and equal stored texts mean equal texts.
 */
export function stored(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The text behind a stored one. */
export function restored(kept: string): string {
  return JSON.parse(`"${kept}"`) as string;
}

/** A text that may be missing, as SQLite keeps it. */
export function storedOrNull(text: string | undefined): string | null {
  return text === undefined ? null : stored(text);
}

/** A kept text that may be missing. */
export function restoredOrNull(kept: string | null): string | null {
  return kept === null ? null : restored(kept);
}
