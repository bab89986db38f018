// Ranges of numbers, as all languages here write them.

/** `3`, `3–4` */
export const range = (first: number, last: number): string =>
  first === last ? `${first}` : `${first}–${last}`;
