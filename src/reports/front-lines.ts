// The lines between a title and the text: on which occasion a report was given, by whom, and when. They are front matter,
// never titles, headings or passages, and evidence for author and time.
import path from 'node:path';
import { readWordLists, trimEndOf } from '../language/index.ts';
import { dateIn, type WrittenDate } from './metadata/written-date.ts';

/** What the front lines of a report say. */
export interface FrontEvidence {
  /** When it was given. */
  given?: WrittenDate;
  /** Before whom: 四川省第十四届人民代表大会第三次会议. */
  assembly?: string;
  /** Who gave it, without the name: 四川省人民政府省长. */
  speaker?: string;
}

const MAX_LINE_LENGTH = 90;
const OPENING_SIGNS = /^[\s—–\-―─*（(【]+/;
const CLOSING_SIGN = /[\s*）)】]/;
const ASSEMBLY = /(?:在)?([\u4e00-\u9fff]{0,24}?(?:人民代表大会|人大|政协|代表大会|全体会议|全会|大会|会议))/;
const SESSION =
  /(?:人民代表大会|人大|代表大会|会议|大会|全会)(?:常务委员会)?(?:第?[\d一二三四五六七八九十]{1,3}次(?:会议|全体会议)?)?(?:上(?:的报告|的讲话|所?作的报告)?)?$/;
/** A date, and perhaps the name of who spoke: 2025年1月20日 王某某. */
const DATE_LINE =
  /^[\d〇○零OoＯ０一二三四五六七八九十]{4}\s*(?:年|[-./])[\d〇一二三四五六七八九十年月日至、和.\-/\s]*(?:日[\s　]*[\u4e00-\u9fff·•．\s]{2,20})?$/;
const ADOPTED = /(?:通过|审议通过|批准|发布|印发)$/;

const OFFICES = readWordLists(path.join(import.meta.dirname, 'metadata', 'offices.txt'));
const TITLES =
  `${OFFICES.pattern('national')}|${OFFICES.pattern('province')}|${OFFICES.pattern('city')}|` +
  `${OFFICES.pattern('county')}|${OFFICES.pattern('township')}|${OFFICES.pattern('subdistrict')}|` +
  OFFICES.pattern('office');
/** 四川省人民政府省长 蒋巨峰, 代省长 罗文, 国务院副总理兼国家计划委员会主任 李富春. */
const SPEAKER = new RegExp(
  `^([\\u4e00-\\u9fff]{0,24}?(?:代|副|常务副)?(?:${TITLES}))(?:兼[\\u4e00-\\u9fff]{2,16})?(?:[\\s　:：]*[\\u4e00-\\u9fff·•．.\\s　]{2,14})?$`,
);
const PERSON_NAME =
  /^[\u4e00-\u9fff](?:[\s　]*[\u4e00-\u9fff]){1,3}$|^[\u4e00-\u9fff]{2,6}[·•．][\u4e00-\u9fff]{2,6}$/;

/** A line without the signs around it. */
const bareOf = (line: string): string => trimEndOf(line.replace(OPENING_SIGNS, ''), CLOSING_SIGN);

export type FrontLineKind = 'occasion' | 'speaker' | 'date' | 'adopted' | 'name';

/** What kind of front line a line is; undefined for others. */
export function frontLineKind(line: string): FrontLineKind | undefined {
  if (line.length > MAX_LINE_LENGTH) return undefined;
  const text = bareOf(line);
  if (text === '' || /[。；！？]/.test(text)) return undefined;
  if (DATE_LINE.test(text)) return 'date';
  if (isOccasion(line, text)) return 'occasion';
  if (SPEAKER.test(text) && !/，/.test(text)) return 'speaker';
  if (/^[（(]/.test(line.trim()) && ADOPTED.test(text)) return 'adopted';
  return PERSON_NAME.test(text) ? 'name' : undefined;
}

/** Whether a line is front matter wherever it stands at the beginning of a report. A bare name is not sure enough. */
export function isFrontLine(line: string): boolean {
  const kind = frontLineKind(line);
  return kind !== undefined && kind !== 'name';
}

/** A line that names a meeting and either dates it or is set apart by a dash, a bracket or 在. */
function isOccasion(line: string, text: string): boolean {
  const dated = dateIn(text) !== undefined;
  const isSetApart = OPENING_SIGNS.test(line) || /^在/.test(text);
  const undated = trimEndOf(text.replace(/年[^年]{0,12}$/, ''), /[\s\d〇○零一二三四五六七八九十]/);
  const core = undated.split(/[\s（(]/, 1)[0];
  return ASSEMBLY.test(text) && (dated || isSetApart) && (SESSION.test(core) || dated);
}

/** 四川省第十四届人民代表大会 of 2025年1月20日在四川省第十四届人民代表大会第三次会议上. */
const assemblyIn = (line: string): string | undefined =>
  /(?:^|[^\u4e00-\u9fff]|在)([\u4e00-\u9fff]{2,16}?(?:第[\d一二三四五六七八九十]{1,3}届|[一二三四五六七八九十]{1,3}届)?(?:人民代表大会|人大|全国代表大会|政协))/.exec(
    line.replace(/^.*[日月]在/, '在'),
  )?.[1];

/** What the front lines among the first lines of a report say. */
export function frontEvidenceOf(lines: readonly string[]): FrontEvidence {
  const evidence: FrontEvidence = {};
  for (const line of lines) {
    const kind = frontLineKind(line);
    if (!kind) continue;
    const date = dateIn(line);
    if (date && evidence.given === undefined) evidence.given = date;
    const assembly = kind === 'occasion' ? assemblyIn(line) : undefined;
    if (assembly) evidence.assembly ??= assembly;
    if (kind === 'speaker' || kind === 'occasion') {
      const text = bareOf(line);
      const speaker = SPEAKER.exec(text)?.[1];
      if (speaker) evidence.speaker ??= speaker;
    }
  }
  return evidence;
}
