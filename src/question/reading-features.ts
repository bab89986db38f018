// What is true of a question, by name: the features of the linear models for shape, part and continuation.

import type { AskedPeriod } from './asked-period.ts';
import { type AskingSpan, FILLERS } from './asking-spans.ts';
import type { MentionedName } from './mentioned-name.ts';
import type { QuestionWords } from './question-words.ts';
import type { Stretch } from './reading-topic.ts';

export interface ReadParts {
  /** Blanks stand where a subject is left: 不聊这个了。 */
  normalised: string;
  words: QuestionWords;
  spans: readonly AskingSpan[];
  topic: readonly Stretch[];
  names: readonly MentionedName[];
  period: AskedPeriod | null;
  /** Groups of phrases that point to the question before. */
  evidence: ReadonlySet<string>;
  /** It says that another subject is left. */
  changesSubject: boolean;
}

export const PART_GROUPS = ['plans', 'problems', 'achievements', 'highlights', 'suggestions'] as const;
/** Groups that ask in one way: more evidence for each of them than a few questions give. */
const FAMILIES: Record<string, readonly string[]> = {
  'one fact': ['who', 'when', 'where', 'why', 'means', 'called', 'which', 'the one'],
  'a figure': ['count', 'money', 'rate', 'size', 'duration'],
  'authors asked': ['authors', 'areas', 'one author', 'who all'],
  compared: ['compare', 'better', 'each own'],
  'small talk': ['greeting', 'thanks', 'farewell', 'acknowledge', 'laughter', 'bot', 'everyday'],
  'an overview': ['list', 'overview', 'what all', 'how goes'],
  'yes or no': ['mention', 'whether'],
};
const SILENT = new Set([
  ...FILLERS,
  'name',
  'period',
  'term',
  'national',
  'province',
  'city',
  'county',
  'township',
  'subdistrict',
]);
/** Every question has them. */
const NO_FEATURES = new Set([...FILLERS, 'name', 'period', 'term']);
export const SHAPE_FAMILIES = [
  'one fact',
  'a figure',
  'authors asked',
  'compared',
  'an overview',
  'yes or no',
];

export const familiesOf = (groups: ReadonlySet<string>): string[] =>
  Object.entries(FAMILIES).flatMap(([family, members]) =>
    members.some((member) => groups.has(member)) ? [family] : [],
  );

/** A character of Chinese, or three letters. */
export const weightOf = ({ text }: Stretch): number =>
  [...text].reduce((sum, character) => sum + (character >= '\u3400' ? 1 : 1 / 3), 0);

function sizeFeatures(
  { normalised, topic, names, spans, period, evidence }: ReadParts,
  asks: boolean,
): string[] {
  const weight = topic.reduce((sum, stretch) => sum + weightOf(stretch), 0);
  const size = weight === 0 ? 'no topic' : weight <= 4 ? 'short topic' : weight <= 9 ? 'topic' : 'long topic';
  const features = [size];
  if (names.length >= 2) features.push('names');
  if (!asks) features.push('asks nothing', `asks nothing, ${size}`);
  if (!asks && names.length > 0) features.push('asks nothing, name');
  const refers = period !== null || evidence.has('back') || evidence.has('pointer');
  if (!asks && names.length === 0 && weight === 0) features.push(refers ? 'only refers' : 'nothing');
  if (!asks && names.length === 0 && !refers) features.push('asks nothing, no name');
  if (
    spans.every(({ group }) => SILENT.has(group)) &&
    topic.length > 0 &&
    normalised.length > 6 &&
    !/[?？]/.test(normalised)
  )
    features.push('a statement');
  return features;
}

function positionFeatures(asking: readonly AskingSpan[]): string[] {
  const first = asking[0];
  const last = asking.at(-1);
  return [...(first ? [`first ${first.group}`] : []), ...(last ? [`last ${last.group}`] : [])];
}

/** A part right beside a word that asks, or at the end, is what is asked. */
function headFeatures(asking: readonly AskingSpan[], normalised: string): string[] {
  const parts = asking.filter(({ group }) => PART_GROUPS.includes(group as 'plans'));
  const features = new Set<string>();
  const kinds = new Set(parts.map(({ group }) => group));
  if (kinds.size > 1)
    features.add(`last part ${parts[parts.length - 1].group}`).add(`first part ${parts[0].group}`);
  for (const part of parts) {
    const beside = asking.some(
      ({ group, start, end }) =>
        group === 'what all' && (Math.abs(start - part.end) <= 2 || Math.abs(part.start - end) <= 2),
    );
    if (beside || /^[\s\p{P}呢啊呀吧吗]*$/u.test(normalised.slice(part.end)))
      features.add(`asked ${part.group}`);
    if (/^的?[\s]*(?:里|中|部分|当中|section|part)/.test(normalised.slice(part.end)))
      features.add(`inside ${part.group}`);
  }
  return [...features];
}

function joinFeatures({ normalised, names }: ReadParts): string[] {
  if (names.length < 2) return [];
  const between = names.slice(1).map(({ start }, i) => normalised.slice(names[i].end, start));
  const joined = between.some((text) =>
    /^(?:\s*(?:和|跟|与|同|及|、|,|，|vs\.?|v\.?|versus|and|or|还是|or the|and the|&|\/)\s*(?:the )?)?$/.test(
      text,
    ),
  );
  const sameKind = new Set(names.map(({ kind }) => kind)).size < names.length;
  const byWord = between.some((text) =>
    /^[^,，。;；]{0,6}?(?:比|较|不如|赶不上|versus|against|than)/.test(text),
  );
  return [
    ...(byWord ? ['held against'] : []),
    ...(joined ? ['joined names'] : []),
    ...(sameKind ? ['names of one kind'] : ['place and agency']),
  ];
}

const PAIRS: [name: string, first: readonly string[], second: readonly string[]][] = [
  ['request to superiors', ['superior'], ['requesting', 'suggestions', 'future']],
  ['when in the future', ['when'], ['future', 'plans']],
  ['why failing', ['why'], ['failing', 'problems', 'trouble']],
  ['how in the future', ['how'], ['future', 'plans']],
  ['where in the future', ['where', 'which', 'means'], ['future', 'plans']],
  ['figure of the future', ['count', 'money', 'rate', 'size', 'duration', 'quantity'], ['future', 'plans']],
  ['how in the past', ['how'], ['success']],
  ['authors fail', ['authors', 'areas', 'one author', 'who all'], ['failing', 'problems', 'trouble']],
  ['authors plan', ['authors', 'areas', 'one author', 'who all'], ['future', 'plans']],
  ['figure among authors', ['count', 'quantity', 'money', 'rate'], ['authors', 'areas']],
  ['what in the future', ['what all'], ['future']],
  ['whether in the future', ['whether'], ['future', 'plans']],
  ['request of the future', ['superior'], ['future']],
  ['which is better', ['which', 'who'], ['better', 'compare']],
  ['what is said', ['overview'], ['report']],
];

/** What stands after the word that asks for a time. */
const afterWhen = ({ normalised, spans }: ReadParts): string =>
  normalised.slice(spans.find(({ group }) => group === 'when')?.end ?? 0).replace(/[了的]没|的话/g, '');

/** 敢不敢, 提没提. */
const isANotA = (text: string): boolean => {
  for (let i = 1; i < text.length - 1; i++)
    if ((text[i] === '不' || text[i] === '没') && text[i - 1] === text[i + 1] && text[i - 1] >= '\u3400')
      return true;
  return false;
};

const HINTS_OF_PARTS = [
  'trouble',
  'why failing',
  'next year',
  'when without past',
  'when in the future',
  'how in the future',
  'figure of the future',
  'where in the future',
  'authors plan',
  'whether in the future',
  'request to superiors',
];

/** For the shape and for the part. */
export function readingFeatures(read: ReadParts): string[] {
  const { normalised, spans, names, topic } = read;
  const asking = spans.filter(({ group }) => !SILENT.has(group));
  const groups = new Set(spans.map(({ group }) => group));
  if (read.evidence.has('future')) groups.add('future');
  const families = familiesOf(groups);
  const hasPart = PART_GROUPS.some((part) => groups.has(part));
  const features = new Set([
    'always',
    ...[...groups].filter((group) => !NO_FEATURES.has(group)),
    ...families,
    ...positionFeatures(asking),
    ...headFeatures(asking, normalised),
    ...joinFeatures(read),
  ]);
  for (const [name, first, second] of PAIRS)
    if (first.some((group) => groups.has(group)) && second.some((group) => groups.has(group)))
      features.add(name);
  for (const family of SHAPE_FAMILIES)
    if (families.includes(family) && hasPart) features.add(`${family}, of a part`);
  const asksShape = SHAPE_FAMILIES.some((family) => families.includes(family));
  for (const feature of sizeFeatures(read, asksShape || hasPart)) features.add(feature);
  if (families.includes('yes or no') && hasPart)
    features.add(topic.length ? 'yes or no, of a part, topic' : 'yes or no, of a part, no topic');
  if (groups.has('when') && /[\u3400-\u9fff]/.test(normalised))
    features.add(/[的了过咗]/.test(afterWhen(read)) ? 'when of the past' : 'when without past');
  if (read.period?.relative) features.add(`${read.period.relative} year`);
  if (groups.has('who') && hasPart) features.add(names.length ? 'who, of a part' : 'who, of a part, no name');
  if (isANotA(normalised)) features.add('A not A');
  if (
    /怎么[\u3400-\u9fff]{1,14}的[\s?？。呀啊呢]*$/.test(normalised) ||
    /咋[\u3400-\u9fff]{1,14}的[\s?？。呀啊呢]*$/.test(normalised)
  )
    features.add('how it was done');
  if (read.period?.untilYear && /(?:和|与|跟|vs|and|比)/.test(normalised)) features.add('two years');
  if (groups.has('failing') && groups.has('achievements') && !groups.has('problems'))
    features.add('negated result');
  if (groups.has('one author')) features.add(names.length ? 'one author, name' : 'one author, no name');
  if (groups.has('where') && groups.has('problems')) features.add('where of problems');
  if (!hasPart && !HINTS_OF_PARTS.some((hint) => features.has(hint))) features.add('no part');
  if (hasPart && !asksShape) features.add('only a part');
  if (families.includes('authors asked'))
    features.add(names.length ? 'authors asked beside a name' : 'authors asked, no name');
  if (hasPart && topic.length === 0) features.add('bare part');
  if (names.length >= 2 && families.includes('compared')) features.add('names compared');
  if (names.length >= 2 && (families.includes('authors asked') || groups.has('who')))
    features.add('who of the named');
  if (families.includes('small talk') && !hasPart && names.length === 0 && topic.length === 0)
    features.add('only small talk');
  if (families.includes('small talk') && (names.length > 0 || hasPart || topic.length > 0))
    features.add('small talk and more');
  if (groups.has('quantity') && !families.includes('one fact') && !families.includes('a figure'))
    features.add('bare quantity');
  if (asking.length > 0 && !asksShape && !hasPart && !families.includes('small talk'))
    features.add('only weak words');
  return [...features];
}
