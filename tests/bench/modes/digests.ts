// Ten thousand digests due in the same minute, by the real program against both stand-ins with their limits:
// whether each arrives once and in order, how near to the limits, the memory, and the waiting times of
// people who ask meanwhile.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PassageIndex } from '../../../src/search/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import { chooseSource } from '../corpus.ts';
import {
  type AnswerTimes,
  type DigestLoad,
  type DigestRun,
  type PlatformRun,
  runDigests,
} from '../load/digest-run.ts';
import { topicsOver } from '../load/digest-topics.ts';
import type { Mode } from '../mode.ts';
import { readQuestions } from '../questions.ts';
import { megabytes, milliseconds, seconds, share, table } from '../table.ts';

const PLACES = { discord: 5000, telegram: 5000 };
const TOPICS = 500;
const MINUTE_MS = 60_000;
/** How long people ask before the digests, for comparison. */
const QUIET_MS = 25_000;
/** Time for the bot to start. */
const START_MS = 10_000;
/** Less than the digests take: all of this time people ask while digests are delivered. */
const ASKING_MS = 140_000;
const LIMIT_MS = 6 * MINUTE_MS;
/** The platforms' limits of messages for one bot. */
const PER_SECOND = { discord: 50, telegram: 30 };
/** Messages that the bot sends concurrently: no place may be overtaken by more. */
const UNDER_WAY = { discord: 20, telegram: 30 };
const MAX_BYTES = 400 * 1024 ** 2;

const PLATFORMS = ['discord', 'telegram'] as const;

export const digests: Mode = {
  name: 'digests',
  summary:
    'ten thousand digests due in the same minute: delivered once, in order; pace, memory, waiting times',
  async run({ say, progress }) {
    const source = chooseSource();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-digests-'));
    try {
      const environment = { REPORTS_DIR: source.reports, INDEX_DIR: path.join(folder, 'index') };
      const opened = await openIndex(source.reports, environment.INDEX_DIR);
      if (!opened.ok) throw new Error(opened.reason);
      const load = loadOver(opened.index, await questionsIn(source.questions));
      progress(`due at ${new Date(load.dueAt).toISOString()}; it takes about three minutes from then …`);
      const run = await runDigests(load, opened.index, environment, folder);
      say(
        `${source.name}; ${PLACES.discord} places on Discord, ${PLACES.telegram} on Telegram, ${load.topics.length} topics\n`,
      );
      say(tableOf(run));
      say(`\n${summaryOf(run)}`);
      const faults = faultsOf(run);
      for (const fault of faults) say(`! ${fault}`);
      if (faults.length > 0) process.exitCode = 1;
      const { unsent: _, violations: __, warnings: ___, errors: ____, ...figures } = run;
      return { source: source.name, ...figures, faults };
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  },
};

interface Asked {
  language: string;
  question: string;
}

const questionsIn = async (file: string): Promise<Asked[]> =>
  (await readQuestions(file))
    .filter(({ history = [] }) => history.length === 0)
    .map(({ lang, question }) => ({ language: lang, question }));

function loadOver(index: PassageIndex, questions: Asked[]): DigestLoad {
  const topics = topicsOver(
    index,
    questions.map(({ question }) => question),
    TOPICS,
  );
  const dueAt = Math.ceil((Date.now() + START_MS + QUIET_MS) / MINUTE_MS) * MINUTE_MS;
  const paceMs = { min: 5000, max: 8000 };
  const people = { people: 10, durationMs: ASKING_MS, paceMs, questions };
  const habits = () => ({ '/ask': 40, mention: 25, reply: 15, part: 8, further: 7, turn: 5 });
  return {
    ...{ places: PLACES, topics, dueAt, quietMs: QUIET_MS, limitMs: LIMIT_MS },
    people: {
      discord: { ...people, channels: 5, habits },
      telegram: { ...people, groups: 5, inGroup: 1 / 3 },
    },
  };
}

/** Violated promises, one sentence each. */
function faultsOf(run: DigestRun): string[] {
  const lines = PLATFORMS.flatMap((platform) => {
    const { lost, doubled, overtaken } = run[platform];
    return [
      ...(lost + doubled > 0 ? [`on ${platform}: ${lost} lost, ${doubled} doubled`] : []),
      ...(overtaken >= UNDER_WAY[platform]
        ? [`on ${platform} somebody was overtaken by ${overtaken}, more than are under way at a time`]
        : []),
    ];
  });
  const { peak } = run.memory;
  return [
    ...lines,
    ...(peak < MAX_BYTES ? [] : [`peak memory ${megabytes(peak)}, not below ${megabytes(MAX_BYTES)}`]),
    ...(run.exitCode === 0 ? [] : [`exit code ${run.exitCode}`]),
    ...[...run.unsent, ...run.violations, ...run.errors].slice(0, 20),
  ];
}

function tableOf(run: DigestRun): string {
  const rows = PLATFORMS.map((platform) => {
    const line = run[platform];
    const { delivered, lost, doubled, refusals, displacement, overtaken, durationMs, perSecond } = line;
    const counts = [delivered, lost, doubled, refusals].map(String);
    const pace = [seconds(durationMs), `${perSecond.toFixed(1)} of ${PER_SECOND[platform]}`];
    const order = [displacement.mean.toFixed(1), String(displacement.largest), String(overtaken)];
    return [platform, ...counts, ...pace, ...order];
  });
  const counts = ['delivered', 'lost', 'doubled', '429', 'took', 'a second'];
  return table(['', ...counts, 'out of order: mean', 'largest', 'overtaken by'], rows);
}

function summaryOf(run: DigestRun): string {
  const { memory, counts, durationMs, processorMs, warnings, errors, violations } = run;
  const { topicsAsked, topicsSearched, blockedMs } = counts;
  const written = run.discord.delivered + run.telegram.delivered;
  return [
    `all delivered ${seconds(durationMs)} after they were due, in real time; ${((1000 * written) / durationMs).toFixed(0)} digests written a second`,
    `topics: ${topicsAsked} asked for, ${share(topicsSearched, topicsAsked)} really searched`,
    `memory of the bot: ${megabytes(memory.before)} before, ${megabytes(memory.atEnd)} at the end, peak ${megabytes(memory.peak)}`,
    `  of it objects in use, the others collected: ${memory.inUse.map(megabytes).join(', ')}`,
    `processor of the bot: ${seconds(processorMs)}, ${((100 * processorMs) / durationMs).toFixed(0)} % of one; nothing else done for ${milliseconds(blockedMs.longest)} at most, ${milliseconds(blockedMs.p99)} in 99 of 100 looks`,
    ...PLATFORMS.map((platform) => `first sign to people on ${platform}: ${waitsOf(run[platform])}`),
    `violations ${violations.length}, errors logged ${errors.length}, warnings ${warnings.length}`,
    ...warnings.slice(0, 5),
  ].join('\n');
}

const waitsOf = ({ answers: { quiet, meanwhile } }: PlatformRun): string =>
  `before ${waitOf(quiet)}; while the digests go out ${waitOf(meanwhile)}`;

function waitOf({ asked, answered, firstMs }: AnswerTimes): string {
  if (!firstMs) return 'nobody asked';
  const { median, p95, max } = firstMs;
  return `median ${milliseconds(median)}, p95 ${milliseconds(p95)}, most ${milliseconds(max)} (${answered} of ${asked} answered)`;
}
