// Markers such as ##title## that circulate in collections of reports; they are cut out wherever they occur.

export const MARKER = /(?<!#)#{2,}[A-Za-z][A-Za-z0-9_-]*#{2,}/g;

/** A line's text without markers and outer white space. */
export const withoutMarkers = (line: string): string => line.replace(MARKER, '').trim();
