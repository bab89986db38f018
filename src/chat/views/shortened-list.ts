// Lists that may be long: the first entries are named, the others counted.
import { type Message, TEXTS } from '../../message/index.ts';
import type { CommandContext } from '../command.ts';

/** Of long lists so many entries are named. */
const MAX_LISTED = 12;

/** The first of some entries, and how many more there are. */
export function shortened(
  items: string[],
  { locale }: Pick<CommandContext, 'locale'>,
  most = MAX_LISTED,
): string[] {
  const more = items.length - most;
  return more > 0 ? [...items.slice(0, most), TEXTS[locale].andMore(more)] : items;
}

/** The same as a block. */
export const shortenedList = (
  items: string[],
  context: Pick<CommandContext, 'locale'>,
  most = MAX_LISTED,
): Message[number] => ({
  type: 'list',
  items: shortened(items, context, most),
});
