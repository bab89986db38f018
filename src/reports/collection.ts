// Collections: the folders directly under the reports folder.

/**
 * The collection of a file; undefined for one that lies directly in the reports folder. Of two ways to write the same name (composed
 * and decomposed characters) it is the composed one, so that a name that somebody types is the name of the folder.
 * @param file a path relative to the reports folder, with forward slashes
 */
export function collectionOf(file: string): string | undefined {
  const end = file.indexOf('/');
  return end < 0 ? undefined : file.slice(0, end).normalize('NFC');
}
