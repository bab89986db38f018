// The program that answers one question, or a stream of them.
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FOLDER, sampleIndex } from '../answer/sample.ts';
import { ONE_SENTENCE, Programs, type Run } from './program.ts';

let programs: Programs;
beforeAll(async () => {
  programs = await Programs.create();
  await fs.mkdir(path.join(programs.folder, 'empty'));
  await sampleIndex(); // built here once, and not by each program
});
afterAll(() => programs.remove());

const ask = (flags: string[], run?: Run) => programs.run('terminal/ask.ts', flags, run);
const PLANS = '林业局2023年下半年有什么打算';

/** An answer as the program gives it in JSON. */
interface AnswerRecord {
  id: unknown;
  answered: boolean;
  kind: string;
  ms: number;
  quotes: {
    text: string;
    file: string;
    start: number;
    end: number;
    report: string;
    path: string[];
    id: string;
  }[];
  message: string;
}

const RECORD = {
  answered: true,
  kind: expect.stringMatching(/^(?:overview|facts|comparison)$/),
  ms: expect.any(Number),
  quotes: expect.any(Array),
  message: expect.any(String),
};
const QUOTE = {
  text: expect.any(String),
  file: expect.any(String),
  start: expect.any(Number),
  end: expect.any(Number),
  report: expect.any(String),
  path: expect.any(Array),
  id: expect.stringMatching(/^[A-Za-z0-9-]{1,40}$/),
};

async function expectFaithful({ quotes, message }: AnswerRecord): Promise<void> {
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes) {
    expect(quote).toEqual(QUOTE);
    const bytes = await fs.readFile(path.join(SAMPLE_FOLDER, quote.file));
    const source = new TextDecoder(quote.file === 'agriculture-2023-h1.txt' ? 'gb18030' : 'utf-8').decode(
      bytes,
    );
    expect(source.slice(quote.start, quote.end)).toBe(quote.text);
    expect(message).toContain(quote.id);
    expect(message).toContain(quote.text.split('\n')[0]);
  }
}

describe('a question', () => {
  it.concurrent('is answered on standard output, without colour in a pipe', async () => {
    const { code, stdout, stderr } = await ask([PLANS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^《林业局2023年上半年工作总结》列有 5 条：\n/);
    expect(stdout).toContain('1、对照任务补进度。');
    expect(stdout).not.toContain('\u001b');
    expect(stdout.endsWith('\n')).toBe(true);
  });

  it.concurrent('is answered as one JSON object with --json', async () => {
    const { code, stdout, stderr } = await ask(['--json', PLANS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const record = JSON.parse(stdout) as AnswerRecord;
    expect(record).toEqual({ ...RECORD, id: null, kind: 'overview' });
    await expectFaithful(record);
  });
});

describe('a stream of questions', () => {
  const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

  it.concurrent('is answered line by line, in order, each with its history', async () => {
    const input = lines(
      { id: 'q-1', question: PLANS },
      { id: 2, question: '存在哪些问题', history: ['林业局2023年上半年做了哪些工作'] },
      { id: null, question: '磁悬浮列车什么时候通车' },
    );
    const { code, stdout, stderr } = await ask(['--jsonl'], { input: `${input}\n` });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AnswerRecord);
    expect(records).toEqual([
      { ...RECORD, id: 'q-1' },
      { ...RECORD, id: 2 },
      { ...RECORD, id: null, answered: false, kind: 'none', quotes: [] },
    ]);
    const answered = records.slice(0, 2);
    expect(answered.map(({ quotes }) => quotes[0].file)).toEqual(Array(2).fill('forestry-2023-h1.txt'));
    expect(answered[1].quotes[0].text).toMatch(/^一是/);
    for (const record of answered) await expectFaithful(record);
  });

  it.concurrent('ends at a line that is no question with one sentence that names it', async () => {
    const input = `${lines({ id: 1, question: PLANS })}{"id": 2, "question"\n${lines({ id: 3, question: PLANS })}`;
    const { code, stdout, stderr } = await ask(['--jsonl'], { input });
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/^Line 2 of the questions is not JSON: \{"id": 2, "question"\n$/);
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it.concurrent('may be cut off by its reader without a word', async () => {
    const input = lines(...Array.from({ length: 60 }, (_, id) => ({ id, question: PLANS })));
    const { stderr } = await ask(['--jsonl'], { input, firstLineOnly: true });
    expect(stderr).toBe('');
  });
});

const FROM_ENVIRONMENT: Run = { environment: { REPORTS_DIR: '/from/environment' } };

describe('wrong use', () => {
  it.concurrent.each<[what: string, flags: string[], run: Run | undefined, code: number, sentence: RegExp]>([
    ['an unknown flag', ['--nope', '问'], undefined, 2, /'--nope'.*Usage/],
    ['no question', [], undefined, 2, /no question.*Usage/],
    ['a missing folder', ['--reports', 'nowhere', '问'], FROM_ENVIRONMENT, 1, /nowhere does not exist\.$/],
    [
      'an empty folder',
      ['--reports', 'empty', '问'],
      undefined,
      1,
      /empty holds no file that can be read\.$/,
    ],
    [
      'a file for a folder',
      ['--reports', path.join(SAMPLE_FOLDER, 'forestry-2023.txt'), '问'],
      undefined,
      1,
      /forestry-2023\.txt is a file/,
    ],
    ['a wrong setting', ['问'], { environment: { LOG_LEVEL: 'loud' } }, 2, /^LOG_LEVEL must be one of/],
  ])('gives one sentence: %s', async (_, flags, run, code, sentence) => {
    const ended = await ask(flags, run);
    expect(ended.stderr).toMatch(ONE_SENTENCE);
    expect(ended.stderr.trimEnd()).toMatch(sentence);
    expect(ended).toMatchObject({ code, stdout: '' });
  });

  it.concurrent.each(['terminal/ask.ts', 'main.ts'])(
    '%s says how it is used with --help',
    async (program) => {
      const { code, stdout, stderr } = await programs.run(program, ['--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: npm /);
    },
  );
});

describe('settings', () => {
  it.concurrent('come from the file .env where the program is started, unless the environment has them', async () => {
    const directory = path.join(programs.folder, 'project');
    await fs.mkdir(directory);
    await fs.writeFile(path.join(directory, '.env'), 'REPORTS_DIR=/from/file\n');
    const fromFile = await ask(['问'], { directory, environment: { REPORTS_DIR: undefined } });
    const fromEnvironment = await ask(['问'], { directory, ...FROM_ENVIRONMENT });
    expect(fromFile.stderr).toMatch(/ \/from\/file does not exist/);
    expect(fromEnvironment.stderr).toMatch(/ \/from\/environment does not exist/);
  });
});
