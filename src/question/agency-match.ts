// How well one name of an agency fits another: by level, core and suffix, with the usual abbreviations.
import path from 'node:path';
import { isKnownWord, phrasePattern, readWordLists } from '../language/index.ts';

const SUFFIXES = phrasePattern(
  readWordLists(path.join(import.meta.dirname, 'phrases/agencies.txt')).words('suffix'),
);
const SUFFIX = new RegExp(`(?:${SUFFIXES.source})$`);
const LEVEL = /^(?:[\u4e00-\u9fffXx]{2,4}?)?(?:自治区|[省县区州]|市(?!场))(?=.{2,})|^(?:XX|xx)/;

/** A shorter core fits too many names. */
export const MIN_CORE_LENGTH = 2;

/** An agency's name taken apart: 县 + 林业 + 局. */
interface NameParts {
  level: string;
  core: string;
  suffix: string;
}

export function namePartsOf(name: string): NameParts {
  const core = withoutSuffix(name);
  const level = LEVEL.exec(core)?.[0] ?? '';
  return { level, core: core.slice(level.length), suffix: name.slice(core.length) };
}

/** A name without the suffix that names the kind of agency: 县林业 of 县林业局. */
export const withoutSuffix = (name: string): string => name.replace(SUFFIX, '');

const SAME = 1;
const INSIDE = 0.85;
const ABBREVIATED = 0.8;
const OTHER_SUFFIX = 0.8;
const SAME_LEVEL = 1.1;
const OTHER_LEVEL = 0.8;

/**
 * How well a mention names an agency, 0 to 1.
 * @param mention 发改委, 县林业局, 卫生健康委员会
 * @param agency a report's author, as its title has it
 */
export function agencyMatch(mention: string, agency: string): number {
  const asked = namePartsOf(mention);
  const known = namePartsOf(agency);
  if (asked.core.length < MIN_CORE_LENGTH || known.core.length < MIN_CORE_LENGTH) return 0;
  const core = coreMatch(asked.core, known.core);
  if (core === 0) return 0;
  const suffix = sameSuffix(asked.suffix, known.suffix) ? 1 : OTHER_SUFFIX;
  return Math.min(1, core * suffix * levelMatch(asked.level, known.level));
}

function levelMatch(asked: string, known: string): number {
  if (asked === '') return 1;
  return asked.slice(-1) === known.slice(-1) ? SAME_LEVEL : OTHER_LEVEL;
}

/** Characters of a locality that a mention may put before an agency's name. */
const MAX_EXTRA = 3;

function coreMatch(asked: string, known: string): number {
  if (asked === known) return SAME;
  if (known.includes(asked)) return INSIDE;
  if (asked.endsWith(known) && asked.length <= known.length + MAX_EXTRA) return INSIDE; // 乐安县统计局 for 县统计局
  const [short, long] = asked.length < known.length ? [asked, known] : [known, asked];
  if (/[跟和与及那这个的]/.test(asked)) return 0; // 汾口跟建德那个镇 names two
  return isAbbreviation(short, long) ? ABBREVIATED : 0;
}

/** Characters in order from the first on (发改 for 发展和改革), or such that each begins a word (资规 for 自然资源和规划). */
function isAbbreviation(short: string, long: string): boolean {
  if (!isSubsequence(short, long)) return false;
  return short[0] === long[0] || isSubsequence(short, wordInitialsOf(long));
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

/** The characters of a name that begin a word of two: 自资规 of 自然资源和规划. */
function wordInitialsOf(name: string): string {
  return [...name].filter((_, i) => i + 2 <= name.length && isKnownWord(name.slice(i, i + 2))).join('');
}

function sameSuffix(a: string, b: string): boolean {
  const short = (suffix: string) =>
    suffix
      .replace(/委员会/, '委')
      .replace(/办公室/, '办')
      .replace(/分局|总局/, '局')
      .replace(/人民政府|政府|办事处/, '');
  return a === '' || b === '' || short(a) === short(b);
}
