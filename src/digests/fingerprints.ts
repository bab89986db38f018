// Fingerprints: short hashes of the words of a report or a sentence that survive renames, moves and
// corrections elsewhere.
import { createHash } from 'node:crypto';
import { normalise, sentenceEnds } from '../language/index.ts';
import type { Quote, Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** 62 bits as base 36: a collision is to be expected among billions of reports, not among millions. */
const REPORT_HASH_LENGTH = 12;
/** 41 bits: a place keeps many of them. */
const SENTENCE_HASH_LENGTH = 8;

/** A hash in small letters and digits. @param length at most 13 */
export function hashOf(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  return digest.readBigUInt64BE().toString(36).padStart(length, '0').slice(-length);
}

/** A hash of a report's words without white space and furniture: 12 letters and digits. */
export function fingerprintOf(report: Report, index: Pick<PassageIndex, 'fileOf'>): string {
  const { text } = index.fileOf(report);
  const spans = [...report.sections.flatMap(({ heading }) => heading ?? []), ...report.passages];
  const words = spans.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
  return hashOf(words.join('').replace(/\s+/g, ''), REPORT_HASH_LENGTH);
}

/**
 * A hash of a report's title, agency and period: survives corrections. Reports without these may share one.
 */
export function identityOf({ title, agency, period }: Report): string {
  return hashOf([title, agency ?? '', period?.label ?? ''].join('\n'), REPORT_HASH_LENGTH);
}

/** A hash of a sentence or clause without white space and punctuation, in normalised characters. */
export interface SentenceFingerprint {
  /** 8 letters and digits. */
  hash: string;
  /** UTF-16 units of the hashed words. */
  length: number;
}

/** One for each sentence of a text; none for a text without words. */
export function sentenceFingerprints(text: string): SentenceFingerprint[] {
  const ends = [...sentenceEnds(text).map(({ end }) => end), text.length];
  return ends.flatMap((end, i) => {
    const words = normalise(text.slice(ends[i - 1] ?? 0, end)).replace(/[^\p{L}\p{N}]+/gu, '');
    return words === '' ? [] : [{ hash: hashOf(words, SENTENCE_HASH_LENGTH), length: words.length }];
  });
}

/** The hashes of a quote's sentences. */
export const sentenceFingerprintsOf = ({ text }: Pick<Quote, 'text'>): string[] =>
  sentenceFingerprints(text).map(({ hash }) => hash);

/** Whether more than half of the characters are in sentences that were shown. */
export function areShown(sentences: SentenceFingerprint[], shown: ReadonlySet<string>): boolean {
  const sum = (some: SentenceFingerprint[]) =>
    some.reduce((characters, { length }) => characters + length, 0);
  return 2 * sum(sentences.filter(({ hash }) => shown.has(hash))) > sum(sentences);
}

/** Whether more than half of a quote's characters are in sentences that were shown. */
export const wasShown = ({ text }: Pick<Quote, 'text'>, shown: ReadonlySet<string>): boolean =>
  areShown(sentenceFingerprints(text), shown);
