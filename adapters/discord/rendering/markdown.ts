// Text as Discord's Markdown that shows it literally. Pure. Only signs that would be read as Markdown in
// their place are escaped: people copy messages with the backslashes.

/** How Discord shows a run of text. */
export type Mark = 'plain' | 'bold' | 'struck';

/** A run of text with one mark. */
interface Run {
  text: string;
  mark: Mark;
}

/**
 * Signs that may be read as Markdown. Opening signs of formatting and links are escaped everywhere: the
 * closing sign may be in another text of the same message. White space before a sign counts as the start of a
 * line.
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

/** A text that is shown as it is; nothing but backslashes is added. */
export const literal = (text: string): string => marked([{ text, mark: 'plain' }]);

/** Runs that are shown as they are, each with its mark. */
export function marked(runs: Run[]): string {
  const joined = merged(runs);
  const all = joined.map(({ text }) => text).join('');
  const signs = new Set([...all.matchAll(SIGN)].map(({ index }) => index));
  let at = 0;
  return joined
    .map(({ text, mark }) => {
      const units = text.split('').map((unit, i) => {
        if (unit === '\r') return all[++at] === '\n' ? '' : '\n'; // Discord has one kind of line end
        const isEdge = i === text.length - 1; // a mark follows, which a backslash or a tilde would break
        const breaksMark = (isEdge && unit === '\\') || (unit === '~' && (isEdge || mark === 'struck'));
        return signs.has(at++) || breaksMark ? `\\${unit}` : unit;
      });
      return withMark(units.join(''), mark);
    })
    .join('');
}

/** Joins neighbours with the same mark and drops empty runs: `**a****b**` would be misread. */
function merged(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, mark } of runs) {
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

/** Tildes at the end stay outside: they would close the mark, escaped or not. */
export function struck(markdown: string): string {
  let end = markdown.length;
  while (end >= 2 && markdown.startsWith('\\~', end - 2)) end -= 2;
  const [words, tildes] = [markdown.slice(0, end), markdown.slice(end)];
  return words === '' ? tildes : `~~${words}~~${tildes}`;
}

/** One line, small and grey. */
export const small = (markdown: string): string => `-# ${markdown}`;

/**
 * One line, large. A number sign at the end is dropped unless it is within bold, which headings are anyway.
 */
export const heading = (markdown: string): string =>
  `### ${markdown.endsWith('#') ? bold(markdown) : markdown}`;

/** A code span; a text with a backtick, which no code span can contain, stays plain. */
export const code = (text: string): string => (text.includes('`') ? literal(text) : `\`${text}\``);

export const blockQuote = (markdown: string): string => `> ${markdown.replaceAll('\n', '\n> ')}`;

/** A code block, which people copy with one tap; a text that would close it stays plain. */
export const codeBlock = (text: string): string =>
  text.includes('```') ? literal(text) : `\`\`\`\n${text}\n\`\`\``;

/** Runs of line ends, with white space in and around them, as one line end each. */
export const singleLineEnds = (text: string): string =>
  text.replace(/\s+/g, (run) => (/[\r\n]/.test(run) ? '\n' : run));
