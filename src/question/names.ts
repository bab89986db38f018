// The names of authors and places that a question mentions, whether or not the library has them, and the level of
// government that it marks without a name.

import type { MentionedName, NameSource } from './mentioned-name.ts';
import { chineseNames } from './names-chinese.ts';
import { englishNames } from './names-english.ts';

/** In the order of the question, without overlaps. */
export function namesIn(source: NameSource): MentionedName[] {
  return [...chineseNames(source), ...englishNames(source)].sort((a, b) => a.start - b.start);
}
