// Text for Discord's Markdown: what stands in a source comes out literally, whatever signs are in it. Pure.
// A backslash stands only before a sign that would mean something there: people copy messages as they are written.

/** How Discord prints a stretch of words. */
export type Mark = 'plain' | 'bold' | 'struck';

/** A stretch of words with one mark. */
export interface Stretch {
  text: string;
  mark: Mark;
}

/**
 * Signs that may mean something where they stand. What opens formatting or a link is escaped wherever it is: its end may
 * stand in another text of the same message. White space before a sign counts as the start of a line.
 */
const SIGN = new RegExp(
  [
    /[*_`[<]/, // formatting, code, links, mentions, custom emoji, times
    /\\(?=[^0-9A-Za-z\s]|$)/, // an escape; letters, digits and white space cannot be escaped
    /~(?=~|$)|\|(?=\|)/, // strike, spoiler
    /:(?=\/\/|[^\s:\u2e80-\uffff]+:)/, // addresses, names of emoji
    /@(?=everyone|here|silent)/,
    /(?<!\S)(?:#(?=#{0,2}\s)|-(?=[ #])|>(?= |>> ))/, // headings, lists and small print, quotes
    /\.(?<=(?<!\S)\d+\.)(?= )/, // numbered lists
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** A text that shows as it is; nothing but backslashes is added. */
export const literal = (text: string): string => marked([{ text, mark: 'plain' }]);

/** Words that show as they are, each stretch with its mark. */
export function marked(stretches: Stretch[]): string {
  const joined = withoutNeighbours(stretches);
  const all = joined.map(({ text }) => text).join('');
  const places = new Set([...all.matchAll(SIGN)].map(({ index }) => index));
  let at = 0;
  return joined
    .map(({ text, mark }) => {
      const units = text.split('').map((unit, i) => {
        if (unit === '\r') return all[++at] === '\n' ? '' : '\n'; // Discord knows one kind of line end
        const isEdge = i === text.length - 1; // there a mark follows, which a backslash or a tilde would spoil
        const isSpoiling = (isEdge && unit === '\\') || (unit === '~' && (isEdge || mark === 'struck'));
        return places.has(at++) || isSpoiling ? `\\${unit}` : unit;
      });
      return withMark(units.join(''), mark);
    })
    .join('');
}

/** Neighbours of one mark as one stretch, and no empty ones: `**a****b**` would be read otherwise. */
function withoutNeighbours(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { text, mark } of stretches) {
    const last = joined.at(-1);
    if (last?.mark === mark) last.text += text;
    else if (text !== '') joined.push({ text, mark });
  }
  return joined;
}

function withMark(markdown: string, mark: Mark): string {
  if (mark === 'plain' || markdown === '') return markdown;
  return mark === 'bold' ? bold(markdown) : struck(markdown);
}

export const bold = (markdown: string): string => `**${markdown}**`;

/** Struck out, but for tildes at the end: they would end it, escaped or not. */
export function struck(markdown: string): string {
  let end = markdown.length;
  while (end >= 2 && markdown.startsWith('\\~', end - 2)) end -= 2;
  const [words, tildes] = [markdown.slice(0, end), markdown.slice(end)];
  return words === '' ? tildes : `~~${words}~~${tildes}`;
}

/** One line, small and grey. */
export const small = (markdown: string): string => `-# ${markdown}`;

/** One line, large. Number signs at its end would be dropped, escaped or not, but not within bold, which a heading is anyway. */
export const heading = (markdown: string): string =>
  `### ${markdown.endsWith('#') ? bold(markdown) : markdown}`;

/** A code span; a text with a backtick, which no code span can hold, stays plain. */
export const code = (text: string): string => (text.includes('`') ? literal(text) : `\`${text}\``);

/** A block quote: every line of it begins with the sign. */
export const blockQuote = (markdown: string): string => `> ${markdown.replaceAll('\n', '\n> ')}`;

/** A block of code, which people copy with one tap; a text that would end it early stays plain. */
export const codeBlock = (text: string): string =>
  text.includes('```') ? literal(text) : `\`\`\`\n${text}\n\`\`\``;

/** One line end where there are several, with white space around them or not. */
export const singleLineEnds = (text: string): string =>
  text.replace(/\s+/g, (run) => (/[\r\n]/.test(run) ? '\n' : run));
