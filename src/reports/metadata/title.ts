// The title of a report: its title line, what the format states, and, last, the name of the file. What belongs to the line of
// occasion, marks of footnotes and emphasis are no part of it.
import path from 'node:path';
import { normalise, readWordLists, trimEndOf } from '../../language/index.ts';
import { frontLineKind } from '../front-lines.ts';
import type { ReportLanguage } from './evidence.ts';
import { endsAsDocument } from './kind.ts';
import { leadingPlace } from './place.ts';
import { periodsIn, withoutPeriods } from './written-period.ts';

const WORDS = readWordLists(path.join(import.meta.dirname, 'junk-titles.txt'));
const NOTE = new RegExp(`^(?:${WORDS.pattern('note')})$`, 'i');
const FILE_ENDING = /\.(?:docx?|pptx?|xlsx?|pdf|txt|md|html?|rtf|odt|wps|csv|indd|pages)$/i;
const WHOLE = new Set(WORDS.words('whole'));

/** A title as it is shown. */
export function cleanTitle(line: string): string {
  let title = line.trim().replace(/^\*+|^#+\s*/, '');
  title = trimEndOf(title.replace(/[[［(（]\d{1,2}[\]］)）]$/, ''), /[\s*＊†‡#①②③]/);
  title = withoutFrontBracket(title);
  return withoutNeedlessMarks(title);
}

/** 政府工作报告（2024年1月7日 张某）: date and name are the line of occasion. */
function withoutFrontBracket(title: string): string {
  const at = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
  if (at <= 0 || !/[）)]$/.test(title)) return title;
  const kind = frontLineKind(title.slice(at));
  return kind === 'date' || kind === 'occasion' || kind === 'adopted' ? title.slice(0, at).trim() : title;
}

/** 2020年西藏自治区《政府工作报告》 is the title of that report; 关于《…》的说明 speaks of another one. */
function withoutNeedlessMarks(title: string): string {
  const match = /^([^《》]*)《([^《》]+)》$/.exec(title);
  if (!match) return title;
  const rest = withoutPeriods(match[1]).trim();
  const isOwn =
    rest === '' || leadingPlace(rest) === rest || leadingPlace(rest) === leadingPlace(`${rest}省`);
  return isOwn ? `${match[1].trim()}${match[2]}` : title;
}

/** A title that nobody gave, such as Document1 or 文档2, says nothing; undefined then. */
export function statedTitle(title: string): string | undefined {
  const plain = title.trim().replace(FILE_ENDING, '').trim();
  const bare = trimEndOf(normalise(plain), /[\s\d()（）_.-]/);
  if (bare === '' || plain.length < 3 || WHOLE.has(bare)) return undefined;
  return cleanTitle(plain);
}

const MIN_LETTERS = 5;

/** A file's name as a title, where it says something: not 1, scan0003, 新建文档, 3f9a77c1. */
function titleOfFile(name: string): string | undefined {
  const words = name
    .replace(FILE_ENDING, '')
    .split(/[\s_]+|(?<=[A-Za-z\d])-(?=[A-Za-z\d])/)
    .filter((word) => word !== '' && !NOTE.test(word));
  const title = /[\u3400-\u9fff]/.test(name) ? words.join('') : joinedPeriods(words);
  const letters = title.replace(/[^\p{L}]/gu, '');
  const isCode = words.some((word) => /[a-f]\d|\d[a-f]/i.test(word) && word.length >= 8);
  const plainWords = words.filter((word) => /[A-Za-z]{3}/.test(word));
  const says =
    /[\u3400-\u9fff]{4}/.test(title) ||
    (letters.length >= MIN_LETTERS && (plainWords.length > 1 || periodsIn(title, 'title').length > 0));
  return says && !isCode && statedTitle(title) ? cleanTitle(capital(title)) : undefined;
}

const capital = (title: string): string => title[0].toUpperCase() + title.slice(1);

/** 2018 09 was 2018-09, 2024 25 was 2024-25: numbers after a year stay joined with it. */
const joinedPeriods = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/\b((?:19|20)\d\d) (\d\d)(?: (\d\d))?\b/g, (_, year, second, third) =>
      [year, second, third].filter(Boolean).join('-'),
    );

/** What tells of a title. */
export interface TitleEvidence {
  line: string;
  listedAs: string;
  /** The title that the format states. */
  stated: string;
  /** The title that a line gives under its label. */
  labelled: string;
  fileName: string;
  /** The beginning of the text. */
  opening: string;
  ofWorkReport: boolean;
  language: ReportLanguage;
}

/** `titled` is false where nothing in the file is a title. */
export function titleOf(evidence: TitleEvidence): { title: string; titled: boolean } | undefined {
  const { fileName, opening, language } = evidence;
  const line = cleanTitle(evidence.line);
  const listed = line || cleanTitle(evidence.listedAs);
  const stated = statedTitle(evidence.stated) ?? '';
  if (listed !== '') {
    const isLine = line !== '';
    return {
      title: isLine ? betterOf(line, stated, evidence.ofWorkReport) : listed,
      titled: isLine || stated !== '',
    };
  }
  if (stated !== '' && isAbout(stated, `${opening}\n${fileName}`)) return { title: stated, titled: true };
  if (evidence.labelled !== '') return { title: cleanTitle(evidence.labelled), titled: true };
  const named = titleOfFile(fileName);
  if (named && /[\u3400-\u9fff]/.test(named) === (language === 'zh')) return { title: named, titled: false };
  return undefined;
}

/** The title line, or the stated title where it says more, or where the line is a motto before 政府工作报告. */
function betterOf(line: string, stated: string, ofWorkReport: boolean): string {
  if (stated === '') return line;
  if (ofWorkReport && !/工作报告/.test(line) && /工作报告/.test(stated)) return stated;
  const bare = line.replace(/[《》]/g, '');
  return stated.length > bare.length && stated.replace(/[《》]/g, '').includes(bare) ? stated : line;
}

/** Whether a stated title shares a word with the text: a template's title does not. */
function isAbout(title: string, text: string): boolean {
  if (endsAsDocument(title)) return true;
  const plain = normalise(text);
  const parts = normalise(withoutPeriods(title)).match(/[\u3400-\u9fff]{2}|[a-z]{4,}/g) ?? [];
  return (
    parts.length === 0 || parts.some((part) => plain.includes(part)) || periodsIn(title, 'title').length > 0
  );
}
