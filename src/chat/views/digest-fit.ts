// How much of a digest fits into one message: urgent entries first, then the entries of all items in turn.
import type { Medium, Message } from '../../message/index.ts';
import type { DigestItem } from './digest-items.ts';

type Room = Pick<Medium['limits'], 'characters' | 'pieces'>;

/** The room that is left in a message with some blocks. */
export function roomBeside(blocks: Message, { limits, measure }: Medium): Room {
  const sizes = blocks.map((block) => measure(block));
  return {
    characters: limits.characters - sizes.reduce((sum, { characters }) => sum + characters, 0),
    pieces: limits.pieces - sizes.reduce((sum, { pieces }) => sum + pieces, 0),
  };
}

/** Entries that are not urgent fill a message only to this share of its limit, to keep it short. */
const MAX_FILL = 1 / 2;

/** How many entries of each item are shown; items that are not in the result show none. */
export function fittingEntries(items: DigestItem[], medium: Medium, room: Room): Map<DigestItem, number> {
  const counts = new Map<DigestItem, number>();
  const urgent = items.filter((item) => item.urgent).map((item) => ({ item, round: 0 }));
  const rounds = Math.max(0, ...items.map(({ entries }) => entries.length));
  const turns = [...Array(rounds).keys()].flatMap((round) => items.map((item) => ({ item, round })));
  let left = room;
  for (const [i, { item, round }] of [...urgent, ...turns].entries()) {
    if ((counts.get(item) ?? 0) !== round || round >= item.entries.length) continue;
    const blocks = [...(round === 0 ? item.introduction : []), ...item.entries[round].blocks];
    const after = roomBeside(blocks, { ...medium, limits: left });
    const reserve = i < urgent.length ? 0 : medium.limits.characters * (1 - MAX_FILL);
    if (after.characters < reserve || after.pieces < 0) continue;
    left = after;
    counts.set(item, round + 1);
  }
  return counts;
}
