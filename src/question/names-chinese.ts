// Chinese names: listed offices, numbered schools and hospitals, and runs of words up to an ending such as 局 or 镇.
import type { MentionedName, NameSource } from './mentioned-name.ts';
import { endingIn, knownOffices, LEVEL_PREFIXES, OFFICE_ENDINGS, PLACE_ENDINGS } from './name-lists.ts';
import { HAN, isAskedFor, withLevel } from './names-chinese-context.ts';
import { officeAt } from './names-chinese-offices.ts';
import { namedByTag, placeAt } from './names-chinese-places.ts';

const SCHOOL = /第?[一二三四五六七八九十\d]{1,3}(?:中学|中|小学|小|高|幼)(?![央心国年部间等学旬期])/g;
const NUMBERED_HOSPITAL = /第?[一二三四五六七八九十\d]{1,3}(?:人民)?医院/g;

export function chineseNames(source: NameSource): MentionedName[] {
  const { normalised } = source;
  if (!/[\u3400-\u9fff]/.test(normalised)) return [];
  const found = [...numbered(normalised), ...known(source), ...byEnding(source), ...namedByTag(source)];
  return withoutOverlaps(found);
}

/** 二中, 第一人民医院, 县一中. */
const numbered = (question: string): MentionedName[] =>
  [...question.matchAll(SCHOOL), ...question.matchAll(NUMBERED_HOSPITAL)]
    .filter(
      ({ index }) =>
        !/[一二三四五六七八九十百\d其之]$/.test(question.slice(0, index)) ||
        /中$/.test(question.slice(0, index)),
    )
    .map(({ index, 0: text }) =>
      withLevel(question, { kind: 'agency', start: index, end: index + text.length }),
    );

/** Listed offices, found anywhere: the longest at each place. */
function known({ normalised, words }: NameSource): MentionedName[] {
  const offices = knownOffices();
  const names: MentionedName[] = [];
  for (let start = 0; start < normalised.length - 1; start++)
    for (let length = Math.min(18, normalised.length - start); length >= 2; length--) {
      const text = normalised.slice(start, start + length);
      if (!offices.has(text)) continue;
      if (length === 2 && (words.isInside(start) || words.isInside(start + 2))) continue;
      if (isAskedFor(normalised, start)) continue;
      names.push(ofLevel(normalised, start, start + length));
      start += length - 1;
      break;
    }
  return names;
}

/** 镇卫生院, 市人民医院: a listed office with the word of its level. */
function ofLevel(question: string, start: number, end: number): MentionedName {
  const level = LEVEL_PREFIXES.get(question[start]);
  const rest = question.slice(start + 1, end);
  const isName = level && rest.length >= 2 && (knownOffices().has(rest) || OFFICE_ENDINGS.includes(rest));
  return isName
    ? withLevel(question, { kind: 'agency', start: start + 1, end })
    : withLevel(question, { kind: 'agency', start, end });
}

function byEnding(source: NameSource): MentionedName[] {
  const { normalised, words } = source;
  return words.words.flatMap((word, i) => {
    if (!HAN.test(word.text)) return [];
    const office = endingIn(word.text, OFFICE_ENDINGS);
    const place = endingIn(word.text, PLACE_ENDINGS);
    if (office && (!place || office.length >= place.length)) return officeAt(source, i, office);
    return place ? placeAt(normalised, words.words, i, place, source) : [];
  });
}

/** Earlier lists win; of one list, the longer. */
function withoutOverlaps(names: readonly MentionedName[]): MentionedName[] {
  const kept: MentionedName[] = [];
  for (const name of names) {
    const at = kept.findIndex((each) => each.start < name.end && each.end > name.start);
    if (at < 0) kept.push(name);
    else if (
      kept[at].kind === name.kind &&
      kept[at].end === name.end &&
      name.start < kept[at].start &&
      !kept[at].level
    )
      kept[at] = name;
    else if (kept[at].kind === 'place' && name.kind === 'agency' && kept[at].start >= name.start)
      kept[at] = name;
  }
  return kept;
}
