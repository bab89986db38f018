// What each mechanism, each signal of the passage search and each sign of evidence is worth: switched off one at a time, the
// change of the score on each set of questions.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Evidence } from '../../../src/answer/evidence.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { during, imported, prepareCopy } from '../ablation/copy.ts';
import { MECHANISMS, noticing, SIGNALS, SIGNS, type Switch } from '../ablation/switches.ts';
import { PROJECT_ROOT } from '../corpus.ts';
import type { Mode } from '../mode.ts';
import { QUESTION_SETS } from '../question-sets.ts';
import { type GoldQuestion, readGold, SAMPLE, scoreAnswer } from '../score.ts';

const SETS = [...QUESTION_SETS, { ...SAMPLE, name: 'sample' }].filter(
  ({ reports, file }) => fs.existsSync(reports) && fs.existsSync(file),
);
const GROUPS = { mechanism: MECHANISMS, signal: SIGNALS, evidence: SIGNS };
const NAME_WIDTH = 38;
const INDEX_FOLDER = path.join(os.tmpdir(), `yinju-ablation-${process.getuid?.() ?? ''}`);

type Fixtures = typeof import('../../fixtures/read-reports.ts');
type Answers = typeof import('../../../src/answer/index.ts');
type Search = typeof import('../../../src/search/index.ts');

interface OpenSet {
  name: string;
  questions: GoldQuestion[];
  index: PassageIndex;
}

/** The copy of the product that is asked. */
interface Product {
  answer: Answers['answer'];
  PassageIndex: Search['PassageIndex'];
}

export const ablation: Mode = {
  name: 'ablation',
  summary:
    'switches each mechanism, signal and sign of evidence off in turn and scores the answers of each set',
  async run({ say }) {
    const switches = Object.values(GROUPS).flat();
    prepareCopy(switches.flatMap(({ standIns = {} }) => Object.keys(standIns)));
    const { openIndex } = (await imported('tests/fixtures/read-reports.ts')) as Fixtures;
    const { answer } = (await imported('src/answer/index.ts')) as Answers;
    const product = { answer, ...((await imported('src/search/index.ts')) as Search) };
    const sets = await openSets(openIndex);
    const whole = await askedWhole(sets, product);
    const all = whole.map((questions) => meanOf(questions.map(({ score }) => score)));
    say(['switched off'.padEnd(NAME_WIDTH), ...sets.map(({ name }) => name.padStart(9))].join(' '));
    say(['nothing'.padEnd(NAME_WIDTH), ...all.map((score) => score.toFixed(3).padStart(9))].join(' '));
    const figures: Record<string, number[]> = { nothing: all };
    for (const [group, each] of Object.entries(GROUPS)) {
      say(`\n${group}`);
      for (const one of each) {
        const scores = await scoresOf(sets, one, product, whole);
        figures[`${group}: ${one.name}`] = scores;
        const changes = scores.map((score, i) => signed(score - all[i]).padStart(9));
        say([one.name.padEnd(NAME_WIDTH), ...changes].join(' '));
      }
    }
    return { sets: sets.map(({ name }) => name), figures };
  },
};

/** Sets about the same reports share their index. */
async function openSets(openIndex: Fixtures['openIndex']): Promise<OpenSet[]> {
  const indexes = new Map<string, PassageIndex>();
  const sets: OpenSet[] = [];
  for (const set of SETS) {
    const gold = await readGold(set);
    if (!gold) continue;
    const folder = path.join(INDEX_FOLDER, path.relative(PROJECT_ROOT, set.reports).replaceAll('/', '-'));
    const opened = indexes.has(set.reports) ? undefined : await openIndex(set.reports, folder);
    if (opened && !opened.ok) throw new Error(opened.reason);
    if (opened) indexes.set(set.reports, opened.index);
    sets.push({ ...gold, index: indexes.get(set.reports) as PassageIndex });
  }
  return sets;
}

/** What a question scores with everything, and what was weighed for it and the questions before it. */
interface Whole {
  score: number;
  evidence: Evidence[];
}

async function askedWhole(sets: readonly OpenSet[], { answer }: Product): Promise<Whole[][]> {
  let evidence: Evidence[] = [];
  const { standIns = {} } = noticing((each) => evidence.push(each));
  return during(standIns, async () =>
    sets.map(({ questions, index }) =>
      questions.map((each) => {
        evidence = [];
        const score = scoreAnswer(each, answer(each.question, each.history ?? [], index));
        return { score, evidence };
      }),
    ),
  );
}

const meanOf = (scores: readonly number[]): number =>
  scores.reduce((sum, score) => sum + score, 0) / scores.length;

/** The mean score of each set. */
async function scoresOf(
  sets: readonly OpenSet[],
  one: Switch,
  product: Product,
  whole: readonly Whole[][],
): Promise<number[]> {
  const changed = new Map(
    [...new Set(sets.map(({ index }) => index))].map((index) => [index, without(one, index, product)]),
  );
  return during(one.standIns ?? {}, async () =>
    sets.map(({ questions, index }, set) => {
      const asked = changed.get(index) ?? index;
      return meanOf(
        questions.map((each, i) => {
          const { score, evidence } = whole[set][i];
          if (one.spares && evidence.every(one.spares)) return score;
          return scoreAnswer(each, product.answer(each.question, each.history ?? [], asked));
        }),
      );
    }),
  );
}

/** The index as a switch changes it: another one, since much is kept by index. */
function without(
  { thesaurus, index: properties }: Switch,
  index: PassageIndex,
  product: Product,
): PassageIndex {
  if (!thesaurus && !properties) return index;
  const { parts } = index;
  const changed = new product.PassageIndex(
    thesaurus ? { ...parts, thesaurus: thesaurus(parts.thesaurus) } : parts,
  );
  for (const [name, value] of Object.entries(properties?.(index) ?? {}))
    Object.defineProperty(changed, name, { value });
  return changed;
}

const signed = (value: number): string =>
  Math.abs(value) < 0.0005 ? '0' : `${value > 0 ? '+' : ''}${value.toFixed(3)}`;
