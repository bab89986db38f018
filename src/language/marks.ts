// Linear-time replacements for patterns such as /[\s。]+$/ and /“[^”]*”/. A regular expression tries each mark
// of a run again, so its time grows with the square of the run: a file of blanks only would block a reader.

/** The text without trailing characters. `characters` matches a single one of them. */
export function trimEndOf(text: string, characters: RegExp): string {
  let end = text.length;
  while (end > 0 && characters.test(text[end - 1])) end--;
  return text.slice(0, end);
}

/** Opening marks, and closing marks of which each ends what any of them opened: `['（(', '）)']`. */
export type MarkPair = readonly [opening: string, closing: string];

/**
 * Spans from an opening mark to the first closing one, both included; an unclosed mark opens none. Offsets in
 * UTF-16 units, ascending.
 */
export function enclosedIn(text: string, pairs: readonly MarkPair[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const closable = new Set(pairs);
  for (let start = 0; start < text.length; start++) {
    const pair = pairs.find((each) => closable.has(each) && each[0].includes(text[start]));
    if (!pair) continue;
    let end = start + 1;
    while (end < text.length && !pair[1].includes(text[end])) end++;
    if (end === text.length) closable.delete(pair);
    else {
      found.push({ start, end: end + 1 });
      start = end;
    }
  }
  return found;
}

/** The text with `instead` in place of each enclosed span, marks included. */
export function withoutEnclosed(text: string, pairs: readonly MarkPair[], instead = ''): string {
  let result = '';
  let at = 0;
  for (const { start, end } of enclosedIn(text, pairs)) {
    result += text.slice(at, start) + instead;
    at = end;
  }
  return result + text.slice(at);
}
