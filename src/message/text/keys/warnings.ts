// What there is to know about files, as parts of sentences: no capital at the beginning, no full stop.
import type { FileWarning, Warning } from '../../../reports/index.ts';

export interface WarningTexts {
  /** For a file that is named elsewhere. */
  warning(warning: Warning): string;
  /** With the name of the file before it. */
  fileWarning(warning: FileWarning): string;
}
