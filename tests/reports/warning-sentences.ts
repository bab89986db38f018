// The English sentences of warnings: tests compare what people read.
import { TEXTS } from '../../src/message/index.ts';
import type { FileWarning, ReadFailure, Warning } from '../../src/reports/index.ts';

const { en } = TEXTS;

export const sentencesOf = (warnings: readonly Warning[]): string[] => warnings.map(en.warning);
export const fileSentencesOf = (warnings: readonly FileWarning[]): string[] => warnings.map(en.fileWarning);
export const reasonSentence = (why: ReadFailure): string => en.warning({ kind: 'skipped', why });
