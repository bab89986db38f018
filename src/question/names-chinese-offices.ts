// Chinese names of offices: a run of words up to an ending such as 局, without the words of level and place before it.
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
import { isAskedFor, joins, withLevel } from './names-chinese-context.ts';
import type { QuestionWord } from './question-words.ts';

const MAX_NAME_WORDS = 5;

export function officeAt(source: NameSource, last: number, ending: string): MentionedName[] {
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
      ...placeBefore(question, start, start + at),
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

const placeBefore = (question: string, start: number, end: number): MentionedName[] => {
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
