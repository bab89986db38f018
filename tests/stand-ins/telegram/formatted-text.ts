// A text with its entities: the bot's formatting is parsed, commands and mentions of people are marked.
import { inOrder, MarkupError, parseHtml } from './html.ts';
import type { Entity, Formatted } from './shapes.ts';

/** A command anywhere, with the bot that it names, if any; or a mention. */
const MARKED = /(?<![\w/@])(?:(\/\w{1,64}(?:@\w{3,32})?)|(@[a-z]\w{2,31}))(?!\w)/gi;

/** What Telegram's clients mark in a text by themselves. */
export function marked(text: string): Entity[] {
  return [...text.matchAll(MARKED)].map(({ 0: found, 1: command, index }) => ({
    type: command ? 'bot_command' : 'mention',
    offset: index,
    length: found.length,
  }));
}

/** Without white space at both ends, as Telegram stores every text; the entities move along. */
export function trimmed({ text, entities }: Formatted): Formatted {
  const kept = text.trim();
  const cut = text.indexOf(kept);
  const moved = entities.map((entity) => {
    const offset = Math.max(0, entity.offset - cut);
    const end = Math.min(kept.length, entity.offset + entity.length - cut);
    return { ...entity, offset, length: end - offset };
  });
  return { text: kept, entities: moved.filter(({ length }) => length > 0) };
}

export interface Unformatted {
  text: string;
  parse_mode?: string | undefined;
  entities?: readonly Entity[] | undefined;
}

/** What is written with `parse_mode` or with entities; throws a MarkupError in Telegram's words. */
export function formatted({ text, parse_mode, entities = [] }: Unformatted): Formatted {
  const mode = parse_mode?.toLowerCase();
  if (!mode) return { text, entities: inOrder(entities) };
  if (mode === 'html') return parseHtml(text);
  if (mode === 'markdown' || mode === 'markdownv2')
    throw new MarkupError('the stand-in reads no Markdown, use entities or HTML');
  throw new MarkupError('unsupported parse_mode');
}

/** What people see of it. */
export const shown = (unformatted: Unformatted): Formatted => trimmed(formatted(unformatted));
