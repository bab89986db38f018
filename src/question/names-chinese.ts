// Chinese names: a run of words up to an ending such as 局 or 镇, without the words of level and place before it.
import { lexicon } from '../language/index.ts';
import type { MentionedName, NameSource } from './mentioned-name.ts';
import {
  BUILT,
  endingIn,
  endsInKind,
  knownOffices,
  LEVEL_PREFIXES,
  NO_OFFICE,
  NO_PLACE,
  OFFICE_ENDINGS,
  PLACE_ENDINGS,
} from './name-lists.ts';
import type { QuestionWord } from './question-words.ts';

const HAN = /^[\u3400-\u9fff\d]+$/;
/** jieba's tags of the words that names are made of. */
const NAME_TAG = /^(?:n|j|vn|b|an|l|i|m|eng|x|v|a|f|s|zg|g)/;
const MAX_NAME_WORDS = 5;
const MAX_PLACE_LENGTH = 4;
/** Groups of phrases that may stand inside a name. */
const INSIDE_NAMES = new Set([
  'term',
  'light noun',
  'city',
  'county',
  'province',
  'township',
  'national',
  'subdistrict',
  'authors',
  'report',
]);
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

/** 哪个局, 各镇, 每家医院, 新学校: a kind, no name. */
const isAskedFor = (question: string, start: number): boolean =>
  /(?:[哪各每某新]|哪[个家所间座些]|几[个家所]|[一两三四五六七八九十]家|所有|全部|其他|别的|什么|那些|这些|新建|建[设了]?)的?$/.test(
    question.slice(Math.max(0, start - 4), start),
  );

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

function officeAt(source: NameSource, last: number, ending: string): MentionedName[] {
  const { normalised, words } = source;
  const all = words.words;
  const { end, text } = all[last];
  if (isOfLevel(all, last)) return [withLevel(normalised, { kind: 'agency', start: all[last].start, end })];
  if (NO_OFFICE.has(text) || BUILT.has(text)) return [];
  let first = last;
  while (first > 0 && last - first < MAX_NAME_WORDS && joins(all[first - 1], all[first], source)) first--;
  for (; first <= last; first++) {
    const whole = normalised.slice(all[first].start, end);
    if (NO_OFFICE.has(whole) || BUILT.has(whole) || endsInKind(whole)) return [];
    if (first === last || !isNumberWord(all[first])) break;
  }
  const start = all[Math.min(first, last)].start;
  if (isAskedFor(normalised, start) || /(?:新|新建|建)$/.test(normalised.slice(0, start))) return [];
  const place = all.find((word) => word.start === start && /^n[rsz]/.test(word.tag));
  if (place && ending !== '管委会' && knownOffices().has(normalised.slice(place.end, end)))
    return [
      { kind: 'place', start, end: place.end },
      { kind: 'agency', start: place.end, end },
    ];
  return split(normalised, start, end, ending);
}

/** 县医院: a kind right after a level. */
const isOfLevel = (all: readonly QuestionWord[], last: number): boolean =>
  OFFICE_ENDINGS.includes(all[last].text) &&
  all[last].text.length >= 2 &&
  all[last].text !== '党委' &&
  last > 0 &&
  LEVEL_PREFIXES.has(all[last - 1].text) &&
  all[last - 1].text.length === 1;

const isNumberWord = ({ tag, text }: QuestionWord): boolean => /^m/.test(tag) && !/^第/.test(text);

/** 云溪区卫健委: a place and an office; 县林业局: an office of a level. */
function split(question: string, start: number, end: number, ending: string): MentionedName[] {
  const text = question.slice(start, end);
  for (let at = text.length - ending.length - 1; at >= 2; at--) {
    const before = text.slice(0, at);
    const place = endingIn(before, PLACE_ENDINGS);
    if (!place || before.length <= place.length || NO_PLACE.has(before) || text.length - at < 2) continue;
    if (/^(?:管委会|委员会|办事处|综合|经济|村委会|居委会)/.test(text.slice(at)) && /[区村]$/.test(before))
      continue;
    if (/[场学农]/.test(text[at]) && /市$/.test(before) && text[at] === '场') continue;
    return [
      ...split2(question, start, start + at),
      withLevel(question, { kind: 'agency', start: start + at, end }),
    ];
  }
  const name = withLevel(question, { kind: 'agency', start, end });
  const [level] = stripped(text);
  const from = level ? start + level.length : start;
  if (
    end - from <= ending.length &&
    !knownOffices().has(question.slice(from, end)) &&
    !isWholeKind(question.slice(from, end))
  )
    return [];
  return [
    level && end - from >= 2
      ? ({ ...name, start: from, level: LEVEL_PREFIXES.get(level) ?? name.level } as MentionedName)
      : name,
  ];
}

/** 法院, 医院: a kind that is a name by itself after a level. */
const isWholeKind = (text: string): boolean => text.length >= 2 && OFFICE_ENDINGS.includes(text);

const split2 = (question: string, start: number, end: number): MentionedName[] => {
  const text = question.slice(start, end);
  return /^[省市县区镇乡]/.test(text) && text.length === 2 ? [] : [{ kind: 'place', start, end }];
};

/** The level word at the beginning of a name, if what follows is a name without it. */
function stripped(text: string): [string | undefined] {
  for (const prefix of [...LEVEL_PREFIXES.keys()]) {
    if (!text.startsWith(prefix) || knownOffices().has(text)) continue;
    const rest = text.slice(prefix.length);
    if (rest.length < 2 || /^[场域级长民容区直]/.test(rest)) continue;
    return [prefix];
  }
  return [undefined];
}

/** With the level word that stands before it. */
function withLevel(question: string, name: MentionedName): MentionedName {
  const before = question.slice(Math.max(0, name.start - 4), name.start);
  const inside = /^(?:团|残|妇)?([省市县区])委$/.exec(question.slice(name.start, name.end))?.[1];
  const prefix = inside ?? [...LEVEL_PREFIXES.keys()].find((each) => before.endsWith(each));
  const level = prefix ? LEVEL_PREFIXES.get(prefix) : undefined;
  if (!level || (!inside && prefix?.length === 1 && isPlaceEnd(before))) return name;
  return { ...name, level };
}

/** 云溪区 before an office: the 区 is of a name. */
const isPlaceEnd = (before: string): boolean =>
  before.length >= 3 &&
  HAN.test(before.slice(-3)) &&
  !/[的和跟与在给对向把问查看说请下我咱本你全]/.test(before.slice(-3, -1));

function joins(before: QuestionWord, after: QuestionWord, { phrases }: NameSource): boolean {
  if (before.end !== after.start || !HAN.test(before.text) || !NAME_TAG.test(before.tag)) return false;
  if (/^v$/.test(before.tag) && before.text.length < 2) return false;
  if (before.tag === 'x' && /^[由归给在向对把被让叫请和跟与]/.test(before.text)) return false;
  if (
    /^[的了着过吗呢由归叫请该把被向和跟与同或及给对从按据问查看说请下这那哪各每几全是有在个些都]$/.test(
      before.text,
    )
  )
    return false;
  if (/^m/.test(before.tag) && !/^第/.test(before.text)) return false;
  if (/^(?:今年|去年|明年|前年|上半年|下半年|年度)/.test(before.text)) return false;
  const covers = phrases.some(
    ({ start, end, group }) => !INSIDE_NAMES.has(group) && start <= before.start && end >= before.end,
  );
  return !covers;
}

function placeAt(
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
const namedByTag = ({ words, phrases }: NameSource): MentionedName[] =>
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
