// Lists that may be long: the first entries are named, the others counted.
import { type Message, TEXTS } from '../../message/index.ts';
import type { Scene } from '../command.ts';

/** Of long lists so many entries are named. */
export const MAX_LISTED = 12;

/** A list block with the first of some entries, and how many more there are. */
export function listed(
  items: string[],
  { locale }: Pick<Scene, 'locale'>,
  most = MAX_LISTED,
): Message[number] {
  const more = items.length - most;
  return { type: 'list', items: more > 0 ? [...items.slice(0, most), TEXTS[locale].andMore(more)] : items };
}
