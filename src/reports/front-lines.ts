// The lines between a title and the text: on which occasion a report was given, by whom, and when. They are front matter,
// never titles, headings or passages, and evidence for author and time.
import path from 'node:path';
import { readWordLists, simplified, trimEndOf } from '../language/index.ts';
import { endsAsDocument } from './metadata/kind.ts';
import { isSpeaker } from './metadata/organisation.ts';
import { dateIn, type WrittenDate } from './metadata/written-date.ts';
import { firstPeriodIn } from './metadata/written-period.ts';

/** What the front lines of a report say. */
export interface FrontEvidence {
  /** When it was given. */
  given?: WrittenDate;
  /** Before whom: 四川省第十四届人民代表大会第三次会议. */
  assembly?: string;
  /** Who gave it, without the name: 四川省人民政府省长. */
  speaker?: string;
  /** Who gave it, with the name, as it is written. */
  person?: string;
  /** The title that a line gives under its label. */
  title?: string;
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
  OFFICES.pattern('office') +
  `|${OFFICES.pattern('body')}`;
/** 四川省人民政府省长 蒋巨峰, 代省长 罗文, 国务院副总理兼国家计划委员会主任 李富春. */
const SPEAKER = new RegExp(
  `^([\\u4e00-\\u9fff]{0,24}?(?:代|副|常务副)?(?:${TITLES}))(?:兼[\\u4e00-\\u9fff]{2,16})?(?:[\\s　:：]*[\\u4e00-\\u9fff·•．.\\s　]{2,14})?$`,
);
const PERSON_NAME =
  /^[\u4e00-\u9fff](?:[\s　]*[\u4e00-\u9fff]){1,3}$|^[\u4e00-\u9fff]{2,6}[·•．][\u4e00-\u9fff]{2,6}$/;

/** A line without the signs around it. */
const bareOf = (line: string): string => trimEndOf(line.replace(OPENING_SIGNS, ''), CLOSING_SIGN);

const LABELS = readWordLists(path.join(import.meta.dirname, 'metadata', 'labels.txt'));
const VALUE = '\\s{0,3}[：:](.{1,200})$';
const LABELLED = [
  { label: 'title', pattern: new RegExp(`^(?:${LABELS.pattern('title')})${VALUE}`, 'i') },
  { label: 'person', pattern: new RegExp(`^(?:${LABELS.pattern('person')})${VALUE}`, 'i') },
  { label: 'date', pattern: new RegExp(`^(?:${LABELS.pattern('date')})${VALUE}`, 'i') },
  { label: 'place', pattern: new RegExp(`^(?:${LABELS.pattern('place')})${VALUE}`, 'i') },
  { label: 'keywords', pattern: new RegExp(`^(?:${LABELS.pattern('keywords')})${VALUE}`, 'i') },
] as const;
const MAX_LABELLED_LENGTH = 220;

/** What a line gives under a label: Date: 2003-02-28. */
function labelled(line: string): { label: (typeof LABELLED)[number]['label']; value: string } | undefined {
  if (line.length > MAX_LABELLED_LENGTH) return undefined;
  for (const { label, pattern } of LABELLED) {
    const value = pattern.exec(line.trim())?.[1];
    if (value?.trim()) return { label, value: value.trim() };
  }
  return undefined;
}

/** 澜府专纪〔2025〕17号, the number under which an office files a document. */
export const isDocumentNumber = (line: string): boolean =>
  line.length <= MAX_NUMBER_LENGTH &&
  /^[\u4e00-\u9fffA-Za-z]{0,12} ?[〔[（(] ?(?:19|20)\d\d ?[〕\]）)] ?第? ?\d{1,5} ?号$/.test(line);
const MAX_NUMBER_LENGTH = 36;

export type FrontLineKind = 'occasion' | 'speaker' | 'date' | 'adopted' | 'name' | 'label' | 'number';

/** What kind of front line a line is; undefined for others. */
export function frontLineKind(written: string): FrontLineKind | undefined {
  const line = simplified(written);
  if (labelled(line) || BYLINE.test(line.trim())) return 'label';
  if (line.length > MAX_LINE_LENGTH) return undefined;
  if (isDocumentNumber(line)) return 'number';
  const text = bareOf(line);
  if (text === '' || /[。；！？]/.test(text)) return undefined;
  if (isOccasion(line, text)) return 'occasion';
  if (DATE_LINE.test(text)) return 'date';
  if ((SPEAKER.test(text) && !/，/.test(text)) || isNamedSpeaker(text)) return 'speaker';
  if (/^[（(]/.test(line.trim()) && isAdoption(text)) return 'adopted';
  if (isSpeaker(text) || isEnglishDate(text)) return isSpeaker(text) ? 'speaker' : 'date';
  return PERSON_NAME.test(text) ? 'name' : undefined;
}

/** A date, with the place or with what was done on it; a title may end in a date too. */
const isEnglishDate = (text: string): boolean =>
  ENGLISH_DATE.test(text) && firstPeriodIn(text, 'text', 'en') !== undefined && !endsAsDocument(text);

/** Passed, published, in force: a bracket under the title of a law tells all of it. */
const isAdoption = (text: string): boolean =>
  ADOPTED.test(text) || (dateIn(text) !== undefined && IN_FORCE.test(text));
const IN_FORCE = /(?:通过|批准|公布|发布|印发|施行|修订|修正)/;
/** by Ann Other and Bob Stone */
const BYLINE = /^[Bb]y ((?:[A-Z][\w.'’-]*|and|&|,)(?:,? (?:[A-Z][\w.'’-]*|and|&))+)$/;
const GIVEN = LABELS.pattern('given');
/** Costerby Quay, of a date that is written with its place. */
const PLACE_BEFORE = "(?:[A-Z][\\w.'’-]*(?: (?:[A-Z][\\w.'’-]*|of|the|and)){0,5}, )?";
const WEEKDAY = '(?:[A-Z][a-z]+day,? )?';
/**
 * 14 May 2025, held on Tuesday 16 September 2025 at 5.30 pm, Made by the Council on 12 March 2018 and in force from 1 April
 * 2018, Costerby Quay, 9 June 2016.
 */
const ENGLISH_DATE = new RegExp(
  `^(?:(?:(?:${GIVEN})(?: by (?:the )?[A-Z][^.;:]{1,40}?)?:? )?(?:on |of |in )?|${PLACE_BEFORE})${WEEKDAY}(?:\\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \\d{4}|[A-Z][a-z]+ \\d{1,2}, \\d{4}|[A-Z][a-z]+ \\d{4})(?:,? (?:at|in) .{1,60}|,? (?:and )?(?:in force|effective|commencing) .{1,40})?\\.?$`,
);

const OFFICE_END = new RegExp(`(?:${TITLES})$`);
const MAX_SPEAKER_PARTS = 4;

/** Office and name set apart by blanks: 某某公司 董事长 张某某. */
function isNamedSpeaker(text: string): boolean {
  const parts = text.split(/[\s　]+/);
  if (parts.length < 2 || parts.length > MAX_SPEAKER_PARTS || /[，：:]/.test(text)) return false;
  return PERSON_NAME.test(parts.at(-1) ?? '') && parts.slice(0, -1).some((part) => OFFICE_END.test(part));
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

/** 2024年1月7日在某某市 */
const MEETING_PLACE = /在([\u4e00-\u9fff]{1,11}(?:省|市|县|区|旗|州|盟|镇|乡))$/;

/** What the front lines among the first lines of a report say. */
export function frontEvidenceOf(lines: readonly string[]): FrontEvidence {
  const evidence: FrontEvidence = {};
  for (const line of lines.map(simplified)) {
    const kind = frontLineKind(line);
    if (!kind) continue;
    const date = dateIn(line);
    if (date && evidence.given === undefined && kind !== 'adopted') evidence.given = date;
    addLabelled(line, evidence);
    const assembly = kind === 'occasion' ? assemblyIn(line) : undefined;
    if (assembly) evidence.assembly ??= assembly;
    const met = kind === 'date' ? MEETING_PLACE.exec(bareOf(line))?.[1] : undefined;
    if (met) evidence.assembly ??= met;
    if (kind === 'speaker' || kind === 'occasion') {
      const text = bareOf(line);
      const speaker = SPEAKER.exec(text)?.[1];
      if (speaker) evidence.speaker ??= speaker;
      if (kind === 'speaker')
        evidence.person ??= bareOf(line) === text && /[)）]\s*\**$/.test(line) ? line.trim() : text;
    }
  }
  return evidence;
}

function addLabelled(line: string, evidence: FrontEvidence): void {
  const by = BYLINE.exec(line.trim())?.[1];
  if (by) evidence.person ??= by;
  const found = labelled(line);
  if (found?.label === 'title') evidence.title ??= found.value;
  // several speakers: the first one is who gave it
  if (found?.label === 'person') evidence.person ??= found.value.split(/[;；]/, 1)[0];
}
