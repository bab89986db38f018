// What became of many digests on one platform: who got one, who none, who two, and whether they went out in the order of their booking.

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
  /** Of the first digest of each place, by how many places it stood elsewhere than in the order of booking. */
  displacement: { largest: number; mean: number };
  /** By how many later ones the most unlucky place was overtaken, those left out that had to be tried again. */
  overtaken: number;
  /** From the first to the last. */
  durationMs: number;
  /** Over all of that time. */
  perSecond: number;
}

/**
 * Counts arrivals against the order in which they were booked.
 * @param arrivals in order
 * @param booked places, each once
 * @param again places that were tried more than once
 */
export function tallyOf(arrivals: Arrival[], booked: string[], again: ReadonlySet<string>): Tally {
  const order = new Map(booked.map((place, i) => [place, i]));
  const first = [...new Map([...arrivals].reverse().map(({ place }) => [place, true])).keys()].reverse();
  const positions = first.map((place) => order.get(place) ?? 0);
  const shifts = positions.map((position, i) => Math.abs(position - i));
  const durationMs = (arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0);
  return {
    delivered: first.length,
    lost: booked.length - first.length,
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

/** How many that were booked later came before this one. */
function laterBefore(positions: number[], i: number): number {
  let later = 0;
  for (let before = 0; before < i; before++) if (positions[before] > positions[i]) later += 1;
  return later;
}
