// What is logged about the reports folder: warnings about its files and changes while it is watched.
import type { IndexStatus, WatchOptions } from './indexing/index.ts';
import type { Log } from './log.ts';
import { TEXTS } from './message/index.ts';
import type { Unserved, WatchTiming } from './reports/index.ts';
import { warmUp } from './warm-up.ts';

/** The warnings about the files, one English sentence each. */
export const warningSentences = ({ warnings }: IndexStatus): string[] => warnings.map(TEXTS.en.fileWarning);

/** Why a folder cannot be served, with the first warning about its files where there is one. */
export const unservedReason = ({ reason, first }: Unserved): string =>
  first ? `${reason} The first of its warnings: ${TEXTS.en.fileWarning(first)}.` : reason;

/** Whether a warning is about a file that should be read and cannot be; files of other kinds are left out. */
export const isUnread = (warning: IndexStatus['warnings'][number]['warning']): boolean =>
  warning.kind === 'skipped' && warning.why.kind !== 'unknown-ending' && warning.why.kind !== 'picture';

/** Options for watching the folder that log its changes. Each warning is logged when it is new. */
export function watchLogging(
  log: Log,
  warnings: string[],
  afterwards: () => void = () => {},
): Omit<WatchOptions, keyof WatchTiming> {
  let logged = new Set(warnings);
  return {
    prepare: warmUp,
    changed(status) {
      const { files, reports, passages } = status;
      const now = warningSentences(status);
      log.info({ files, reports, passages }, 'the reports changed');
      for (const warning of now) if (!logged.has(warning)) log.info({}, warning);
      logged = new Set(now);
      afterwards();
    },
    trouble: (sentence, error) => log.error(error === undefined ? {} : { err: error }, sentence),
    recovered: (sentence) => log.warn({}, sentence), // as visible as the trouble was
  };
}
