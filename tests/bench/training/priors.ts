// What a feature says by its name, before any question is seen: the group `who` asks for one fact.
import type { LinearModel } from '../../../src/question/reading-model.ts';

const STRONG = 2;
const CLEAR = 1.2;
const WEAK = 0.5;

const all = (names: string, label: string, weight: number): LinearModel =>
  Object.fromEntries(names.split(', ').map((name) => [name, { [label]: weight }]));

export const SHAPE_PRIOR: LinearModel = {
  ...all('list, overview, how goes, only a part, only weak words', 'overview', CLEAR),
  ...all('what all', 'overview', WEAK),
  how: { overview: WEAK, fact: WEAK },
  'how in the future': { overview: STRONG },
  ...all('who, when, where, why, means, called, which, the one', 'fact', STRONG),
  ...all('count, money, rate, size, duration', 'figure', STRONG),
  ...all('bare quantity', 'figure', CLEAR),
  ...all('quantity, unit', 'figure', WEAK),
  ...all('authors asked', 'survey', STRONG),
  ...all('authors asked, no name', 'survey', WEAK),
  ...all('authors asked beside a name', 'fact', WEAK),
  ...all('one author, name', 'fact', STRONG),
  'held against': { comparison: STRONG },
  'two years': { comparison: CLEAR },
  'A not A': { existence: STRONG },
  'how it was done': { fact: CLEAR },
  'only refers': { overview: STRONG },
  'you first': { chat: WEAK },
  'first whether': { existence: CLEAR },
  ...all('compare, names compared, joined names', 'comparison', CLEAR),
  ...all('names of one kind, who of the named', 'comparison', CLEAR),
  ...all('better, each own', 'comparison', WEAK),
  ...all('mention', 'existence', CLEAR),
  ...all('whether, yes or no', 'existence', WEAK),
  ...all('yes or no, of a part, topic', 'existence', WEAK),
  ...all('bot, everyday, laughter, only small talk, nothing', 'chat', CLEAR),
  ...all('greeting, thanks, farewell, acknowledge', 'chat', WEAK),
  ...all('who, of a part, no name', 'survey', 2 * STRONG),
  ...all('where of problems', 'overview', WEAK),
  'asks nothing': { overview: WEAK },
  'asks nothing, no name': { chat: WEAK },
};

export const PART_PRIOR: LinearModel = {
  'no part': { none: STRONG },
  ...Object.fromEntries(
    ['plans', 'problems', 'achievements', 'highlights', 'suggestions'].flatMap((part) => [
      [part, { [part]: STRONG + CLEAR }],
      [`last part ${part}`, { [part]: WEAK }],
      [`asked ${part}`, { [part]: WEAK }],
      [`inside ${part}`, { [part]: CLEAR }],
    ]),
  ),
  ...all('future', 'plans', WEAK),
  ...all(
    'when in the future, how in the future, figure of the future, what in the future, where in the future',
    'plans',
    CLEAR,
  ),
  ...all('when without past', 'plans', STRONG),
  ...all('next year', 'plans', STRONG),
  ...all('why failing, trouble', 'problems', STRONG - WEAK),
  ...all('request to superiors', 'suggestions', STRONG + WEAK),
  'negated result': { problems: STRONG, achievements: -STRONG },
  ...all('superior', 'suggestions', WEAK),
};

export const CONTINUES_PRIOR: LinearModel = {
  'changes the subject': { continues: -3 * STRONG },
  ...all('points back, pointer, ends in 呢, begins with and, only a name, only a period', 'continues', CLEAR),
  ...all(
    'no name, no topic, pronoun, presupposes, definite noun, subject omitted, very short',
    'continues',
    WEAK,
  ),
  ...all('authors asked, compared, long topic, very long', 'continues', -WEAK),
  'name, asks': { continues: -WEAK },
  'name, part': { continues: -WEAK },
};
