// Which agencies a Chinese question names: by full name or abbreviation, as the reports' authors are called.
// English names become agencies through their translations, see understand.ts.
import { isKnownWord, segment } from '../language/index.ts';
import { agencyFits } from './agency-fits.ts';
import { MIN_CORE_LENGTH, namePartsOf, withoutSuffix } from './agency-match.ts';
import { questionWords } from './question-words.ts';
import type { ReportNames } from './report-names.ts';

const MENTION_END = /委员会|办公室|街道|分局|[局委办站镇乡]/g;
const MAX_MENTION_LENGTH = 14;
/** A question that names more is no question but a list; the rest is not read. */
const MAX_AGENCIES = 12;
const CHINESE = /^[\u4e00-\u9fff]+$/;

/** An agency or a locality that a question names, with the reports that fit it. */
export interface NamedAgency {
  text: string;
  /** Offsets in the normalised question; both 0 for a name that was found by its translation. */
  start: number;
  end: number;
  /** Report number → 0 to 1; only those that fit at all. Empty for an agency that wrote no report. */
  fits: Map<number, number>;
  /** A locality that reports name; it wrote none of them. */
  isLocality?: true;
  /** Its translations are offices, whatever it looks like: psb. */
  meansOffice?: true;
}

/** Where in a question a mention is looked for, and what it may be a mention of. */
interface Search {
  question: string;
  /** Behind the mention before. */
  from: number;
  /** Behind the characters that end this one. */
  end: number;
  names: ReportNames;
}

/**
 * The agencies that a Chinese question names, in its order.
 * @param question normalised
 */
export function agenciesIn(question: string, names: ReportNames): NamedAgency[] {
  const { isInside } = questionWords(question); // the office of 管理办法 is none
  const found: NamedAgency[] = [];
  const fitsOf = memoized((name) => agencyFits([name], names));
  let from = 0;
  for (const match of question.matchAll(MENTION_END)) {
    if (found.length >= MAX_AGENCIES) break;
    const end = match.index + match[0].length;
    if (match.index < from || isInside(end)) continue;
    const search = { question, from: Math.max(from, end - MAX_MENTION_LENGTH), end, names };
    const agency = bestFitting(search, fitsOf) ?? knownOffice(search);
    if (!agency) continue;
    found.push(agency);
    from = end;
  }
  return found;
}

const OFFICE_ENDING = /[\u4e00-\u9fff]{2}(?:[局委办站]|委员会|办公室|分局)$/;

/** Whether a Chinese text ends like the name of an office: 林业局, 发改委. */
export const endsLikeOffice = (text: string): boolean => OFFICE_ENDING.test(text);

/** 怎么办, 督办, 一网通办, 格局 end like an office and are none; 镇党委 and 街道办 are not enough of a name. */
export function isNoOffice(text: string): boolean {
  return /[举承创开督交主协么样通代即次]办$|[格布结全时大]局$|[党支居]委$|街道办$/.test(text);
}

/** Whether what is named is an office (林业局, the forestry bureau) and not a town or a locality. */
export function isOffice({ text, meansOffice }: NamedAgency): boolean {
  return meansOffice === true || /[局委办站]$|bureau|commission|office|authority|administration/.test(text);
}

/** An office is named, and none that wrote a report: no report answers what is asked of it. */
export function namesUnknownOffice(agencies: NamedAgency[]): boolean {
  const offices = agencies.filter(isOffice);
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
 * An office that wrote none of the reports by this name (民政局, 住建局). It is taken for one where it is a word
 * of its own, or a term of the lexicon, which may know another name of it.
 */
function knownOffice({ question, from, end, names }: Search): NamedAgency | undefined {
  if (!/[局委办]$/.test(question.slice(0, end))) return undefined;
  for (let start = from; start <= end - MIN_CORE_LENGTH - 1; start++) {
    const text = question.slice(start, end);
    if (!CHINESE.test(text) || isNoOffice(text)) continue;
    const synonyms = names.synonyms.get(text);
    if (synonyms || isKnownWord(text)) return { text, start, end, fits: agencyFits(synonyms ?? [], names) };
  }
  return undefined;
}

/** The shortest stretch before an agency suffix that fits a report's author best, with its level. */
function bestFitting(search: Search, fitsOf: (name: string) => NamedAgency['fits']): NamedAgency | undefined {
  const { question, from, end, names } = search;
  let best: NamedAgency | undefined;
  let bestFit = 0;
  for (let start = from; start <= end - MIN_CORE_LENGTH - 1; start++) {
    const text = question.slice(start, end);
    if (!CHINESE.test(text)) continue;
    const fits = fitsOf(text);
    const fit = Math.max(0, ...fits.values());
    if (fit > bestFit || (fit > 0 && fit === bestFit && !isPartOfName(best, names))) {
      best = { text, start, end, fits };
      bestFit = fit;
    }
  }
  return best && withLevel(best, search);
}

/** Whether an author's name holds the mention up to its suffix: then it has no other words in it. */
function isPartOfName(agency: NamedAgency | undefined, { agencies }: ReportNames): boolean {
  const core = withoutSuffix(agency?.text ?? '');
  return agencies.some(({ name }) => name.includes(core));
}

/** Adds the level or locality before a name, as reports write it (澜棠县林业局) or as a word (县林业局). */
function withLevel(agency: NamedAgency, { question, from, names }: Search): NamedAgency {
  const before = question.slice(from, agency.start);
  const lastWord = segment(before).at(-1) ?? '';
  const levels = [
    ...names.agencies.map(({ name }) => namePartsOf(name).level),
    ...names.localities.keys(),
    /[省市县区州]$/.test(lastWord) ? lastWord : '',
  ];
  const longest = levels
    .filter((level) => before.endsWith(level))
    .reduce((longer, level) => (level.length > longer.length ? level : longer), '');
  const start = agency.start - longest.length;
  return { ...agency, start, text: question.slice(start, agency.end) };
}
