// Questions of public sets with the evidence for an answer, over texts that are no reports. Those about one half of the
// articles have no answer in the other half.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { judged } from '../../../src/answer/answer.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import type { WeighedQuestion } from './fit-answerability.ts';

const FOLDER = path.join(import.meta.dirname, '../../../../shared/data');
const FILES = ['cmrc2018_dev.json', 'xquad_en.json'];
/** Of each set so many questions that have an answer, and about as many that have none. */
const SAMPLE = 150;

interface Article {
  paragraphs: { context: string; qas: { question: string }[] }[];
}

/** None where the data is absent. */
export async function weighedPublicQuestions(): Promise<WeighedQuestion[]> {
  const weighed: WeighedQuestion[] = [];
  for (const file of FILES.filter((each) => fs.existsSync(path.join(FOLDER, each)))) {
    const { data } = JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as { data: Article[] };
    const held = data.filter((_, i) => i % 2 === 0);
    const others = data.filter((_, i) => i % 2 === 1);
    const set = path.basename(file, '.json');
    const index = await indexOver(held, set);
    for (const [articles, answerable] of [
      [held, true],
      [others, false],
    ] as const)
      for (const question of sampleOf(articles)) {
        const { answer, evidence } = judged(question, [], index, { dares: true });
        if (evidence && answer.answered) weighed.push({ set, evidence, answerable });
      }
  }
  return weighed;
}

function sampleOf(articles: readonly Article[]): string[] {
  const questions = articles.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ qas }) => qas.map(({ question }) => question)),
  );
  const step = Math.ceil(questions.length / SAMPLE);
  return questions.filter((_, i) => i % step === 0);
}

/** Each paragraph is a file of its own. */
async function indexOver(articles: readonly Article[], name: string): Promise<PassageIndex> {
  const folder = path.join(os.tmpdir(), 'yinju-train-public', name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  for (const [i, { context }] of paragraphs.entries())
    fs.writeFileSync(path.join(folder, `${i + 1}.txt`), context);
  const opened = await openIndex(folder, path.join(os.tmpdir(), 'yinju-train-index', name));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.index;
}
