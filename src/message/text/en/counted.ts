// Counts with their nouns in English.

/** `1 report`, `2 reports` */
export const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
