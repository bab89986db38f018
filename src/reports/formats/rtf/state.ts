// What holds at a place of a rich text, and what it begins with.
import type { Destination } from './destinations.ts';

/** What holds within a group, and what a group within it begins with. */
export interface State {
  destination: Destination;
  /** Undefined: that of the document. */
  encoding: string | undefined;
  /** How many characters after \u stand for it in old programs. */
  fallback: number;
  isHidden: boolean;
  inTable: boolean;
  style: number | undefined;
  outlineLevel: number | undefined;
}

export const BEGINNING: State = {
  destination: 'body',
  encoding: undefined,
  fallback: 1,
  isHidden: false,
  inTable: false,
  style: undefined,
  outlineLevel: undefined,
};
/** What a new paragraph goes back to. */
export const PLAIN_PARAGRAPH = { inTable: false, style: undefined, outlineLevel: undefined };
