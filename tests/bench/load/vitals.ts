// Loaded before a program: tells its parent several times a second how much memory and processor time it takes.
import { peakMemoryBytes } from '../measure.ts';

/** How the program does. Bytes, and milliseconds of processor time since its start. */
export interface Vitals {
  residentBytes: number;
  /** What objects take, those included that are not yet collected. */
  heapBytes: number;
  peakBytes: number;
  processorMs: number;
}

const INTERVAL_MS = 250;

function vitals(): Vitals {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return {
    residentBytes: rss,
    heapBytes: heapUsed,
    peakBytes: peakMemoryBytes(),
    processorMs: (user + system) / 1000,
  };
}

if (process.send) {
  setInterval(() => process.send?.(vitals()), INTERVAL_MS).unref();
  process.on('disconnect', () => process.exit()); // nobody measures any more
  process.channel?.unref();
}
