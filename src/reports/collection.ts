// Collections: the folders directly under the reports folder.

/**
 * The collection of a file; undefined for one directly in the reports folder. The name is in composed form
 * (NFC), as people type it.
 * @param file a path relative to the reports folder, with forward slashes
 */
export function collectionOf(file: string): string | undefined {
  const end = file.indexOf('/');
  return end < 0 ? undefined : file.slice(0, end).normalize('NFC');
}
