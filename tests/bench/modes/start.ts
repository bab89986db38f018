// Waiting times: a cold start of the real command up to its first answer, and answers in a running process.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chooseSource, PROJECT_ROOT, type Source } from '../corpus.ts';
import { median, P99, percentile } from '../measure.ts';
import type { Mode } from '../mode.ts';
import { readQuestions } from '../questions.ts';
import { megabytes, milliseconds, table } from '../table.ts';

const RUNS = 9;
const PRELOAD = path.join(import.meta.dirname, '..', 'peak-memory.ts');

export const start: Mode = {
  name: 'start',
  summary: 'cold starts with and without a snapshot, and answers in one process',
  async run({ say, progress }) {
    const source = chooseSource();
    const indexDirectory = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-bench-'));
    try {
      const questions = await readQuestions(source.questions);
      const command = new AskCommand(source, indexDirectory);
      progress('starts without a snapshot');
      const without = await coldStarts(command, questions[0].question, () =>
        fs.rm(indexDirectory, { recursive: true, force: true }),
      );
      progress('starts with a snapshot');
      const withSnapshot = await coldStarts(command, questions[0].question);
      say(`${source.name}, from the start of the process to the end of its first answer, ${RUNS} times`);
      say(startTable({ 'without a snapshot': without, 'with a snapshot': withSnapshot }));
      progress('all questions in one process');
      const passes = await answerTimes(command, questions);
      say(`\n${questions.length} questions asked in one process`);
      say(answerTable(passes));
      return { source: source.name, runs: RUNS, without, withSnapshot, passes };
    } finally {
      await fs.rm(indexDirectory, { recursive: true, force: true });
    }
  },
};

interface Ran {
  ms: number;
  output: string;
  peakBytes: number;
}

/** The `ask` command over one reports folder. */
class AskCommand {
  private readonly source: Source;
  private readonly indexDirectory: string;

  constructor(source: Source, indexDirectory: string) {
    this.source = source;
    this.indexDirectory = indexDirectory;
  }

  /** Runs it once. Measuring the peak memory loads more code, so times and peaks come from different runs. */
  async run(args: string[], { input = '', withPeak = false } = {}): Promise<Ran> {
    const before = performance.now();
    const child = spawn(
      process.execPath,
      [
        ...(withPeak ? ['--import', PRELOAD] : []),
        path.join(PROJECT_ROOT, 'adapters', 'terminal', 'ask.ts'),
        ...args,
        '--reports',
        this.source.reports,
      ],
      {
        cwd: PROJECT_ROOT,
        env: { ...process.env, INDEX_DIR: this.indexDirectory },
        stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      },
    );
    const [, output, complaint, peak] = child.stdio.map((stream, i) =>
      i > 0 && stream && 'read' in stream ? textFrom(stream) : Promise.resolve(''),
    );
    child.stdin?.end(input);
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const ms = performance.now() - before;
    if (code !== 0) throw new Error(`ask.ts ended with ${code}: ${await complaint}`);
    return { ms, output: await output, peakBytes: Number(await peak) };
  }
}

async function textFrom(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const piece of stream) text += piece;
  return text;
}

interface Starts {
  times: number[];
  peakBytes: number;
}

/** Starts the command several times after one uncounted start, which fills the system's caches. */
async function coldStarts(
  command: AskCommand,
  question: string,
  beforeEach: () => Promise<void> = async () => {},
): Promise<Starts> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    await beforeEach();
    const { ms, output } = await command.run([question]);
    if (!output.trim()) throw new Error('ask.ts gave no answer.');
    if (run > 0) times.push(ms);
  }
  await beforeEach();
  const { peakBytes } = await command.run([question], { withPeak: true });
  return { times, peakBytes };
}

function startTable(starts: Record<string, Starts>): string {
  const rows = Object.entries(starts).map(([name, { times, peakBytes }]) => [
    name,
    milliseconds(Math.min(...times)),
    milliseconds(median(times)),
    milliseconds(Math.max(...times)),
    megabytes(peakBytes),
  ]);
  return table(['start', 'min', 'median', 'max', 'peak memory'], rows);
}

/** Milliseconds of answers, by kind. */
type AnswerTimes = Record<string, number[]>;

/** Asks all questions twice in one process: right after the start, and warmed up. */
async function answerTimes(
  command: AskCommand,
  questions: { lang: string; question: string }[],
): Promise<AnswerTimes> {
  const asked = [...questions, ...questions];
  const lines = asked.map((each, id) => JSON.stringify({ ...each, id }));
  const { output } = await command.run(['--jsonl'], { input: `${lines.join('\n')}\n` });
  const answers = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ms: number });
  if (answers.length !== asked.length) throw new Error('ask.ts did not answer every question.');
  const times = (pass: number, lang?: string) =>
    answers
      .slice(pass * questions.length, (pass + 1) * questions.length)
      .filter((_, i) => !lang || questions[i].lang === lang)
      .map(({ ms }) => ms);
  return {
    'first time, both languages': times(0),
    'again, both languages': times(1),
    'again, Chinese': times(1, 'zh'),
    'again, English': times(1, 'en'),
  };
}

function answerTable(passes: AnswerTimes): string {
  const rows = Object.entries(passes).map(([name, times]) => [
    name,
    milliseconds(median(times)),
    milliseconds(percentile(times, P99)),
    milliseconds(Math.max(...times)),
  ]);
  return table(['answers', 'median', 'p99', 'max'], rows);
}
