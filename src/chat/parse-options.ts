// Options out of plain words, for platforms where people type a command in one line: /search 高标准农田 林业局 2023.
import { zoneNamed } from '../digests/index.ts';
import { normalise } from '../language/index.ts';
import { narrow, suggest } from '../lookup/index.ts';
import { periodIn, withoutPeriod } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { Command } from './command.ts';
import type { Choice, Option } from './option.ts';

/**
 * Gives each word of a line to the option that it can only mean; what is left, in its order, is the first text option. An option
 * that takes free text alone takes the whole line, and so does the only one that is required where nothing would be left for it.
 * @param collections names that may be meant by one of the words
 */
export function parseOptions(
  command: Command,
  line: string,
  index: PassageIndex,
  collections: readonly string[] = [],
): Record<string, string> {
  const options = Object.entries(command.options).filter(([, { file }]) => !file); // files are not written
  const main = options.find(([, { choices }]) => !choices) ?? options[0];
  if (!main) return {};
  if (main[1].wholeLine) return line.trim() === '' ? {} : { [main[0]]: line.trim() };
  const others = options
    .filter((each) => each !== main)
    .sort(([, one], [, other]) => Number(!one.choices) - Number(!other.choices)); // "thu" is in the name of a zone, too
  const values: Record<string, string> = {};
  const rest: string[] = [];
  const words = line.trim().split(/\s+/);
  if (words.length > MAX_WORDS) return { [main[0]]: line.trim() };
  while (words.length > 0) {
    const open = others.filter(([name]) => !(name in values));
    const found = firstValue(words, open, { index, collections });
    if (found) values[found.name] = found.value;
    else rest.push(words[0]);
    words.splice(0, found?.words ?? 1);
  }
  const text = rest.join(' ');
  const [name, option] = main;
  const alone = option.required && !others.some(([, { required }]) => required);
  if (text === '' && alone) return { [name]: line.trim() };
  if (text !== '') values[name] = meantBy(text, option) ?? text;
  return values;
}

/** Each word is held against the names in the library: a longer line, which no option takes anyway, is text as a whole. */
const MAX_WORDS = 200;

/** Where the names come from that a word can mean. */
interface NameSources {
  index: PassageIndex;
  collections: readonly string[];
}

/** New York, every day: so many words may name one thing together. */
const MAX_NAME_WORDS = 3;

/** The option that the first words of a line can only mean, the most words that do. */
function firstValue(line: string[], options: [string, Option][], known: NameSources) {
  for (let words = Math.min(MAX_NAME_WORDS, line.length); words > 0; words--) {
    const phrase = line.slice(0, words).join(' ');
    for (const [name, option] of options) {
      if (words > 1 && !option.choices && !IN_WORDS.includes(option.suggests)) continue; // names in the reports are written in one
      const labelled = labelledCollection(phrase, option);
      const value = labelled ?? (canOnlyMean(phrase, option, known) ? meantBy(phrase, option) : undefined);
      if (value !== undefined) return { name, value, words };
    }
  }
  return undefined;
}

/** What has names of several words. */
const IN_WORDS: (Option['suggests'] | undefined)[] = ['zone', 'collection'];

/** `collection:X` names a collection that the library need not have yet. */
function labelledCollection(word: string, { suggests, names }: Option): string | undefined {
  const [, label, name] = /^([^\s:：=]+)[:：=](\S+)$/u.exec(word) ?? [];
  if (suggests !== 'collection' || name === undefined) return undefined;
  return Object.values(names).includes(label.toLowerCase()) ? name : undefined;
}

/** Whether a word can only mean this option. */
function canOnlyMean(word: string, option: Option, { index, collections }: NameSources): boolean {
  if (option.choices) return choiceFor(word, option.choices) !== undefined;
  switch (option.suggests) {
    case 'agency':
      return OFFICE.test(normalise(word)) && narrow({ agency: word }, index).ok;
    case 'period':
      return periodIn(normalise(word)) !== undefined && withoutPeriod(normalise(word)).trim() === '';
    case 'report':
      return suggest('report', word, index, 1).some(({ label, value }) => label === word || value === word);
    case 'zone':
      return zoneNamed(word) !== undefined;
    case 'collection':
      return collections.some((name) => normalise(name) === normalise(word));
    case 'topic': // free text
    case 'file':
    case 'folder':
    case 'removed-file':
    case undefined:
      return false;
    default:
      return option.suggests satisfies never;
  }
}

/** What names of offices and places end with. */
const OFFICE = /(?:[局委办站院会镇乡县市区]|中心|街道|政府)$/;

const meantBy = (word: string, { choices }: Option): string | undefined =>
  choices ? choiceFor(word, choices)?.value : word;

/** A choice by its value or by its words in any language. */
function choiceFor(word: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = plainWord(word);
  return choices.find(
    ({ value, labels }) =>
      plainWord(value) === wanted || Object.values(labels).some((label) => plainWord(label) === wanted),
  );
}

/** Without what people write differently: Monday and Mondays, 周一, 每周一 and 星期一. */
const plainWord = (word: string): string =>
  normalise(word)
    .replace(/days$/, 'day')
    .replace(
      /^mon(?:day)? ?(?:to|[-–]) ?fri(?:day)?$|^(?:周|星期|礼拜)一[到至](?:周|星期|礼拜)五$/,
      'weekday',
    )
    .replace(/^every (?=[a-z]{3,6}day$)/, '')
    .replace(/^每?(?:周|星期|礼拜)(?=[一二三四五六日天]$)/, '周')
    .replace(/^周天$/, '周日');
