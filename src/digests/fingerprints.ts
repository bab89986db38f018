// What stays the same of a report or a sentence when files are renamed, moved or corrected elsewhere: short hashes of their words.
import { createHash } from 'node:crypto';
import { normalise, sentenceEnds } from '../language/index.ts';
import type { Quote, Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** A report's words, and its name: letters and digits, so that one in 10 million reports may take another's. */
const REPORT_MARK_LENGTH = 12;
/** A place keeps many of these: 41 bits each. */
const SENTENCE_MARK_LENGTH = 8;

/** A hash of a text in small letters and digits. `length` is at most 13. */
export function hashOf(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  return digest.readBigUInt64BE().toString(36).padStart(length, '0').slice(-length);
}

/** A hash of a report's own words, without white space and without what was dropped: 12 letters and digits. */
export function fingerprintOf(report: Report, index: Pick<PassageIndex, 'fileOf'>): string {
  const { text } = index.fileOf(report);
  const spans = [...report.sections.flatMap(({ heading }) => heading ?? []), ...report.passages];
  const words = spans.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
  return hashOf(words.join('').replace(/\s+/g, ''), REPORT_MARK_LENGTH);
}

/** A hash of a report's title, agency and period: the same when its words are corrected. Reports without names may share one. */
export function identityOf({ title, agency, period }: Report): string {
  return hashOf([title, agency ?? '', period?.label ?? ''].join('\n'), REPORT_MARK_LENGTH);
}

/** A sentence or clause as it is known again: what it says without white space, punctuation and ways to write it. */
export interface SentenceFingerprint {
  /** 8 letters and digits. */
  hash: string;
  /** UTF-16 units of the words that it stands for. */
  length: number;
}

/** The sentences of a text, each with its mark; none for a text without words. */
export function sentenceFingerprints(text: string): SentenceFingerprint[] {
  const ends = [...sentenceEnds(text).map(({ end }) => end), text.length];
  return ends.flatMap((end, i) => {
    const words = normalise(text.slice(ends[i - 1] ?? 0, end)).replace(/[^\p{L}\p{N}]+/gu, '');
    return words === '' ? [] : [{ hash: hashOf(words, SENTENCE_MARK_LENGTH), length: words.length }];
  });
}

/** The marks of a quote's sentences. */
export const sentenceFingerprintsOf = ({ text }: Pick<Quote, 'text'>): string[] =>
  sentenceFingerprints(text).map(({ hash }) => hash);

/** Whether more than half of the characters stand in sentences that were shown. */
export function areShown(marks: SentenceFingerprint[], shown: ReadonlySet<string>): boolean {
  const sum = (some: SentenceFingerprint[]) =>
    some.reduce((characters, { length }) => characters + length, 0);
  return 2 * sum(marks.filter(({ hash }) => shown.has(hash))) > sum(marks);
}

/** Whether more than half of a quote's characters stand in sentences that were shown. */
export const wasShown = ({ text }: Pick<Quote, 'text'>, shown: ReadonlySet<string>): boolean =>
  areShown(sentenceFingerprints(text), shown);
