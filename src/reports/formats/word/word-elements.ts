// Elements of WordprocessingML that mammoth does not read, and what replaces them.
import { escaped, WORD_NAMESPACE } from './xml.ts';

/** An element that declares its own namespace: the document may use another prefix. */
export const element = (name: string, content: string): string =>
  `<w:${name} xmlns:w="${WORD_NAMESPACE}">${content}</w:${name}>`;

export const NEW_PAGE = element('p', '<w:r><w:br w:type="page"/></w:r>');

/** Elements that mammoth leaves out together with the words in them; only their tags are removed. */
export const UNWRAPPED = new Set(['w:fldSimple', 'w:bdo', 'w:dir', 'w:ruby', 'w:rubyBase']);

export const REPLACED = new Map([
  ['w:cr', element('br', '')],
  ['w:ptab', element('tab', '')],
  ['w:softHyphen', ''], // shows at line ends only
  ['w:rt', ''], // readings above characters
  ['w:rubyPr', ''],
  // mammoth counts columns without the gaps of a grid, and drops cells where the count is wrong
  ['w:vMerge', ''],
]);

/** Deleted text and former properties of a document under revision. */
export const DELETED = new Set(['w:del', 'w:moveFrom', 'w:sectPrChange']);

/** A w:sym that is an ordinary character, as text; undefined where only its font defines what it shows. */
export function plainSymbol(attributes: Record<string, string>): string | undefined {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  const isPlain = (code >= 0xa0 && code < 0xd800) || (code >= 0xf900 && code < 0xfffe);
  return isPlain ? element('t', escaped(String.fromCharCode(code))) : undefined;
}
