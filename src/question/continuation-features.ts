// What is true of a question that may continue the one before it, by name: the features of the linear model of continuation.
import { FILLERS } from './asking-spans.ts';
import { familiesOf, PART_GROUPS, type ReadParts, SHAPE_FAMILIES, weightOf } from './read-parts.ts';

/** Sizes of a topic: Chinese characters, or three letters of a word. */
const SIZES: [most: number, name: string][] = [
  [0, 'no topic'],
  [2, 'topic of a word'],
  [4, 'topic of two words'],
  [7, 'topic of three words'],
];
const CONJUNCTION = /^\s*(?:那|而|至于|and\b|then\b|or\b|but\b|so\b|what about|how about|also\b)/;
/** Asks for an overview where it stands alone; after a question it only names another subject. */
const JOINING = /^\s*(?:(?:ok|okay|and|so|then|but)[, ]+)*(?:what|how) about\b/;
const FINAL_PARTICLE = /[呢嘞咧呐][\s?？。!！]*$/;
const PRONOUN =
  /(?:它|他们|她|其中|这个|那个|这些|那些|该)|\b(?:it|its|they|them|their|those|these|that|he|she|his|her|him|this one)\b/;
/** A determined noun at the end that nothing determines further: the budget? */
const DEFINITE = /\b(?:the|its|their|his|her) (?:[a-z-]+ )?[a-z-]+[\s?.!]*$/;
const DETERMINED_FURTHER = /\b(?:of|in|at|by|from|for|on|under|between)\b/;

export function continuationFeatures(read: ReadParts): string[] {
  const { normalised, spans, names, topic, period, evidence } = read;
  const joined = JOINING.exec(normalised)?.[0].length ?? 0;
  const groups = new Set(spans.filter(({ end }) => end > joined).map(({ group }) => group));
  const families = familiesOf(groups);
  const size = sizeOf(topic.reduce((sum, stretch) => sum + weightOf(stretch), 0));
  const part = PART_GROUPS.some((each) => groups.has(each));
  // better or worse?: what is compared stands in the question before
  const asks = SHAPE_FAMILIES.some((family) => family !== 'compared' && families.includes(family));
  const who = names.length > 0 ? 'name' : 'no name';
  const what = part ? 'part' : asks ? 'asks' : 'asks nothing';
  const features = new Set([
    'always',
    size,
    who,
    what,
    `${who}, ${size}`,
    `${who}, ${what}`,
    lengthOf(normalised),
  ]);
  const add = (name: string, is: boolean) => {
    if (is) features.add(name);
  };
  add('changes the subject', read.changesSubject);
  add('points back', evidence.has('back'));
  add('pointer', evidence.has('pointer'));
  add('asks for more', evidence.has('more'));
  add('asks to expand', evidence.has('expand'));
  add('this matter', evidence.has('this matter'));
  add('presupposes', evidence.has('presupposes'));
  add('pointer, no name', evidence.has('pointer') && names.length === 0);
  add('presupposes, no name', evidence.has('presupposes') && names.length === 0);
  const joins = CONJUNCTION.test(normalised) && evidence.has('back');
  const trailsOff = FINAL_PARTICLE.test(normalised);
  add('begins with and', joins);
  add('ends in 呢', trailsOff);
  add('asks nothing, conjunction', what === 'asks nothing' && (joins || trailsOff));
  add('pronoun', PRONOUN.test(normalised));
  add(
    'definite noun',
    names.length === 0 && DEFINITE.test(normalised) && !DETERMINED_FURTHER.test(normalised),
  );
  add('subject omitted', beginsWithVerb(read));
  add('period', period !== null);
  add('period, no name', period !== null && names.length === 0);
  add(`${what}, ${size}, ${who}`, true);
  add('only a name', names.length > 0 && size === 'no topic' && what === 'asks nothing');
  add(
    'only a period',
    names.length === 0 && size === 'no topic' && what === 'asks nothing' && period !== null,
  );
  for (const family of ['authors asked', 'compared', 'yes or no', 'one fact', 'a figure'])
    add(family, families.includes(family));
  add('courtesy', groups.has('courtesy'));
  return [...features];
}

const sizeOf = (weight: number): string => SIZES.find(([most]) => weight <= most)?.[1] ?? 'long topic';

/** Chinese says four times as much in a character as English. */
function lengthOf(normalised: string): string {
  const text = normalised.trim();
  const length = /[\u3400-\u9fff]/.test(text) ? text.length : text.length / 2.6;
  return length <= 5
    ? 'very short'
    : length <= 9
      ? 'short'
      : length <= 15
        ? 'of some length'
        : length <= 24
          ? 'long'
          : 'very long';
}

/** 花了多少钱: who or what did it stands in the question before. */
function beginsWithVerb({ words: { words }, spans, normalised }: ReadParts): boolean {
  if (!/[\u3400-\u9fff]/.test(normalised)) return false;
  const fills = (start: number, end: number) =>
    spans.some(
      (span) =>
        FILLERS.has(span.group) && span.start <= start && span.end >= end && span.group !== 'light verb',
    );
  const first = words.find(({ text, start, end }) => /\p{L}/u.test(text) && !fills(start, end));
  return first !== undefined && /^(?:v|vi|vn|vd|d|zg)$/.test(first.tag);
}
