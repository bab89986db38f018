// Texts that are no reports: the paragraphs of CMRC 2018 and of the English part of XQuAD (both CC BY-SA 4.0), each
// set a folder that is asked its own questions, beside a plain full-text index in the same run.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { answer } from '../../../src/answer/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import { median, P99, percentile } from '../measure.ts';
import type { Mode } from '../mode.ts';
import type { Found } from '../peers/peer.ts';
import { plainEngine } from '../peers/plain-engine.ts';

const DATA = path.join(import.meta.dirname, '../../../../shared/data');
const SETS = [
  { name: 'CMRC 2018', file: 'cmrc2018_dev.json' },
  { name: 'XQuAD English', file: 'xquad_en.json' },
];
/** Length of quotes that counts for one question, in UTF-16 units. */
const BUDGET = 600;

interface Asked {
  question: string;
  answers: string[];
  file: string;
}

interface PublicData {
  data: {
    paragraphs: { context: string; qas: { question: string; answers: { text: string }[] }[] }[];
  }[];
}

/** What is measured of one engine. */
type Figures = Record<string, number>;

export const publicTexts: Mode = {
  name: 'public',
  summary: 'answers the questions of CMRC 2018 and XQuAD English from their paragraphs, beside plain FTS5',
  async run({ say, progress }) {
    const all: Record<string, { ours: Figures; plain: Figures }> = {};
    for (const { name, file } of SETS) {
      const data = await readData(path.join(DATA, file));
      if (!data) {
        say(`There is no ${file}; it is left out.`);
        continue;
      }
      const { texts, asked } = paragraphsOf(data);
      progress(`${name}: ${asked.length} questions …`);
      const plain = measure(asked, plainEngine(texts));
      const ours = await measureOurs(texts, asked);
      say(`${name}: ${asked.length} questions, ${texts.size} paragraphs`);
      say(`${''.padEnd(18)}${'ours'.padStart(8)}${'FTS5'.padStart(8)}`);
      for (const [figure, value] of Object.entries(ours))
        say(`${figure.padEnd(18)}${value.toFixed(3).padStart(8)}${plain[figure].toFixed(3).padStart(8)}`);
      all[name] = { ours, plain };
    }
    return all;
  },
};

async function readData(file: string): Promise<PublicData | undefined> {
  try {
    return JSON.parse(await fs.readFile(file, 'utf8')) as PublicData;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Each paragraph under a file name of its own, and the questions with the file that answers them. */
function paragraphsOf({ data }: PublicData): { texts: Map<string, string>; asked: Asked[] } {
  const texts = new Map<string, string>();
  const asked: Asked[] = [];
  for (const { context, qas } of data.flatMap(({ paragraphs }) => paragraphs)) {
    const file = `p${texts.size + 1}.txt`;
    texts.set(file, context);
    for (const { question, answers } of qas)
      asked.push({ question, answers: answers.map(({ text }) => text), file });
  }
  return { texts, asked };
}

/** The product over a folder of the texts. */
async function measureOurs(texts: ReadonlyMap<string, string>, asked: Asked[]): Promise<Figures> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-public-'));
  try {
    for (const [file, text] of texts) await fs.writeFile(path.join(folder, file), text);
    const opened = await openIndex(folder, path.join(folder, '.index'));
    if (!opened.ok) throw new Error(opened.reason);
    return measure(asked, (question) => {
      const given = answer(question, [], opened.index);
      return given.answered ? given.quotes : [];
    });
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

function measure(asked: Asked[], quotesFor: (question: string) => readonly Found[]): Figures {
  const times: number[] = [];
  let first = 0;
  let within = 0;
  let paragraph = 0;
  let refused = 0;
  for (const { question, answers, file } of asked) {
    const started = performance.now();
    const quotes = quotesFor(question);
    times.push(performance.now() - started);
    if (quotes.length === 0) refused++;
    const holds = (text: string) => answers.some((accepted) => squeeze(text).includes(squeeze(accepted)));
    const shown = quotes.map(({ text }) => text).join('\n');
    if (quotes[0] && holds(quotes[0].text)) first++;
    if (holds(shown.slice(0, BUDGET))) within++;
    if (quotes[0]?.file === file) paragraph++;
  }
  const share = (count: number) => count / asked.length;
  return {
    'first quote': share(first),
    'first 600': share(within),
    'right paragraph': share(paragraph),
    refused: share(refused),
    'median ms': median(times),
    'p99 ms': percentile(times, P99),
  };
}
