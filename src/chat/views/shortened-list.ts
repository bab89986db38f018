// Lists that may be long: the first entries are shown, the others counted.
import { type Message, TEXTS } from '../../message/index.ts';
import type { CommandContext } from '../command.ts';

const MAX_LISTED = 12;

export function shortened(
  items: string[],
  { locale }: Pick<CommandContext, 'locale'>,
  max = MAX_LISTED,
): string[] {
  const more = items.length - max;
  return more > 0 ? [...items.slice(0, max), TEXTS[locale].andMore(more)] : items;
}

export const shortenedList = (
  items: string[],
  context: Pick<CommandContext, 'locale'>,
  max = MAX_LISTED,
): Message[number] => ({
  type: 'list',
  items: shortened(items, context, max),
});
