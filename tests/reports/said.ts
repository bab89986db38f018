// What is said of files in English: tests compare sentences, as people read them.
import { TEXTS } from '../../src/message/index.ts';
import type { FileWarning, Obstacle, Warning } from '../../src/reports/index.ts';

const { en } = TEXTS;

export const saidOf = (warnings: readonly Warning[]): string[] => warnings.map(en.warning);
export const saidOfFiles = (warnings: readonly FileWarning[]): string[] => warnings.map(en.fileWarning);
export const reasonSaid = (why: Obstacle): string => en.warning({ kind: 'skipped', why });
