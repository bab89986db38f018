// Loaded before a program: reports its memory and processor time to the parent several times a second, and
// on a message from the parent the memory in use after a garbage collection.
import v8 from 'node:v8';
import vm from 'node:vm';
import { peakMemoryBytes } from '../measure.ts';

/** In bytes, and milliseconds of processor time since the start. */
export interface Vitals {
  residentBytes: number;
  /** All objects, also those not yet collected. */
  heapBytes: number;
  peakBytes: number;
  processorMs: number;
  /** Objects in use; only right after a collection. */
  liveBytes?: number;
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

/** The garbage collector; Node exposes it only by a flag. */
function collector(): () => void {
  v8.setFlagsFromString('--expose-gc');
  return vm.runInNewContext('gc') as () => void;
}

if (process.send) {
  const collect = collector();
  process.on('message', () => {
    collect();
    process.send?.({ ...vitals(), liveBytes: process.memoryUsage().heapUsed });
  });
  setInterval(() => process.send?.(vitals()), INTERVAL_MS).unref();
  process.on('disconnect', () => process.exit()); // the parent is gone
  process.channel?.unref();
}
