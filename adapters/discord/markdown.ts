// Text for Discord's Markdown: what stands in a source comes out literally, whatever signs are in it. Pure.

/** Signs with a meaning anywhere: formatting, spoilers, links, mentions, custom emoji, timestamps, emoji names and addresses. */
const ANYWHERE = /[\\*_~|`[\]<@:]/g;
/** Signs with a meaning at the start of a line: headings, quotes, lists. */
const AT_LINE_START = /^([^\S\n]*)([-+#>])/gm;
const NUMBERED = /^([^\S\n]*\d+)([.)])(?=\s|$)/gm;

/** A text with every sign that Discord would interpret made literal by a backslash; nothing else is added or taken away. */
export function literal(text: string): string {
  return text.replace(ANYWHERE, '\\$&').replace(AT_LINE_START, '$1\\$2').replace(NUMBERED, '$1\\$2');
}

/** What a reader sees of a literal text: the inverse of `literal`. */
export function unliteral(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

export const bold = (markdown: string): string => `**${markdown}**`;
export const struck = (markdown: string): string => `~~${markdown}~~`;
/** Small and grey. */
export const small = (markdown: string): string => `-# ${markdown}`;
export const heading = (markdown: string): string => `### ${markdown}`;
/** A code span; a text with a backtick, which no code span can hold, stays plain. */
export const code = (text: string): string => (text.includes('`') ? literal(text) : `\`${text}\``);

/** A block quote: every line of it begins with the sign. */
export const blockQuote = (markdown: string): string => `> ${markdown.replaceAll('\n', '\n> ')}`;

/** A block of code that people copy with one tap, or undefined for a text that would end it early. */
export function codeBlock(text: string): string | undefined {
  return text.includes('```') || text.startsWith('`') || text.endsWith('`')
    ? undefined
    : `\`\`\`\n${text}\n\`\`\``;
}
