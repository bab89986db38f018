// Compares search engines on the same passages and questions, at the real size and many times that. All
// figures of a table come from one run, each engine alone in a process of its own, one after the other.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ReportFile } from '../../../src/reports/index.ts';
import { type ChildResult, measureInChild } from '../child.ts';
import { type CorpusSize, chooseSource, readSource, scaled, storeCorpus } from '../corpus.ts';
import type { PeerFigures } from '../measure-peer.ts';
import type { Mode, ModeOptions } from '../mode.ts';
import { PEERS, WHOLE_ANSWER } from '../peers/index.ts';
import { type GoldQuestion, readQuestions } from '../questions.ts';
import { factor, megabytes, milliseconds, seconds, share, table } from '../table.ts';

type Results = Map<string, ChildResult<PeerFigures>>;

/** One comparison at one size. */
interface Round {
  times: number;
  size: CorpusSize;
  results: Results;
}

const COLUMNS = `memory  what the index added to the memory of the process (resident)
live    of it, what objects still take once everything unused was collected
peak    the most that the process held up to then, passages and runtime included
median, p99  of a query, tokens in and passages out; of our answer, question in and message out`;

export const peers: Mode = {
  name: 'peers',
  summary: 'this project beside other search engines, on the same passages and questions',
  async run(options) {
    const source = chooseSource();
    const questions = (await readQuestions(source.questions)).filter(({ lang }) => lang === 'zh');
    const files = await readSource(source);
    options.say(`${source.name}, ${questions.length} Chinese questions\n`);
    for (const { name, summary } of PEERS) options.say(`${name.padEnd(11)} ${summary}`);
    options.say(`\n${COLUMNS}`);
    const rounds: Round[] = [];
    for (const times of [1, options.times]) {
      const round = await compare(files, questions, times, options);
      options.say(`\n${roundTable(round)}`);
      rounds.push(round);
    }
    const [one, many] = rounds;
    options.say(`\nFrom 1× to ${many.times}×\n${growthTable(one, many)}`);
    options.say(`\n${acceptance(many)}`);
    return {
      source: source.name,
      questions: questions.length,
      rounds: rounds.map((round) => ({ ...round, results: Object.fromEntries(round.results) })),
    };
  },
};

async function compare(
  files: ReportFile[],
  questions: GoldQuestion[],
  times: number,
  { progress }: ModeOptions,
): Promise<Round> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-bench-'));
  try {
    progress(`${times}×: the passages are prepared`);
    const size = storeCorpus(directory, times === 1 ? files : await scaled(files, times), questions);
    const results: Results = new Map();
    for (const { name } of PEERS) {
      progress(`${times}×: ${name}`);
      const resultFile = path.join(directory, 'figures.json');
      results.set(name, await measureInChild('measure-peer.ts', [name, directory], resultFile));
    }
    return { times, size, results };
  } finally {
    await fs.rm(directory, { recursive: true, force: true });
  }
}

function figuresOf(round: Round, name: string): PeerFigures | undefined {
  const result = round.results.get(name);
  return result?.ok ? result.figures : undefined;
}

function roundTable(round: Round): string {
  const { times, size } = round;
  const ours = figuresOf(round, WHOLE_ANSWER);
  const rows = [...round.results].map(([name, result]) => {
    if (!result.ok) return [name, result.reason];
    const { indexMs, residentBytes, liveBytes, peakBytes, medianMs, p99Ms, quality } = result.figures;
    return [
      name,
      seconds(indexMs),
      megabytes(residentBytes),
      liveBytes === undefined ? '-' : megabytes(liveBytes),
      megabytes(peakBytes),
      milliseconds(medianMs),
      milliseconds(p99Ms),
      ours ? factor(medianMs / ours.medianMs) : '-',
      // Varied copies hold the answers too, so recall means nothing there.
      ...(times === 1 ? [share(quality.first, quality.judged), share(quality.amongTen, quality.judged)] : []),
    ];
  });
  const headings = ['engine', 'index', 'memory', 'live', 'peak', 'median', 'p99', 'to our answer'];
  if (times === 1) headings.push('answer first', 'among ten');
  const title = `${times}×: ${size.files} files, ${size.reports} reports, ${size.passages} passages`;
  return `${title}\n${table(headings, rows)}`;
}

function growthTable(one: Round, many: Round): string {
  const rows = PEERS.map(({ name }) => {
    const before = figuresOf(one, name);
    const after = figuresOf(many, name);
    if (!before || !after) return [name, 'not measured'];
    return [
      name,
      factor(after.indexMs / before.indexMs),
      factor(after.residentBytes / before.residentBytes),
      factor(after.medianMs / before.medianMs),
      factor(after.p99Ms / before.p99Ms),
    ];
  });
  const passages = factor(many.size.passages / one.size.passages);
  return table([`${passages} passages`, 'index', 'memory', 'median', 'p99'], rows);
}

/** The whole answer may take this many times as long as a bare query of FTS5. */
const MAX_FTS5_FACTOR = 3;

/** The promise at scale: the whole answer against bare queries of the engines with the same tokens. */
function acceptance(round: Round): string {
  const answer = figuresOf(round, WHOLE_ANSWER)?.medianMs;
  const rivals = [
    { name: 'minisearch', factor: 1, says: 'less than a bare minisearch query' },
    {
      name: 'fts5',
      factor: MAX_FTS5_FACTOR,
      says: `at most ${MAX_FTS5_FACTOR} times a bare FTS5 query with the same tokens`,
    },
  ];
  const verdicts = rivals.map(({ name, factor: max, says }) => {
    const bare = figuresOf(round, name)?.medianMs;
    if (answer === undefined || bare === undefined) return `  ${says}: not measured`;
    const kept = max === 1 ? answer < bare : answer <= max * bare;
    const figures = `${milliseconds(answer)} to ${milliseconds(bare)}, ${factor(answer / bare)}`;
    return `  ${says}: ${kept ? 'yes' : 'no'} (${figures})`;
  });
  return [`At ${round.times}× our whole answer costs (medians)`, ...verdicts].join('\n');
}
