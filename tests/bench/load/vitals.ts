// Loaded before a program: tells its parent several times a second how much memory and processor time it takes,
// and upon a message from it what is left when everything unused was collected.
import v8 from 'node:v8';
import vm from 'node:vm';
import { peakMemoryBytes } from '../measure.ts';

/** How the program does. Bytes, and milliseconds of processor time since its start. */
export interface Vitals {
  residentBytes: number;
  /** What objects take, those included that are not yet collected. */
  heapBytes: number;
  peakBytes: number;
  processorMs: number;
  /** What objects take that are in use; only right after the others were collected. */
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

/** The garbage collector, which a program is not given without asking. */
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
  process.on('disconnect', () => process.exit()); // nobody measures any more
  process.channel?.unref();
}
