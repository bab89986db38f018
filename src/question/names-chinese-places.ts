// Chinese names of places: a run of words up to an ending such as 镇, and places that the dictionary knows.
import { lexicon } from '../language/index.ts';
import type { MentionedName, NameSource } from './mentioned-name.ts';
import { endingIn, NO_PLACE, PLACE_ENDINGS } from './name-lists.ts';
import { HAN, isAskedFor, joins } from './names-chinese-context.ts';
import type { QuestionWord } from './question-words.ts';

const MAX_PLACE_LENGTH = 4;

export function placeAt(
  question: string,
  all: readonly QuestionWord[],
  last: number,
  ending: string,
  source: NameSource,
): MentionedName[] {
  const word = all[last];
  if (word.tag === 'x' && /^[由归给在向对把被让叫请和跟与]/.test(word.text)) return [];
  if ((word.text !== ending && NO_PLACE.has(word.text)) || isAskedFor(question, word.start)) return [];
  let { start } = word;
  if (word.text === ending || (word.text.length <= 2 && word.tag === 'x')) {
    let first = last;
    while (
      first > 0 &&
      word.end - all[first - 1].start - ending.length <= MAX_PLACE_LENGTH - 1 &&
      joins(all[first - 1], all[first], source)
    ) {
      first--;
      if (endingIn(all[first].text, PLACE_ENDINGS) && all[first].text.length > 1) {
        first++;
        break;
      }
    }
    ({ start } = all[first]);
  }
  const text = question.slice(start, word.end);
  if (text.length <= ending.length || NO_PLACE.has(text) || isAskedFor(question, start)) return [];
  if (/^[省市县区州旗]/.test(text) && text.length - ending.length === 1) return [];
  if (
    /^[由归给在向对把被让叫请]/.test(text) ||
    /[治整创建进出到全][省市县区镇乡村]$/.test(text) ||
    /城市$/.test(text)
  )
    return [];
  if (/^(?:每|各|哪|几|全|本|我|咱|贵|某|这|那|多少|所有|个)/.test(text)) return [];
  return [{ kind: 'place', start, end: word.end }];
}

/** 西塘: a place of the dictionary without an ending. */
export const namedByTag = ({ words, phrases }: NameSource): MentionedName[] =>
  words.words
    .filter(
      ({ text, tag, start, end }) =>
        tag === 'ns' &&
        text.length >= 2 &&
        HAN.test(text) &&
        !NO_PLACE.has(text) &&
        !lexicon().synonyms.has(text) &&
        !/[河江湖山路桥库坝岭海]$/.test(text) &&
        !phrases.some((each) => each.start <= start && each.end >= end && each.group !== 'term'),
    )
    .map(({ start, end }) => ({ kind: 'place', start, end }));
