// The words of a rich message: of its paragraphs, lists, tables and quotations, in their order. Pure.
// https://core.telegram.org/bots/api#richmessage

/** Telegram's own limit for what stands within each other is 16; a text in a block is a few levels more. */
const MAX_DEPTH = 40;
/** Telegram's own limit for a rich message, in UTF-16 units. */
const MAX_LENGTH = 32_768;

/** Parts that hold words, in the order in which they are read. */
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

/** The words of a rich message, a line for each block; undefined where there are none. Takes any value. */
export function richWords(message: unknown): string | undefined {
  const words = wordsIn(message, MAX_DEPTH).trim().slice(0, MAX_LENGTH);
  return words === '' ? undefined : words;
}

function wordsIn(value: unknown, depth: number, separator = ''): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth === 0) return '';
  if (Array.isArray(value))
    return value
      .map((each) => wordsIn(each, depth - 1, separator))
      .filter((words) => words !== '')
      .join(separator);
  const parts = value as Record<string, unknown>;
  return PARTS.map((name) => wordsIn(parts[name], depth - 1, BLOCKS.has(name) ? '\n' : ''))
    .filter((words) => words !== '')
    .join('\n');
}
