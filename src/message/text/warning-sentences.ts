// From the sentences of a language, one for each kind of warning, to what is said of a file. Whatever came with the file is fit to be shown.
import type { Obstacle, PageRange, Warning } from '../../reports/index.ts';
import { shownName } from '../shown-name.ts';
import type { WarningTexts } from './keys/warnings.ts';

/** A sentence for each kind of a union, made of the values that the kind has. */
export type SentencesFor<Union extends { kind: string }> = {
  [Kind in Union['kind']]: (told: Extract<Union, { kind: Kind }>) => string;
};

/** What a language fills. */
export interface WarningSentences {
  obstacles: SentencesFor<Obstacle>;
  warnings: SentencesFor<Exclude<Warning, { kind: 'skipped' }>>;
  /** A file that is not read, `why` being said already. */
  skipped(why: string): string;
  /** What is said, with the name of the file that it is about. */
  named(file: string, said: string): string;
}

/** The texts that a language's sentences make. */
export function warningTexts({ obstacles, warnings, skipped, named }: WarningSentences): WarningTexts {
  const reason = (why: Obstacle) => say(obstacles, why);
  return {
    warning: (warning) => (warning.kind === 'skipped' ? reason(warning.why) : say(warnings, warning)),
    fileWarning: ({ file, warning }) => {
      const said = warning.kind === 'skipped' ? skipped(reason(warning.why)) : say(warnings, warning);
      return named(shownName(file), said);
    },
  };
}

function say<Union extends { kind: string }>(sentences: SentencesFor<Union>, told: Union): string {
  const sentence = sentences[told.kind as Union['kind']] as (values: Union) => string;
  return sentence(fitToBeShown(told));
}

/** Files come from anywhere: what stands in them is shown as their names are. */
const fitToBeShown = <Values extends object>(values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shownName(value) : value]),
  ) as Values;

const MAX_RANGES = 8;

/** Pages of a file in short. */
export interface PagesInShort {
  /** The first of them: 3, 7–9. */
  named: string[];
  /** How many there are, and how many of them are not named. */
  total: number;
  unnamed: number;
}

/** Names the first of a file's pages and counts the others. */
export function pagesInShort(pages: PageRange[]): PagesInShort {
  const first = pages.slice(0, MAX_RANGES);
  const total = lengthOf(pages);
  return {
    named: first.map((range) =>
      range.first === range.last ? `${range.first}` : `${range.first}–${range.last}`,
    ),
    total,
    unnamed: total - lengthOf(first),
  };
}

const lengthOf = (ranges: PageRange[]): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
