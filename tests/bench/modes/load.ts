// Fifty people in ten channels for a minute, against the stand-in for Discord with its rate limits: waiting
// times, wrong answers, and growth of the bot's memory.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openIndex } from '../../fixtures/read-reports.ts';
import { chooseSource } from '../corpus.ts';
import type { CrowdOptions } from '../load/crowd.ts';
import { type LoadRun, runLoad, spreadOf, WARM_UP_MS } from '../load/run.ts';
import type { Mode } from '../mode.ts';
import { readQuestions } from '../questions.ts';
import { megabytes, milliseconds, table } from '../table.ts';

const CROWD: Omit<CrowdOptions, 'questions'> = {
  people: 50,
  channels: 10,
  durationMs: 60_000,
  paceMs: { min: 4000, max: 6000 }, // below the rate limit of a person
  habits: () => ({ '/ask': 40, mention: 25, reply: 15, part: 8, further: 7, turn: 5 }),
};
/** The bot's rate limit of a channel, above its default, which is meant for fewer people. */
const RATE_PER_CHANNEL = 1000;
/** Growth below this share after the warm-up counts as none. */
const FLAT = 0.1;

export const load: Mode = {
  name: 'load',
  summary: 'fifty people in ten channels of Discord for a minute: waiting times, mix-ups, memory',
  async run({ say, progress }) {
    const source = chooseSource();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-load-'));
    try {
      const opened = await openIndex(source.reports, path.join(folder, 'index'));
      if (!opened.ok) throw new Error(opened.reason);
      const questions = (await readQuestions(source.questions))
        .filter(({ history = [] }) => history.length === 0)
        .map(({ lang, question }) => ({ language: lang, question }));
      const environment = {
        REPORTS_DIR: source.reports,
        INDEX_DIR: path.join(folder, 'index'),
        RATE_PER_CHANNEL: String(RATE_PER_CHANNEL),
      };
      const crowd = { ...CROWD, questions };
      progress(`${crowd.people} people for ${crowd.durationMs / 1000} s …`);
      const run = await runLoad(crowd, opened.index, environment, folder);
      say(
        `${source.name}; ${crowd.people} people in ${crowd.channels} channels for ${crowd.durationMs / 1000} s, ${questions.length} questions\n`,
      );
      say(tableOf(run.requests));
      say(`\n${summaryOf(run)}`);
      return { source: source.name, ...run.figures };
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  },
};

function tableOf(requests: LoadRun['requests']): string {
  const kinds = [...new Set(requests.map(({ kind }) => kind))].sort();
  const rows = [...kinds, undefined].map((kind) => {
    const own = requests.filter((request) => kind === undefined || request.kind === kind);
    const spreads = (['firstMs', 'fullMs'] as const).map((time) =>
      own.flatMap((request) => request[time] ?? []),
    );
    return [
      kind ?? 'all',
      String(own.length),
      String(own.filter(({ shown }) => shown).length),
      String(own.filter(({ fault }) => fault !== undefined).length),
      ...spreads.flatMap((times) =>
        times.length === 0 ? ['-', '-', '-', '-'] : Object.values(spreadOf(times)).map(milliseconds),
      ),
    ];
  });
  const times = ['median', 'p95', 'p99', 'max'];
  const headings = ['', 'asked', 'answered', 'wrong', ...times.map((each) => `first ${each}`)];
  return table([...headings, ...times.map((each) => `full ${each}`)], rows);
}

function summaryOf({ figures, violations, errors, warnings, requests, exitCode }: LoadRun): string {
  const { memory, heap, processor, crowdDelayMs } = figures;
  const faults = requests.flatMap(({ fault }) => fault ?? []);
  return [
    `violations ${violations.length}, errors logged ${errors.length}, warnings ${warnings.length}, exit code ${exitCode}`,
    `memory of the bot: ${megabytes(memory.atStart)} at the start, ${megabytes(memory.afterWarmUp)} after ${WARM_UP_MS / 1000} s, ${megabytes(memory.atEnd)} at the end, peak ${megabytes(memory.peak)}`,
    `  growth after the warm-up ${(100 * memory.growth).toFixed(1)} %: ${memory.growth < FLAT ? 'flat' : 'NOT flat'}`,
    `  of it objects in use, the others collected: ${megabytes(heap.early)} after ${WARM_UP_MS / 1000} s, ${megabytes(heap.late)} at the end`,
    `processor of the bot: ${(100 * processor).toFixed(0)} % of one; the people were up to ${milliseconds(crowdDelayMs)} late themselves (p99)`,
    ...[...faults, ...violations, ...errors, ...warnings].slice(0, 20).map((sentence) => `! ${sentence}`),
  ].join('\n');
}
