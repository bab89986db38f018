// Fifty people in ten groups and in private for a minute, against the stand-in for Telegram with its limits:
// waiting times, those for Telegram's limits included, wrong answers, and growth of the bot's memory.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openIndex } from '../../fixtures/read-reports.ts';
import { chooseSource } from '../corpus.ts';
import { spreadOf, WARM_UP_MS } from '../load/run.ts';
import type { TelegramCrowd } from '../load/telegram-crowd.ts';
import { runTelegramLoad, type TelegramRun } from '../load/telegram-run.ts';
import type { Mode } from '../mode.ts';
import { readQuestions } from '../questions.ts';
import { megabytes, milliseconds, table } from '../table.ts';

/**
 * Five people in a group ask there three times a minute each: 15 of the 20 messages that Telegram lets a bot
 * send.
 */
const CROWD: Omit<TelegramCrowd, 'questions'> = {
  people: 50,
  groups: 10,
  durationMs: 60_000,
  paceMs: { min: 5000, max: 8000 },
  inGroup: 1 / 3,
};
/** Growth below this share after the warm-up counts as none. */
const FLAT = 0.1;

export const telegramLoad: Mode = {
  name: 'telegram-load',
  summary:
    'fifty people in ten groups of Telegram and in private for a minute: waiting times, mix-ups, memory',
  async run({ say, progress }) {
    const source = chooseSource();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-load-'));
    try {
      const opened = await openIndex(source.reports, path.join(folder, 'index'));
      if (!opened.ok) throw new Error(opened.reason);
      const questions = (await readQuestions(source.questions))
        .filter(({ history = [] }) => history.length === 0)
        .map(({ lang, question }) => ({ language: lang, question }));
      const environment = { REPORTS_DIR: source.reports, INDEX_DIR: path.join(folder, 'index') };
      progress(`${CROWD.people} people for ${CROWD.durationMs / 1000} s …`);
      const run = await runTelegramLoad({ ...CROWD, questions }, opened.index, environment, folder);
      say(
        `${source.name}; ${CROWD.people} people in ${CROWD.groups} groups for ${CROWD.durationMs / 1000} s, ${questions.length} questions\n`,
      );
      say(tableOf(run.requests));
      say(`\n${summaryOf(run)}`);
      const { refusals, sent, figures } = run;
      return { source: source.name, refusals, sent, ...figures };
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  },
};

function tableOf(requests: TelegramRun['requests']): string {
  const rows = (['group', 'private'] as const).map((place) => {
    const own = requests.filter(({ where }) => where === place);
    const spreads = (['firstMs', 'fullMs'] as const).map((time) =>
      own.flatMap((request) => request[time] ?? []),
    );
    return [
      place,
      String(own.length),
      String(own.filter(({ shown }) => shown).length),
      String(own.filter(({ fault }) => fault !== undefined).length),
      ...spreads.flatMap((times) => Object.values(spreadOf(times)).map(milliseconds)),
    ];
  });
  const times = ['median', 'p95', 'p99', 'max'];
  const headings = ['', 'asked', 'answered', 'wrong', ...times.map((each) => `first ${each}`)];
  return table([...headings, ...times.map((each) => `full ${each}`)], rows);
}

function summaryOf({
  figures,
  requests,
  refusals,
  sent,
  violations,
  errors,
  warnings,
  exitCode,
}: TelegramRun): string {
  const { memory, heap, processor, crowdDelayMs } = figures;
  const faults = requests.flatMap(({ fault }) => fault ?? []);
  return [
    `${sent} messages and edits sent, ${refusals} times asked to wait`,
    `violations ${violations.length}, errors logged ${errors.length}, warnings ${warnings.length}, exit code ${exitCode}`,
    `memory of the bot: ${megabytes(memory.atStart)} at the start, ${megabytes(memory.afterWarmUp)} after ${WARM_UP_MS / 1000} s, ${megabytes(memory.atEnd)} at the end, peak ${megabytes(memory.peak)}`,
    `  growth after the warm-up ${(100 * memory.growth).toFixed(1)} %: ${memory.growth < FLAT ? 'flat' : 'NOT flat'}`,
    `  objects alone: ${megabytes(heap.early)} at least in the first quarter after it, ${megabytes(heap.late)} in the last`,
    `processor of the bot: ${(100 * processor).toFixed(0)} % of one; the people were up to ${milliseconds(crowdDelayMs)} late themselves (p99)`,
    ...[...faults, ...violations, ...errors, ...warnings].slice(0, 20).map((sentence) => `! ${sentence}`),
  ].join('\n');
}
