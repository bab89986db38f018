// The terminal has no limits: nothing is split.
import type { Medium } from '#core';

export const MEDIUM: Medium = {
  limits: { characters: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY },
  measure: () => ({ characters: 0, pieces: 0 }),
};
