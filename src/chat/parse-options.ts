// Reads options from one line of words, where a platform has no fields for them: /search 高标准农田 林业局 2023.
import { zoneNamed } from '../digests/index.ts';
import { normalise } from '../language/index.ts';
import { narrow, suggest } from '../lookup/index.ts';
import { periodIn, withoutPeriod } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { Command } from './command.ts';
import type { Choice, Option } from './option.ts';

/**
 * Each word goes to the one option that it can mean; the rest, in its order, is the first text option. A
 * `wholeLine` option takes everything; so does the only required one where nothing would be left.
 * @param collections names that a word can mean
 */
export function parseOptions(
  command: Command,
  line: string,
  index: PassageIndex,
  collections: readonly string[] = [],
): Record<string, string> {
  const options = Object.entries(command.options).filter(([, { file }]) => !file); // files are no text
  const main = options.find(([, { choices }]) => !choices) ?? options[0];
  if (!main) return {};
  if (main[1].wholeLine) return line.trim() === '' ? {} : { [main[0]]: line.trim() };
  const others = options
    .filter((each) => each !== main)
    // "thu" also begins the name of a zone
    .sort(([, one], [, other]) => Number(!one.choices) - Number(!other.choices));
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

/** Each word is compared with the names in the library; a longer line, too long for any option, is not. */
const MAX_WORDS = 200;

interface NameSources {
  index: PassageIndex;
  collections: readonly string[];
}

/** Words in one name: New York, every day. */
const MAX_NAME_WORDS = 3;

/** The one option that the first words of a line can mean; more words win over fewer. */
function firstValue(line: string[], options: [string, Option][], known: NameSources) {
  for (let words = Math.min(MAX_NAME_WORDS, line.length); words > 0; words--) {
    const phrase = line.slice(0, words).join(' ');
    for (const [name, option] of options) {
      // names in the reports are one word
      if (words > 1 && !option.choices && !SOURCES_OF_LONG_NAMES.includes(option.suggests)) continue;
      const labelled = labelledCollection(phrase, option);
      const value = labelled ?? (canOnlyMean(phrase, option, known) ? meantBy(phrase, option) : undefined);
      if (value !== undefined) return { name, value, words };
    }
  }
  return undefined;
}

/** Sources whose names may have several words. */
const SOURCES_OF_LONG_NAMES: (Option['suggests'] | undefined)[] = ['zone', 'collection'];

/** The X of `collection:X`, a name that the library need not know yet. */
function labelledCollection(word: string, { suggests, names }: Option): string | undefined {
  const [, label, name] = /^([^\s:：=]+)[:：=](\S+)$/u.exec(word) ?? [];
  if (suggests !== 'collection' || name === undefined) return undefined;
  return Object.values(names).includes(label.toLowerCase()) ? name : undefined;
}

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

/** Endings of names of agencies and localities. */
const OFFICE = /(?:[局委办站院会镇乡县市区]|中心|街道|政府)$/;

const meantBy = (word: string, { choices }: Option): string | undefined =>
  choices ? choiceFor(word, choices)?.value : word;

/** A choice by its value or its label in any language. */
function choiceFor(word: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = plainWord(word);
  return choices.find(
    ({ value, labels }) =>
      plainWord(value) === wanted || Object.values(labels).some((label) => plainWord(label) === wanted),
  );
}

/** The same for different spellings: Monday and Mondays, 周一, 每周一 and 星期一. */
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
