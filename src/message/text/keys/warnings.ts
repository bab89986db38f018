// What the bot says about files, as keys with parameters. Parts of sentences: no capital at the beginning, no full stop.
import type { FileWarning, Warning } from '../../../reports/index.ts';

export interface WarningTexts {
  /** What is to be known about a file that is named already. */
  warning(warning: Warning): string;
  /** The same with the file's name before it. */
  fileWarning(warning: FileWarning): string;
}
