// Encodes texts for the file so that every JavaScript string is restored exactly.

/**
 * SQLite stores UTF-8, in which a lone surrogate becomes U+FFFD (two keys could become one), and some
 * functions stop at U+0000: both are written as JSON escapes. Text without `"`, `\` and control characters is
 * unchanged; equal stored texts mean equal texts.
 */
export function stored(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

export function restored(text: string): string {
  return JSON.parse(`"${text}"`) as string;
}

export function storedOrNull(text: string | undefined): string | null {
  return text === undefined ? null : stored(text);
}

export function restoredOrNull(text: string | null): string | null {
  return text === null ? null : restored(text);
}
