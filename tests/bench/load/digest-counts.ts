// Loaded before the program: counts topic queries and the searches that they caused, and measures how long
// the event loop was blocked. Written to a file when the program ends.
import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LruCache } from '../../../src/digests/lru-cache.ts';
import { Selection } from '../../../src/digests/selection.ts';

export interface Counts {
  topicsAsked: number;
  topicsSearched: number;
  /** Delay of the event loop in milliseconds: the longest, and the 99th percentile. */
  blockedMs: { longest: number; p99: number };
}

/** The environment variable with the file's path. */
export const COUNTS_FILE = 'BENCH_COUNTS_FILE';

const file = process.env[COUNTS_FILE];
if (file !== undefined && process.send) count(file);

function count(file: string): void {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const counts = { topicsAsked: 0, topicsSearched: 0 };
  let isTopic = false;
  const { topic } = Selection.prototype;
  Selection.prototype.topic = function (sought) {
    counts.topicsAsked += 1;
    isTopic = true;
    const passages = topic.call(this, sought);
    isTopic = false;
    return passages;
  };
  const { get } = LruCache.prototype;
  LruCache.prototype.get = function (key, compute) {
    if (!isTopic) return get.call(this, key, compute);
    return get.call(this, key, () => {
      counts.topicsSearched += 1;
      return compute();
    });
  };
  process.on('exit', () => {
    const blockedMs = { longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6 };
    fs.writeFileSync(file, JSON.stringify({ ...counts, blockedMs } satisfies Counts));
  });
}
