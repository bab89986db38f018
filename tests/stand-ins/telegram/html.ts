// Telegram's HTML (`parse_mode: 'HTML'`) as text and entities. Errors are in Telegram's words. Markdown is left out.
// https://core.telegram.org/bots/api#html-style
import type { Entity, Formatted } from './shapes.ts';

const TYPES: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
};
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const TOKEN =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>|&(#x[0-9a-f]+|#\d+|[a-z]+);|<|[^<&]+|&/gi;

export class MarkupError extends Error {}

interface Open {
  tag: string;
  entity: Entity;
  /** Where in the source it begins, for error messages. */
  at: number;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

/** What a tag begins; undefined where Telegram knows no such tag. */
function begun(tag: string, attributes: string, offset: number): Entity | undefined {
  const entity = { offset, length: 0 };
  if (tag === 'a') return { ...entity, type: 'text_link', url: decoded(attribute(attributes, 'href') ?? '') };
  if (tag === 'blockquote') {
    const expandable = /\sexpandable\b/.test(attributes);
    return { ...entity, type: expandable ? 'expandable_blockquote' : 'blockquote' };
  }
  if (tag === 'tg-emoji')
    return { ...entity, type: 'custom_emoji', custom_emoji_id: attribute(attributes, 'emoji-id') };
  if (tag === 'span')
    return attribute(attributes, 'class') === 'tg-spoiler' ? { ...entity, type: 'spoiler' } : undefined;
  const type = TYPES[tag];
  return type ? { ...entity, type } : undefined;
}

/** One character reference as text; unknown names stand as they are. */
function character(reference: string): string {
  if (!reference.startsWith('#')) return NAMED[reference] ?? `&${reference};`;
  const hex = reference[1] === 'x' || reference[1] === 'X';
  return String.fromCodePoint(Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10));
}

const decoded = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (_, reference) => character(reference));

function close(open: Open[], entities: Entity[], tag: string, at: number, length: number): void {
  const last = open.pop();
  if (!last) throw new MarkupError(`Unexpected end tag at byte offset ${at}`);
  if (last.tag !== tag)
    throw new MarkupError(
      `Unmatched end tag at byte offset ${at}, expected "</${last.tag}>", found "</${tag}>"`,
    );
  last.entity.length = length - last.entity.offset;
  if (last.entity.length > 0) entities.push(last.entity);
}

export function parseHtml(html: string): Formatted {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (const match of html.matchAll(TOKEN)) {
    const [token, slash, name, attributes, reference] = match;
    const at = Buffer.byteLength(html.slice(0, match.index), 'utf8');
    const tag = name?.toLowerCase();
    if (tag !== undefined && slash) close(open, entities, tag, at, text.length);
    else if (tag !== undefined) {
      const entity = begun(tag, attributes, text.length);
      if (!entity) throw new MarkupError(`Unsupported start tag "${tag}" at byte offset ${at}`);
      open.push({ tag, entity, at });
    } else if (token === '<') throw new MarkupError(`Unsupported start tag "" at byte offset ${at}`);
    else text += reference === undefined ? token : character(reference);
  }
  const left = open.at(-1);
  if (left)
    throw new MarkupError(
      `Can't find end tag corresponding to start tag "${left.tag}" at byte offset ${left.at}`,
    );
  return { text, entities: inOrder(entities) };
}

/** As Telegram lists them: by where they begin, the longer first. */
export const inOrder = (entities: readonly Entity[]): Entity[] =>
  entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
