// Counts the digests of one platform: delivered, lost, doubled, and how far from the order in which they
// were enqueued.

/** A digest that arrived. */
export interface Arrival {
  place: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Tally {
  delivered: number;
  lost: number;
  doubled: number;
  /** By how many positions the first digests of places differ from the order in which they were enqueued. */
  displacement: { largest: number; mean: number };
  /**
   * By how many later places the unluckiest place was overtaken; places that were tried again do not count.
   */
  overtaken: number;
  /** From the first arrival to the last. */
  durationMs: number;
  /** Mean over that time. */
  perSecond: number;
}

/**
 * Counts arrivals against the order in which they were enqueued.
 * @param arrivals in order
 * @param enqueued places, each once
 * @param again places that were tried more than once
 */
export function tallyOf(arrivals: Arrival[], enqueued: string[], again: ReadonlySet<string>): Tally {
  const order = new Map(enqueued.map((place, i) => [place, i]));
  const first = [...new Map([...arrivals].reverse().map(({ place }) => [place, true])).keys()].reverse();
  const positions = first.map((place) => order.get(place) ?? 0);
  const shifts = positions.map((position, i) => Math.abs(position - i));
  const durationMs = (arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0);
  return {
    delivered: first.length,
    lost: enqueued.length - first.length,
    doubled: arrivals.length - first.length,
    displacement: {
      largest: Math.max(0, ...shifts),
      mean: shifts.reduce((sum, shift) => sum + shift, 0) / Math.max(1, shifts.length),
    },
    overtaken: Math.max(0, ...positions.map((_, i) => (again.has(first[i]) ? 0 : laterBefore(positions, i)))),
    durationMs,
    perSecond: (1000 * arrivals.length) / Math.max(1, durationMs),
  };
}

/** How many places that were enqueued later arrived before this one. */
function laterBefore(positions: number[], i: number): number {
  let later = 0;
  for (let before = 0; before < i; before++) if (positions[before] > positions[i]) later += 1;
  return later;
}
