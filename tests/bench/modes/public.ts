// Texts that are no reports: the paragraphs of CMRC 2018 (CC BY-SA 4.0) as a folder, asked its own questions.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { answer } from '../../../src/answer/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import { median, P99, percentile } from '../measure.ts';
import type { Mode } from '../mode.ts';

const DATA = path.join(import.meta.dirname, '../../../../shared/data/cmrc2018_dev.json');
/** Length of quotes that counts for one question, in UTF-16 units. */
const BUDGET = 600;

interface Asked {
  question: string;
  answers: string[];
  file: string;
}

interface PublicData {
  data: {
    paragraphs: { id: string; context: string; qas: { question: string; answers: { text: string }[] }[] }[];
  }[];
}

export const publicTexts: Mode = {
  name: 'public',
  summary: 'answers the questions of CMRC 2018 from its paragraphs, each a file of its own',
  async run({ say, progress }) {
    const data = await readData();
    if (!data) {
      say(`There is no ${DATA}; nothing to measure.`);
      return {};
    }
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-public-'));
    try {
      const asked = await writeFolder(data, folder);
      progress(`${asked.length} questions …`);
      const opened = await openIndex(folder, path.join(folder, '.index'));
      if (!opened.ok) throw new Error(opened.reason);
      const figures = measure(asked, opened.index);
      for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(18)} ${value.toFixed(3)}`);
      return figures;
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  },
};

async function readData(): Promise<PublicData | undefined> {
  try {
    return JSON.parse(await fs.readFile(DATA, 'utf8')) as PublicData;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeFolder({ data }: PublicData, folder: string): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { id, context, qas } of data.flatMap(({ paragraphs }) => paragraphs)) {
    const file = `${id}.txt`;
    await fs.writeFile(path.join(folder, file), context);
    asked.push(
      ...qas.map(({ question, answers }) => ({ question, answers: answers.map(({ text }) => text), file })),
    );
  }
  return asked;
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

function measure(asked: Asked[], index: PassageIndex): Record<string, number> {
  const times: number[] = [];
  let first = 0;
  let within = 0;
  let paragraph = 0;
  let refused = 0;
  for (const { question, answers, file } of asked) {
    const started = performance.now();
    const given = answer(question, [], index);
    times.push(performance.now() - started);
    const quotes = given.answered ? given.quotes : [];
    if (!given.answered) refused++;
    const holds = (text: string) => answers.some((accepted) => squeeze(text).includes(squeeze(accepted)));
    if (quotes[0] && holds(quotes[0].text)) first++;
    if (
      holds(
        quotes
          .map(({ text }) => text)
          .join('\n')
          .slice(0, BUDGET),
      )
    )
      within++;
    if (quotes[0]?.file === file) paragraph++;
  }
  const share = (count: number) => count / asked.length;
  return {
    questions: asked.length,
    'first quote': share(first),
    'first 600': share(within),
    'right paragraph': share(paragraph),
    refused: share(refused),
    'median ms': median(times),
    'p99 ms': percentile(times, P99),
  };
}
