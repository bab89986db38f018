// Front matter: a head of YAML at the beginning of a Markdown file. Reads keys and their values, not all of
// YAML; never fails, and takes for front matter only what consists of keys, values and comments.
import type { DocumentProperties } from './reader.ts';

interface FrontMatter {
  properties: DocumentProperties;
  /** Where the text begins. */
  end: number;
}

const FENCE = /^---[ \t]*$/;
const END_FENCE = /^(?:---|\.\.\.)[ \t]*$/;
const KEY = /^([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}):(?:[ \t]|$)/u;
/** What continues the value above: indented lines, items of a list. */
const CONTINUATION = /^(?:[ \t]|-[ \t])/;
const IGNORED = /^[ \t]*(?:#|$)/;
/** A value in the lines below it: folded, or line by line. */
const BLOCK_SCALAR = /^[|>][+-]?\d?$/;

const PROPERTIES: [property: keyof DocumentProperties, keys: string[]][] = [
  ['title', ['title', '标题', '標題']],
  [
    'author',
    [
      'author',
      'authors',
      'speaker',
      'speakers',
      'by',
      'creator',
      '作者',
      '发言人',
      '發言人',
      '讲话人',
      '报告人',
    ],
  ],
  ['date', ['date', '日期']],
  [
    'source',
    ['source', 'publisher', 'organisation', 'organization', 'agency', '来源', '來源', '发布机构', '单位'],
  ],
];

/** The front matter with which a text begins, if any. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const lines = linesFrom(text);
  const first = lines.next().value;
  if (first === undefined || !FENCE.test(first.words)) return undefined;
  const values = new Map<string, string[]>();
  let value: string[] | undefined;
  for (const { words, end } of lines) {
    if (END_FENCE.test(words)) return values.size > 0 ? { properties: propertiesOf(values), end } : undefined;
    if (IGNORED.test(words)) continue;
    const key = KEY.exec(words);
    if (key) {
      value = [words.slice(key[0].length)];
      values.set(key[1].trim().toLowerCase(), value);
    } else if (value && CONTINUATION.test(words)) value.push(words);
    else return undefined;
  }
  return undefined;
}

/** Lines without their ends, and where the next one begins. */
function* linesFrom(text: string): Generator<{ words: string; end: number }> {
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g))
    if (match[0] !== '') yield { words: match[1], end: match.index + match[0].length };
}

function propertiesOf(values: Map<string, string[]>): DocumentProperties {
  const properties: DocumentProperties = {};
  for (const [property, keys] of PROPERTIES) {
    const value = keys.map((key) => wordsOfValue(values.get(key) ?? [])).find((words) => words !== '');
    if (value !== undefined) properties[property] = value;
  }
  return properties;
}

/** The words of a value: a scalar, one in several lines, or the items of a list set apart by commas. */
function wordsOfValue(lines: string[]): string {
  const [first = '', ...rest] = lines.map((line) => withoutComment(line.trim()));
  const own = BLOCK_SCALAR.test(first) ? '' : first;
  if (own === '' && rest.length > 0 && rest.every((line) => line.startsWith('-')))
    return listed(rest.map((line) => line.slice(1)));
  if (own.startsWith('[') && own.endsWith(']')) return listed(own.slice(1, -1).split(','));
  return unquoted([own, ...rest].filter((line) => line !== '').join(' '));
}

const listed = (items: string[]): string =>
  items
    .map(unquoted)
    .filter((item) => item !== '')
    .join(', ');

/** Within quotes a number sign is a character like others. */
const withoutComment = (value: string): string => {
  if (/^["']/.test(value)) return value;
  const comment = value.search(/(?:^|[ \t])#/);
  return comment === -1 ? value : value.slice(0, comment).trim();
};

function unquoted(value: string): string {
  const trimmed = value.trim();
  const quote = trimmed[0];
  const end = trimmed.lastIndexOf(quote);
  if ((quote !== '"' && quote !== "'") || end === 0) return trimmed;
  const after = trimmed.slice(end + 1).trim();
  if (after !== '' && !after.startsWith('#')) return trimmed;
  const words = trimmed.slice(1, end);
  return (quote === '"' ? words.replace(/\\(["\\/])/g, '$1') : words.replaceAll("''", "'")).trim();
}
