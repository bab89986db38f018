// Which agencies a question names, from the reports themselves: full names, abbreviations, the type alone (那个镇).
import path from 'node:path';
import { enclosedIn, isKnownWord, phrasePattern, readPhrases, segment } from '../language/index.ts';
import type { Report } from '../reports/index.ts';
import type { Directory } from './directory.ts';

const PHRASES = readPhrases(path.join(import.meta.dirname, 'phrases/agencies.txt'));
const SUFFIXES = phrasePattern(PHRASES('suffix'));
const SUFFIX = new RegExp(`(?:${SUFFIXES.source})$`);
const LEVEL = /^(?:[\u4e00-\u9fffXx]{2,4}?)?(?:自治区|[省县区州]|市(?!场))(?=.{2,})|^(?:XX|xx)/;
const MENTION_END = /委员会|办公室|街道|分局|[局委办站镇乡]/g;
const MAX_MENTION_LENGTH = 14;
/** No question names more agencies than this; what goes on and on is none. */
const MAX_NAMED = 12;
const MIN_CORE_LENGTH = 2;

/** An agency's name taken apart: 县 + 林业 + 局. */
interface Name {
  level: string;
  core: string;
  suffix: string;
}

function take(name: string): Name {
  const suffix = SUFFIX.exec(name)?.[0] ?? '';
  const rest = name.slice(0, name.length - suffix.length);
  const level = LEVEL.exec(rest)?.[0] ?? '';
  return { level, core: rest.slice(level.length), suffix };
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

const SAME = 1;
const INSIDE = 0.85;
const ABBREVIATED = 0.8;
const OTHER_SUFFIX = 0.8;

/**
 * How well a mention names an agency, 0 to 1.
 * @param mention 发改委, 县林业局, 卫生健康委员会
 * @param agency a report's author, as its title has it
 */
export function agencyMatch(mention: string, agency: string): number {
  const asked = take(mention);
  const known = take(agency);
  if (asked.core.length < MIN_CORE_LENGTH || known.core.length < MIN_CORE_LENGTH) return 0;
  const core = coreMatch(asked.core, known.core);
  if (core === 0) return 0;
  const suffix = sameSuffix(asked.suffix, known.suffix) ? 1 : OTHER_SUFFIX;
  const level = asked.level === '' ? 1 : asked.level.slice(-1) === known.level.slice(-1) ? 1.1 : 0.8;
  return Math.min(1, core * suffix * level);
}

/** Characters of a place that a mention may put before an agency's name. */
const MAX_EXTRA = 3;

function coreMatch(asked: string, known: string): number {
  if (asked === known) return SAME;
  if (known.includes(asked)) return INSIDE;
  if (asked.endsWith(known) && asked.length <= known.length + MAX_EXTRA) return INSIDE; // 乐安县统计局 for 县统计局
  const [short, long] = asked.length < known.length ? [asked, known] : [known, asked];
  if (/[跟和与及那这个的]/.test(asked)) return 0; // 汾口跟建德那个镇 names two
  return isAbbreviation(short, long) ? ABBREVIATED : 0;
}

/** 发改 for 发展和改革: characters in order from the first on; or each of them begins a word, as in 资规 for 自然资源和规划. */
function isAbbreviation(short: string, long: string): boolean {
  if (!isSubsequence(short, long)) return false;
  return short[0] === long[0] || isSubsequence(short, initialsOf(long));
}

/** The characters of a name that begin a word of two: 自资规 of 自然资源和规划. */
function initialsOf(name: string): string {
  return [...name].filter((_, i) => isKnownWord(name.slice(i, i + 2)) && i + 2 <= name.length).join('');
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

/** An agency that a question names, with how well each report's author fits it. */
export interface NamedAgency {
  text: string;
  start: number;
  end: number;
  /** Report number → 0 to 1; only those that fit at all. Empty where no report is by this agency. */
  fits: Map<number, number>;
  /** A place that the reports speak of; it wrote none of them. */
  place?: true;
}

/**
 * The agencies that a Chinese question names.
 * @param question normalised
 */
export function agenciesIn(question: string, directory: Directory): NamedAgency[] {
  const found: NamedAgency[] = [];
  const fits = memoized((name) => fitsOf([name], directory));
  let from = 0;
  for (const match of question.matchAll(MENTION_END)) {
    if (found.length >= MAX_NAMED) break;
    const end = match.index + match[0].length;
    if (match.index < from) continue;
    const named =
      bestFitting(question, Math.max(from, end - MAX_MENTION_LENGTH), end, directory, fits) ??
      officeByName(question, from, end, directory);
    if (!named) continue;
    found.push(named);
    from = end;
  }
  return found;
}

/** 怎么办, 督办, 一网通办, 格局 end like an office and are none; 镇党委 and 街道办 have no name that is theirs alone. */
export function isNoOffice(text: string): boolean {
  return /[举承创开督交主协么样通代即次]办$|[格布结全时大]局$|[党支居]委$|街道办$/.test(text);
}

/** Whether what is named is an office (林业局, the forestry bureau) and not a town or a place. */
export function isOffice({ text }: NamedAgency): boolean {
  return /[局委办站]$|bureau|commission|office|authority|administration|\bn?drc$/.test(text);
}

/** An office is named, and none that wrote a report: what is asked of it is asked of no report. */
export function namesUnknownOffice(named: NamedAgency[]): boolean {
  const offices = named.filter(isOffice);
  return offices.length > 0 && offices.every(({ fits }) => fits.size === 0);
}

/** A function that computes each result once. */
function memoized<Result>(compute: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const result = known.get(key) ?? compute(key);
    known.set(key, result);
    return result;
  };
}

/**
 * An office that wrote none of the reports by this name (民政局, 住建局): known to be one by its being a word of its own or a term of
 * the lexicon, which may know another name of it.
 */
function officeByName(
  question: string,
  from: number,
  end: number,
  directory: Directory,
): NamedAgency | undefined {
  if (!/[局委办]$/.test(question.slice(0, end))) return undefined;
  for (let start = Math.max(from, end - MAX_MENTION_LENGTH); start <= end - MIN_CORE_LENGTH - 1; start++) {
    const text = question.slice(start, end);
    if (!/^[\u4e00-\u9fff]+$/.test(text) || isNoOffice(text)) continue;
    const names = directory.terms.get(text);
    if (names || isKnownWord(text)) return { text, start, end, fits: fitsOf(names ?? [], directory) };
  }
  return undefined;
}

/** The shortest stretch before an agency suffix that fits a report's author best, with its level. */
function bestFitting(
  question: string,
  from: number,
  end: number,
  directory: Directory,
  fitsFor: (name: string) => NamedAgency['fits'],
): NamedAgency | undefined {
  let best: NamedAgency | undefined;
  let bestFit = 0;
  for (let start = from; start <= end - MIN_CORE_LENGTH - 1; start++) {
    const text = question.slice(start, end);
    if (!/^[\u4e00-\u9fff]+$/.test(text)) continue;
    const fits = fitsFor(text);
    const fit = Math.max(0, ...fits.values());
    if (fit > bestFit || (fit > 0 && fit === bestFit && !isPartOfName(best, directory))) {
      best = { text, start, end, fits };
      bestFit = fit;
    }
  }
  return best && withLevel(best, question, from, directory);
}

/** What stands before the suffix is in a report's author as it is: nothing else of the question was taken along. */
function isPartOfName(named: NamedAgency | undefined, { agencies }: Directory): boolean {
  const words = named?.text.replace(SUFFIX, '') ?? '';
  return agencies.some(({ name }) => name.includes(words));
}

/** Takes along the level or place before a name, as the reports write it (澜棠县林业局) or as a word of its own (县林业局). */
function withLevel(
  named: NamedAgency,
  question: string,
  from: number,
  { agencies, places }: Directory,
): NamedAgency {
  const before = question.slice(from, named.start);
  const levels = agencies.map(({ name }) => take(name).level);
  const placeNames = [...places.keys()].filter((name) => before.endsWith(name));
  const last = segment(before).at(-1) ?? '';
  const candidates = [...levels, ...placeNames, /[省市县区州]$/.test(last) ? last : ''];
  const longest = candidates
    .filter((level) => before.endsWith(level))
    .reduce((most, level) => (level.length > most.length ? level : most), '');
  const start = named.start - longest.length;
  return { ...named, start, text: question.slice(start, named.end) };
}

/** How well each report's author fits one of several names. */
export function fitsOf(names: string[], { agencies }: Directory): Map<number, number> {
  const fits = new Map<number, number>();
  for (const { name, reports } of agencies) {
    const fit = Math.max(...names.map((asked) => agencyMatch(asked, name)));
    if (fit > 0) for (const report of reports) fits.set(report, fit);
  }
  return fits;
}

/** Reports by towns and subdistricts of these very names, with or without 镇, 乡 or 街道. */
export function townsNamed(names: string[], { agencies }: Directory): Map<number, number> {
  const own = new Set(names.filter((name) => name.length >= MIN_CORE_LENGTH));
  const towns = agencies.filter(({ name }) => {
    const { core, suffix } = take(name.replace(/(?:人民政府|办事处)$/, ''));
    return /^(?:镇|乡|街道)$/.test(suffix) && (own.has(core) || own.has(core + suffix));
  });
  return new Map(towns.flatMap(({ reports }) => reports.map((report) => [report, SAME] as const)));
}

/** A place that more reports than this name says little about which one is meant. */
const MAX_REPORTS_OF_PLACE = 3;

/** Reports that name a place (桐乡, 密云区) which few others name, by how often they do: 1 for the one that does most. */
export function placeFits(names: string[], { places }: Directory): Map<number, number> {
  const mentions = new Map<number, number>();
  for (const name of new Set(names)) {
    for (const [report, count] of places.get(name) ?? [])
      mentions.set(report, Math.max(count, mentions.get(report) ?? 0));
  }
  if (mentions.size === 0 || mentions.size > MAX_REPORTS_OF_PLACE) return new Map();
  const most = Math.max(...mentions.values());
  return new Map([...mentions].map(([report, count]) => [report, count / most]));
}

/** A kind of author that a question names without a name: 那个镇, the town. */
export type AuthorType = 'town' | 'subdistrict' | 'bureau';

const TYPES: [AuthorType, RegExp][] = [
  ['subdistrict', phrasePattern(PHRASES('subdistrict'))],
  ['town', phrasePattern(PHRASES('town'))],
  ['bureau', phrasePattern(PHRASES('bureau'))],
];

/** The type of author that a normalised question names, or undefined. */
export function authorTypeIn(question: string): AuthorType | undefined {
  return TYPES.find(([, pattern]) => pattern.test(question))?.[0];
}

/** Whether a report's author is of a type. */
export function isOfType({ agency, kind, title }: Report, type: AuthorType): boolean {
  const [aside] = enclosedIn(title, [['（(', '）)']]);
  const name = `${agency ?? ''}${aside ? title.slice(aside.start + 1, aside.end - 1) : ''}`;
  switch (type) {
    case 'subdistrict':
      return name.includes('街道');
    case 'town':
      return /[镇乡]/.test(name) || (kind === 'government-work-report' && !name.includes('街道'));
    case 'bureau':
      return /[局委办站]/.test(name);
    default:
      return type satisfies never;
  }
}
