// Marks at the end of a text and around its words, found in one pass. A pattern such as /[\s。]+$/ or /“[^”]*”/ is tried anew at every mark
// of a run, so that its time grows with the square of the run's length: files of nothing but blanks are sent to freeze a reader.

/** The text without any of these characters at its end; `characters` fits one of them. */
export function trimEndOf(text: string, characters: RegExp): string {
  let end = text.length;
  while (end > 0 && characters.test(text[end - 1])) end--;
  return text.slice(0, end);
}

/** Marks that open, and marks that each close what one of them opened: `['（(', '）)']`. */
export type MarkPair = readonly [opening: string, closing: string];

/** From an opening mark up to and with the first closing one; what opens and never closes is none. Offsets in UTF-16 units, ascending. */
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

/** The text with something else in the place of what is enclosed, marks included. */
export function withoutEnclosed(text: string, pairs: readonly MarkPair[], instead = ''): string {
  let result = '';
  let at = 0;
  for (const { start, end } of enclosedIn(text, pairs)) {
    result += text.slice(at, start) + instead;
    at = end;
  }
  return result + text.slice(at);
}
