// The author of a report: from its title, else from how the text refers to its author.
import path from 'node:path';
import { type MarkPair, readWordLists, withoutEnclosed } from '../../language/index.ts';
import { REPUBLIC_YEAR, YEAR_PATTERN } from './written-date.ts';
import { withoutPeriods } from './written-period.ts';

const WORDS = readWordLists(path.join(import.meta.dirname, 'agency-words.txt'));
/** An agency ends before the period, the subject or the end of a title. */
const SUFFIX = `(?:${WORDS.pattern('suffix')})(?=$|(?:19|20)\\d\\d|关于|工作|政府|的|[xX]{4}|[（(“])`;
const NAME = '[\\u4e00-\\u9fffXx]{0,14}?';
const PERIOD = new RegExp(
  `(?:${YEAR_PATTERN.slice(1, -1)}|[xX]{4}|${REPUBLIC_YEAR})年(?:度)?(?:第?[一二三四1-4]季度)?(?:上半年|下半年)?(?:度)?|(?:上|下)半年(?:度)?`,
  'g',
);
const GENERIC = new RegExp(WORDS.pattern('title-word'), 'g');
/** Their content is neither the author nor the title's subject. */
const BRACKETS: MarkPair[] = [['（(', '）)']];
const ASIDES: MarkPair[] = [
  ['（', '）'],
  ['(', ')'],
  ['“', '”'],
];

/** Bodies above the author, and bodies that every report thanks. */
const SUPERIORS = new RegExp(`^(?:${WORDS.pattern('superior')})`);

/** The author named in a title such as 县林业局2023年工作总结. */
export function agencyInTitle(title: string): string | undefined {
  const plain = withoutEnclosed(title, BRACKETS).replace(/^关于/, '');
  const phrases = plain.split(/——|[：:]/).reverse(); // a motto may stand before the title proper
  for (const part of phrases.flatMap((phrase) => phrase.split(PERIOD))) {
    const match = new RegExp(`^(?:关于)?(${NAME}${SUFFIX})`).exec(part.trim());
    if (match) return match[1].replace(/(?<=[镇乡])(?:人民)?政府$/, '');
  }
  return undefined;
}

/** What remains of a title without period, author and generic words: 卫生健康, 法治建设. */
export function subjectOfTitle(title: string): string {
  const agency = agencyInTitle(title) ?? '';
  return withoutEnclosed(withoutPeriods(title.replace(agency, '')).replace(PERIOD, ''), ASIDES, ' ')
    .replace(GENERIC, '')
    .replace(/[\s、，]+/g, '');
}

/** A report speaks of its own town like this. */
const OWN_TOWN =
  /我代表[^，。]{0,10}?(镇|乡|街道)|我(镇|乡|街道)|[（(](镇乡|街道|乡镇)[）)]|(?:XX|xx|x)(镇|乡|街道)/;
/** Every report may mention these; they count where they are many, or at the beginning. */
const SOME_TOWN = /(镇|乡|街道)(?:20\d\d年|人民政府|办事处)/g;
const MIN_SOME_TOWNS = 3;
const BEGINNING_LENGTH = 120;
const SPEAKING_TOWN =
  /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3}(?:镇|乡|街道))(?=[坚紧深认党在以围全始聚持扎抢])/;
const MASKED_TOWN = /(?:XX|xx|x)(?:镇|乡|街道)/g;
const NAMED_TOWN = /(?<=([\s\S]))(?=([\u4e00-\u9fff]{2}(?:镇|乡|街道)))/g;
const NO_NAME = /[和在的对各全本我等与及由将个代表为至向从村到跨中小城市县区集重老新古圩该]/;
/** A word is a town's name only if it occurs this often, after this many different characters. */
const MIN_MENTIONS = 3;
const MIN_CONTEXTS = 2;

/**
 * The town or subdistrict that wrote a report: the one it names most often.
 * @param text title, text and signature
 * @returns its name, only 镇, 乡 or 街道 where no name is given, or undefined where the author is no town
 */
export function townInText(text: string): string | undefined {
  const type =
    OWN_TOWN.exec(text)
      ?.slice(1)
      .find((group) => group !== undefined) ?? someTown(text);
  if (!type) return SPEAKING_TOWN.exec(text.slice(0, OPENING_LENGTH))?.[1];
  const loose = type === '镇乡' || type === '乡镇'; // （镇乡） after a title means town or township
  const suffix = loose ? /[镇乡]$/ : new RegExp(`${type}$`);
  const masked = text.match(MASKED_TOWN)?.filter((name) => suffix.test(name)) ?? [];
  const named = mostNamedTown(text, suffix);
  if (named && named.count > masked.length) return named.name;
  return masked[0] ?? (loose ? '镇' : type);
}

function someTown(text: string): string | undefined {
  const found = [...text.matchAll(SOME_TOWN)];
  const counts = found.length >= MIN_SOME_TOWNS || (found[0]?.index ?? text.length) < BEGINNING_LENGTH;
  return counts ? found[0]?.[1] : undefined;
}

function mostNamedTown(text: string, suffix: RegExp): { name: string; count: number } | undefined {
  const contexts = new Map<string, string[]>();
  for (const [, before, name] of text.matchAll(NAMED_TOWN)) {
    if (!suffix.test(name) || NO_NAME.test(name.slice(0, 2))) continue;
    const known = contexts.get(name);
    if (known) known.push(before);
    else contexts.set(name, [before]);
  }
  const names = [...contexts]
    .filter(([, before]) => before.length >= MIN_MENTIONS && new Set(before).size >= MIN_CONTEXTS)
    .sort((a, b) => b[1].length - a[1].length);
  return names[0] && { name: names[0][0], count: names[0][1].length };
}

/** Length of the opening in which a report names its author. */
const OPENING_LENGTH = 1500;
const OFFICE = new RegExp(
  '(?<![\\u4e00-\\u9fff])(?:XX|xx)?[市县区州]?[\\u4e00-\\u9fff]{2,8}?' +
    '(?:局|委员会|办公室|卫健委|发改委|管委会)(?![部势面域长])' +
    '|(?<![\\u4e00-\\u9fff])(?:XX|xx)[市县区]?[\\u4e00-\\u9fff]{2,3}办(?![理法事好公学案结])',
  'g',
);
const NO_OFFICE = /[对向按根据把由在我本该有效]|[格大全开布结当时战]局$/;

/** The first office in the opening that is at the beginning of a clause. */
export function officeInText(text: string): string | undefined {
  const offices = text.slice(0, OPENING_LENGTH).match(OFFICE) ?? [];
  return offices.find(
    (name) => !SUPERIORS.test(name) && !NO_OFFICE.test(name.slice(1)) && !/^[\u4e00-\u9fff]{9,}/.test(name),
  );
}
