// A process of its own for one engine: builds its index, asks it everything, writes the figures to a file.
// Arguments: the engine's name, the corpus folder, the file for the figures.
import fs from 'node:fs';
import { StoredCorpus } from './corpus.ts';
import { median, P99, peakMemoryBytes, percentile, settledMemory, timeEach } from './measure.ts';
import { PEERS } from './peers/index.ts';
import { judge, noQuality, type Quality } from './quality.ts';
import { questionTokens } from './question-tokens.ts';

/** What is measured of one engine. */
export interface PeerFigures {
  indexMs: number;
  /** What the index added to the process, the passages' own text not counted. */
  residentBytes: number;
  /** Of it, what objects take; absent for an engine that keeps its index elsewhere. */
  liveBytes?: number;
  /** The most that the process held while it built the index, the passages' text and the runtime included. */
  peakBytes: number;
  medianMs: number;
  p99Ms: number;
  quality: Quality;
}

const [name, directory, resultFile] = process.argv.slice(2);
const listed = PEERS.find((each) => each.name === name);
if (!listed) throw new Error(`No engine has the name ${name}.`);
const peer = await listed.load();
const corpus = new StoredCorpus(directory);
const build = peer(corpus);
const inputs = corpus.questions().map((gold) => ({
  gold,
  asked: { text: gold.question, tokens: questionTokens(gold.question) },
}));

const before = settledMemory();
const started = performance.now();
const search = await build();
const indexMs = performance.now() - started;
const peakBytes = peakMemoryBytes();
const after = settledMemory();

const quality = noQuality();
const times = await timeEach(
  inputs,
  ({ asked }) => search(asked),
  ({ gold }, found) => judge(quality, gold, found),
);
const figures: PeerFigures = {
  indexMs,
  residentBytes: after.resident - before.resident,
  ...(listed.native ? {} : { liveBytes: after.live - before.live }),
  peakBytes,
  medianMs: median(times),
  p99Ms: percentile(times, P99),
  quality,
};
fs.writeFileSync(resultFile, JSON.stringify(figures));
