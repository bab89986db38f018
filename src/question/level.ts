// The levels of government that a question can mark without a name.

export const LEVELS = ['national', 'province', 'city', 'county', 'township', 'subdistrict'] as const;
export type Level = (typeof LEVELS)[number];
