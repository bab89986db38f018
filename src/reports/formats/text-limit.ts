// How much text one file may give.
import type { ReadFailure } from '../warning.ts';

/** The usual size of a whole collection of a thousand files. */
export const MAX_TEXT_LENGTH = 10_000_000;

export const TOO_MUCH_TEXT: ReadFailure = { kind: 'too-much-text', millions: MAX_TEXT_LENGTH / 1_000_000 };
