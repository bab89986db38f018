// Sets times that are later than now to now: a wrong clock has dated them.

/** Changes the records in place; returns how many times were later. */
export function rewound<Name extends string>(
  records: Iterable<{ [Each in Name]?: unknown }>,
  names: readonly Name[],
  now: number,
): number {
  let count = 0;
  for (const record of records as Iterable<Record<string, unknown>>) {
    for (const name of names) {
      const at = record[name];
      if (typeof at !== 'number' || at <= now) continue;
      record[name] = now;
      count++;
    }
  }
  return count;
}
