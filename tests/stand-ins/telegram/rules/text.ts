// Rules for texts with entities.
import { formatted, trimmed } from '../formatted-text.ts';
import { MarkupError } from '../html.ts';
import { TEXT } from '../limits.ts';
import type { Entity, Formatted } from '../shapes.ts';
import { inspectAddress } from './addresses.ts';
import { type Inspection, inPath } from './inspection.ts';

/** Marked by Telegram itself; it ignores them where a bot gives them. */
const AUTOMATIC = ['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'];
const TYPES = new Set([
  ...AUTOMATIC,
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'date_time',
]);
const isQuote = ({ type }: Entity): boolean => type === 'blockquote' || type === 'expandable_blockquote';

/** Telegram takes these characters out of every text, which then is not what was sent. */
const TAKEN_OUT = /[\r\u2028-\u202e]/;

/** The fields that a text comes in. */
export interface TextFields {
  text: string;
  entities: string;
  least: number;
  most: number;
  tooLong: string;
}
export const MESSAGE: TextFields = {
  text: 'text',
  entities: 'entities',
  least: 1,
  most: TEXT.message,
  tooLong: 'message is too long',
};
export const INLINE_MESSAGE: TextFields = { ...MESSAGE, text: 'message_text', tooLong: 'MESSAGE_TOO_LONG' };
export const CAPTION: TextFields = {
  text: 'caption',
  entities: 'caption_entities',
  least: 0,
  most: TEXT.caption,
  tooLong: 'message caption is too long',
};

const between = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** What is wrong with an entity, and how Telegram says it. */
function problemOf(entity: Entity, text: string): [message: string, description: string] | undefined {
  const { type, offset, length } = entity;
  if (typeof type !== 'string' || !TYPES.has(type))
    return [`No entity is a "${type}".`, "can't parse MessageEntity: Unsupported type specified"];
  if (!Number.isInteger(offset) || !Number.isInteger(length))
    return [
      'Offset and length must be whole numbers.',
      `can't parse MessageEntity: Field "offset" must be of type Number`,
    ];
  if (offset < 0 || length <= 0)
    return [
      `Offset ${offset} and length ${length} mark nothing.`,
      `receive an entity with incorrect ${offset < 0 ? `offset ${offset}` : `length ${length}`}`,
    ];
  const end = offset + length;
  if (end > text.length)
    return [
      `Ends at ${end}, the text at ${text.length}.`,
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${text.length}`,
    ];
  if (between(text, offset) || between(text, end))
    return [
      'Begins or ends inside of a character.',
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${Buffer.byteLength(text.slice(0, end), 'utf8')}`,
    ];
  if (type === 'text_mention' && !entity.user?.id)
    return ['A text_mention names a user.', `can't parse MessageEntity: Can't find field "user"`];
  return undefined;
}

function inspectEntities(
  inspection: Inspection,
  path: string,
  entities: readonly Entity[],
  text: string,
): void {
  for (const [index, entity] of entities.entries()) {
    const at = inPath(path, index);
    const problem = problemOf(entity, text);
    if (problem) inspection.refuse(at, ...problem);
  }
}

/** Entities lie beside each other or inside of each other; Telegram cuts them where they don't, and keeps only the first hundred. */
function inspectNesting(inspection: Inspection, path: string, entities: readonly Entity[]): void {
  if (entities.length > TEXT.entities)
    inspection.remark(path, `Has ${entities.length} entities, Telegram keeps ${TEXT.entities}.`);
  for (const [index, one] of entities.entries())
    for (const [further, other] of entities.slice(index + 1).entries()) {
      const at = inPath(path, index + 1 + further);
      const [first, second] = one.offset <= other.offset ? [one, other] : [other, one];
      const [firstEnd, secondEnd] = [first.offset + first.length, second.offset + second.length];
      const meet = second.offset < firstEnd;
      const inside = secondEnd <= firstEnd || first.offset === second.offset;
      if (meet && !inside) inspection.remark(at, `Overlaps entity ${index} without lying inside of it.`);
      if (meet && isQuote(one) && isQuote(other))
        inspection.remark(at, 'A quotation cannot lie inside of another.');
    }
}

function parsed(
  inspection: Inspection,
  path: string,
  text: string,
  mode: unknown,
  entities: Entity[],
): Formatted {
  try {
    const parse_mode = typeof mode === 'string' ? mode : undefined;
    return formatted({ text, parse_mode, entities });
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    inspection.refuse(path, `Cannot be parsed: ${error.message}.`, `can't parse entities: ${error.message}`);
    return { text, entities: [] };
  }
}

/** A text in one of several places of a request: of a message, a caption, an inline result. */
export function inspectText(inspection: Inspection, path: string, body: object, fields: TextFields): void {
  const given = body as Record<string, unknown>;
  const textPath = inPath(path, fields.text);
  const entitiesPath = inPath(path, fields.entities);
  const text = given[fields.text];
  const entities = given[fields.entities] ?? [];
  if (text === undefined && fields.least === 0) return;
  if (typeof text !== 'string' || (text === '' && fields.least > 0))
    inspection.refuse(textPath, 'There must be a text.', 'message text is empty');
  else if (!Array.isArray(entities))
    inspection.refuse(entitiesPath, 'Must be a list.', "can't parse entities JSON object");
  else if (given.parse_mode && entities.length > 0)
    inspection.refuse(
      entitiesPath,
      'Telegram ignores entities beside a parse_mode.',
      'entities and parse_mode exclude each other',
    );
  else
    inspectWhole(
      inspection,
      { textPath, entitiesPath },
      { text, entities, parse_mode: given.parse_mode },
      fields,
    );
}

interface Given {
  text: string;
  entities: Entity[];
  parse_mode: unknown;
}

function inspectWhole(
  inspection: Inspection,
  { textPath, entitiesPath }: { textPath: string; entitiesPath: string },
  { text, entities, parse_mode }: Given,
  { least, most, tooLong }: TextFields,
): void {
  if (TAKEN_OUT.test(text))
    inspection.remark(textPath, 'Has characters that Telegram takes out (\\r or directional marks).');
  inspectEntities(inspection, entitiesPath, entities, text);
  const whole = parsed(inspection, textPath, text, parse_mode, entities);
  for (const { type, url } of whole.entities)
    if (type === 'text_link') inspectAddress(inspection, entitiesPath, url);
  inspectNesting(inspection, entitiesPath, whole.entities);
  const { length } = trimmed(whole).text;
  if (length === 0 && least > 0)
    inspection.refuse(textPath, 'Nothing is left of the text without white space.', 'text must be non-empty');
  if (length > most)
    inspection.refuse(textPath, `Has ${length} UTF-16 units, at most ${most} are taken.`, tooLong);
}
