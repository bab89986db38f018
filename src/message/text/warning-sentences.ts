// Makes the texts about files from a language's sentences, one for each kind of warning. Values from files
// are made fit to be shown.
import type { PageRange, ReadFailure, Warning } from '../../reports/index.ts';
import { shownName } from '../shown-name.ts';
import type { WarningTexts } from './keys/warnings.ts';
import { range } from './range.ts';

/** A sentence for each kind of a union, made from the values of that kind. */
type SentencesFor<Union extends { kind: string }> = {
  [Kind in Union['kind']]: (values: Extract<Union, { kind: Kind }>) => string;
};

/** The sentences of a language. */
interface WarningSentences {
  obstacles: SentencesFor<ReadFailure>;
  warnings: SentencesFor<Exclude<Warning, { kind: 'skipped' }>>;
  /** A file that is not read; `why` is a sentence already. */
  skipped(why: string): string;
  /** A sentence after the name of the file. */
  named(file: string, sentence: string): string;
}

/** The texts that a language's sentences make. */
export function warningTexts({ obstacles, warnings, skipped, named }: WarningSentences): WarningTexts {
  const reason = (why: ReadFailure) => sentenceFor(obstacles, why);
  return {
    warning: (warning) => (warning.kind === 'skipped' ? reason(warning.why) : sentenceFor(warnings, warning)),
    fileWarning: ({ file, warning }) => {
      const sentence =
        warning.kind === 'skipped' ? skipped(reason(warning.why)) : sentenceFor(warnings, warning);
      return named(shownName(file), sentence);
    },
  };
}

function sentenceFor<Union extends { kind: string }>(sentences: SentencesFor<Union>, values: Union): string {
  const sentence = sentences[values.kind as Union['kind']] as (values: Union) => string;
  return sentence(fitToBeShown(values));
}

/** Texts in warnings come from files of any origin: they are shortened and cleaned as names of files are. */
const fitToBeShown = <Values extends object>(values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shownName(value) : value]),
  ) as Values;

const MAX_RANGES = 8;

/** The first pages of a list, and how many there are. */
interface PagesInShort {
  /** `3`, `7–9` */
  named: string[];
  total: number;
  unnamed: number;
}

export function pagesInShort(pages: PageRange[]): PagesInShort {
  const first = pages.slice(0, MAX_RANGES);
  const total = lengthOf(pages);
  return {
    named: first.map(({ first, last }) => range(first, last)),
    total,
    unnamed: total - lengthOf(first),
  };
}

const lengthOf = (ranges: PageRange[]): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
