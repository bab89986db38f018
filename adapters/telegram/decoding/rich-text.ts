// The text of a rich message: its paragraphs, lists, tables and quotations in order. Pure.
// https://core.telegram.org/bots/api#richmessage

/** Telegram's limit for nested blocks is 16; a text within a block is a few levels deeper. */
const MAX_DEPTH = 40;
/** Telegram's limit for a rich message, in UTF-16 units. */
const MAX_LENGTH = 32_768;

/** Parts that contain text, in reading order. */
const PARTS = [
  'label',
  'summary',
  'text',
  'expression',
  'alternative_text',
  'blocks',
  'items',
  'cells',
  'caption',
];
const BLOCKS = new Set(['blocks', 'items', 'cells']);

/** One line for each block; undefined where there is no text. Takes any value. */
export function richText(message: unknown): string | undefined {
  const words = textIn(message, MAX_DEPTH).trim().slice(0, MAX_LENGTH);
  return words === '' ? undefined : words;
}

function textIn(value: unknown, depth: number, separator = ''): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth === 0) return '';
  if (Array.isArray(value))
    return value
      .map((each) => textIn(each, depth - 1, separator))
      .filter((words) => words !== '')
      .join(separator);
  const parts = value as Record<string, unknown>;
  return PARTS.map((name) => textIn(parts[name], depth - 1, BLOCKS.has(name) ? '\n' : ''))
    .filter((words) => words !== '')
    .join('\n');
}
