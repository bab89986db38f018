// The process of one engine: builds its index, asks all questions, writes the figures to a file.
// Arguments: the engine's name, the corpus folder, the file for the figures.
import fs from 'node:fs';
import { StoredCorpus } from './corpus.ts';
import { median, P99, peakMemoryBytes, percentile, settledMemory, timeEach } from './measure.ts';
import { PEERS } from './peers/index.ts';
import { judge, noQuality, type Quality } from './quality.ts';
import { questionTokens } from './question-tokens.ts';

export interface PeerFigures {
  indexMs: number;
  /** Resident memory that the index added, without the passages' own text. */
  residentBytes: number;
  /** Of it, JavaScript objects; absent for an engine with its index outside of them. */
  liveBytes?: number;
  /** Peak of the process during the build, with the passages' text and the runtime. */
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
