// Recall: whether results hold a gold quote of a fact or a figure, white space ignored.
import type { Found } from './peers/peer.ts';
import type { GoldQuestion } from './questions.ts';

/** How often a gold quote is in the first result, and in one of the first ten. */
export interface Quality {
  judged: number;
  first: number;
  amongTen: number;
}

const TEN = 10;
const squeeze = (text: string) => text.replace(/\s+/g, '');

export const noQuality = (): Quality => ({ judged: 0, first: 0, amongTen: 0 });

/** Counts the results of one question; only facts and figures count. */
export function judge(quality: Quality, question: GoldQuestion, found: Found[]): void {
  if (question.type !== 'fact' && question.type !== 'figure') return;
  const accepted = [...question.gold, ...(question.alt ?? [])];
  const rank = found
    .slice(0, TEN)
    .findIndex(({ file, text }) =>
      accepted.some((gold) => gold.file === file && squeeze(text).includes(squeeze(gold.quote))),
    );
  quality.judged++;
  if (rank === 0) quality.first++;
  if (rank >= 0) quality.amongTen++;
}
