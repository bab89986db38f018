// The worth of each ranking signal: switched off one at a time, on the development questions (else on the
// sample's).
import { answer } from '../../../src/answer/index.ts';
import { type SignalName, WEIGHTS } from '../../../src/search/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import type { Mode } from '../mode.ts';
import { DEVELOPMENT, type GoldQuestion, readGold, SAMPLE, scoreAnswer } from '../score.ts';

export const ablation: Mode = {
  name: 'ablation',
  summary: 'switches each ranking signal off in turn and scores the answers',
  async run({ say }) {
    const sets = (await Promise.all([readGold(DEVELOPMENT), readGold(SAMPLE)])).filter(
      (set) => set !== undefined,
    );
    const figures: Record<string, Record<string, number>> = {};
    for (const { name, reports, questions, indexFolder } of sets) {
      const opened = await openIndex(reports, indexFolder);
      if (!opened.ok) throw new Error(opened.reason);
      const score = () => questions.reduce((sum, question) => sum + scoreOf(question), 0) / questions.length;
      const scoreOf = (question: GoldQuestion) =>
        scoreAnswer(question, answer(question.question, question.history ?? [], opened.index));
      const all = score();
      say(`${name}: all signals ${all.toFixed(3)}`);
      figures[name] = { all };
      for (const signal of Object.keys(WEIGHTS) as SignalName[]) {
        const weight = WEIGHTS[signal];
        WEIGHTS[signal] = 0;
        figures[name][signal] = score();
        WEIGHTS[signal] = weight;
        say(
          `  without ${signal.padEnd(12)} ${figures[name][signal].toFixed(3)}  (${signed(figures[name][signal] - all)})`,
        );
      }
    }
    return figures;
  },
};

const signed = (value: number) => `${value >= 0 ? '+' : ''}${value.toFixed(3)}`;
