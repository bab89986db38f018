// The part that a paragraph without a heading opens by its first words.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists } from '../../language/index.ts';
import { namesLaterYear, yearsNamed } from './later-year.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/turns.txt'));
const CONTRAST = phrasePattern(LISTS.words('contrast'));
const LACK = phrasePattern(LISTS.words('lack'));
const LACK_FIRST = phrasePattern(LISTS.words('lack first'));
const NEXT = new RegExp(`^(?:${phrasePattern(LISTS.words('next')).source})(?:[，,]| we )`);
const AHEAD = phrasePattern(LISTS.words('ahead'));
const AIMS = phrasePattern(LISTS.words('aims'));
const AIMS_FIRST = new RegExp(`^(?:${phrasePattern(LISTS.words('aims first')).source})(?:是|为|[：:])`);
const YEAR_OF = phrasePattern(LISTS.words('year of'));

/** A turn occurs within this many characters of a paragraph's beginning. */
const OPENING_LENGTH = 130;
/** The time of which a part is stands within so many. */
const TIME_LENGTH = 24;

/** Years of the report that opens the part. */
interface TurnContext {
  coveredYear?: number | undefined;
  /** It is given in the year that it plans for: 今年 lies ahead of it. */
  plansThisYear?: boolean | undefined;
}

/** The kind of part that a paragraph without a heading opens by its words, if any. */
export function turnOf(paragraph: string, context: TurnContext = {}): 'problems' | 'plans' | undefined {
  const opening = normalise(paragraph.slice(0, OPENING_LENGTH)).replace(/^\s+/, '');
  if (NEXT.test(opening) || opensPlans(opening, context)) return 'plans';
  if (LACK_FIRST.test(opening)) return 'problems';
  const contrast = CONTRAST.exec(opening);
  return contrast && LACK.test(opening.slice(contrast.index)) ? 'problems' : undefined;
}

/** 2004年工作的总体要求是…, 今年的预期目标：…, 2005年是…的关键一年. */
function opensPlans(opening: string, { coveredYear, plansThisYear }: TurnContext): boolean {
  const [sentence] = opening.split(/[。！!?？]|\. /, 1);
  if (AIMS_FIRST.test(sentence)) return true;
  const time = sentence.slice(0, TIME_LENGTH);
  if (namesLaterYear(time, coveredYear)) return AIMS.test(sentence) || YEAR_OF.test(sentence);
  if (plansThisYear && /^今年是/.test(sentence)) return YEAR_OF.test(sentence);
  return yearsNamed(time).length === 0 && AHEAD.test(time) && AIMS.test(sentence);
}
