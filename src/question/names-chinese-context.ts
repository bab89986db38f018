// What stands before a Chinese name and inside it: words that belong to it, the word of its level, words that ask for a kind.
import type { MentionedName, NameSource } from './mentioned-name.ts';
import { LEVEL_PREFIXES } from './name-lists.ts';
import type { QuestionWord } from './question-words.ts';

export const HAN = /^[\u3400-\u9fff\d]+$/;

/** jieba's tags of the words that names are made of. */
const NAME_TAG = /^(?:n|j|vn|b|an|l|i|m|eng|x|v|a|f|s|zg|g)/;

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

/** 哪个局, 各镇, 每家医院, 新学校: a kind, no name. */
export const isAskedFor = (question: string, start: number): boolean =>
  /(?:[哪各每某新]|哪[个家所间座些]|几[个家所]|[一两三四五六七八九十]家|所有|全部|其他|别的|什么|那些|这些|新建|建[设了]?)的?$/.test(
    question.slice(Math.max(0, start - 4), start),
  );

/** With the level word that stands before it. */
export function withLevel(question: string, name: MentionedName): MentionedName {
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

export function joins(before: QuestionWord, after: QuestionWord, { phrases }: NameSource): boolean {
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
