// What a report is: kind, author, place, title and time, each weighed from all the evidence that there is. The outline needs
// kind and time, and what is planned for is known from the outline only: hence two steps.
import { simplified } from '../../language/index.ts';
import { frontEvidenceOf } from '../front-lines.ts';
import { authorOf } from './author.ts';
import { languageOf, OPENING_LENGTH, type ReportEvidence, type ReportLanguage } from './evidence.ts';
import { kindByWords, kindOf, type ReportKind, summaryInText } from './kind.ts';
import type { Period } from './period.ts';
import { coveredPeriod, namedPeriod, plannedFor, type TimeEvidence } from './periods.ts';
import { personAmong } from './person.ts';
import { type Place, placeOf } from './place.ts';
import { cleanTitle, statedTitle, titleOf } from './title.ts';
import { isYearly, workReportPeriods } from './work-report.ts';

export interface Description {
  kind: ReportKind;
  language: ReportLanguage;
  title: string;
  /** False where the source has no title and this one is made of what is known. */
  titled: boolean;
  agency?: string;
  place?: Place;
  /** Who gave it, as its front names them. */
  person?: string;
  period?: Period;
  /** The yearly report of a government, which plans for the year in which it is given. */
  isYearlyWorkReport: boolean;
  /** What it plans for, once the headings of its plans are known. */
  plannedFor(planHeadings: string[]): Period | undefined;
}

const MAX_SHORT_LINE = 120;
/** Short lines at the beginning that may belong to the letterhead. */
const MAX_SHORT_LINES = 4;

export function describe(written: ReportEvidence): Description {
  const evidence = inSimplified(written);
  const { lines, names, front: frontLines, stated, listedAs } = evidence;
  const language = languageOf([evidence.titleLine, ...lines].join('\n'));
  const front = frontEvidenceOf([...frontLines, ...lines.slice(0, MAX_SHORT_LINES)]);
  const line = cleanTitle(evidence.titleLine) || cleanTitle(listedAs);
  const ofFormat = statedTitle(stated.title ?? '') ?? '';
  const titles = [...new Set([line, ofFormat, front.title ?? ''])].filter((title) => title !== '');
  const letterhead = [...frontLines, ...shortLines(lines)];
  const fileName = names.at(-1) ?? '';
  const byWords = kindByWords({
    titles,
    fileName,
    front: letterhead,
    hasSpeaker: front.person !== undefined,
    lines,
  });
  const isYearlyWorkReport = byWords === 'government-work-report' && isYearly(titles, lines);
  const author = authorOf(
    { ...evidence, kind: byWords, titles, letterhead, front, language },
    isYearlyWorkReport,
  );
  const agency = author === undefined ? undefined : asWrittenIn(written, author);
  const isUntitled = line === '' && language === 'zh';
  const isSummary = isUntitled && (agency !== undefined || summaryInText(lines));
  const kind = kindOf(byWords, { title: line, agency: author, isSummary });
  const time: TimeEvidence = { ...evidence, kind, titles, letterhead, front, language };
  const ofWorkReport = isYearlyWorkReport ? workReportPeriods({ titles, fileName, front, lines }) : undefined;
  const named = ofWorkReport?.period ?? namedPeriod(time);
  const period = ofWorkReport?.period ?? coveredPeriod(time);
  const place = author === undefined ? undefined : placeOf(author);
  const plans = (planHeadings: string[]) =>
    ofWorkReport?.plannedFor ?? plannedFor(kind, { covered: period, named, title: line, planHeadings });
  const found = titleOf({
    line: written.titleLine,
    listedAs: written.listedAs,
    stated: written.stated.title ?? '',
    labelled: front.title ?? '',
    fileName: evidence.isAlone ? (written.names.at(-1) ?? '') : '',
    opening: lines.join('\n').slice(0, OPENING_LENGTH),
    ofWorkReport: isYearlyWorkReport,
    language,
  });
  const person = personAmong(letterhead);
  return {
    kind,
    language,
    title: found?.title ?? '',
    titled: found?.titled ?? false,
    ...(agency ? { agency } : {}),
    ...(place ? { place } : {}),
    ...(person ? { person } : {}),
    ...(period ? { period } : {}),
    isYearlyWorkReport,
    plannedFor: plans,
  };
}

/** The same in simplified characters, in which words are known; of the same lengths. */
function inSimplified(evidence: ReportEvidence): ReportEvidence {
  const sample = sampleOf(evidence);
  if (simplified(sample) === sample) return evidence;
  return {
    ...evidence,
    titleLine: simplified(evidence.titleLine),
    listedAs: simplified(evidence.listedAs),
    collectionTitle: simplified(evidence.collectionTitle),
    stated: Object.fromEntries(
      Object.entries(evidence.stated).map(([property, said]) => [property, simplified(said)]),
    ),
    names: evidence.names.map(simplified),
    front: evidence.front.map(simplified),
    signature: evidence.signature.map(simplified),
    lines: evidence.lines.map(simplified),
  };
}

/** All that may name an author. */
const sampleOf = ({ titleLine, names, stated, front, signature, lines }: ReportEvidence): string =>
  [titleLine, ...Object.values(stated), ...front, ...signature, ...lines, ...names]
    .join('\n')
    .slice(0, SAMPLE_LENGTH);
const SAMPLE_LENGTH = 20_000;

/** A name in the characters of the source: the whole of it, or the place that a government is named after. */
function asWrittenIn(evidence: ReportEvidence, name: string): string {
  const sample = sampleOf(evidence);
  const plain = simplified(sample);
  if (plain === sample) return name;
  const [, place = '', rest = ''] = /^(.*?)((?:人民政府)?)$/.exec(name) ?? [];
  for (const [part, added] of [
    [name, ''],
    [place, rest],
  ]) {
    const at = part === '' ? -1 : plain.indexOf(part);
    if (at >= 0) return sample.slice(at, at + part.length) + added;
  }
  return name;
}

/** The first lines as long as they are short, up to the first sentence. */
function shortLines(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines.slice(0, MAX_SHORT_LINES)) {
    if (line.length > MAX_SHORT_LINE || /[。；：:]$/.test(line)) break;
    found.push(line);
  }
  return found;
}

/** A title for a report without one, of what is known: 某某街道2023年工作总结, Tidewell Trust, annual report, 2022. */
export function generatedTitle(
  { agency = '', kind, language, period }: Description,
  planned: Period | undefined,
): string {
  if (language === 'en')
    return [agency, KIND_NAMES[kind].en, (period ?? planned)?.label].filter(Boolean).join(', ');
  if (kind === 'government-work-report')
    return `${agency.replace(/人民政府$/, '')}${(planned ?? period)?.label ?? ''}政府工作报告`;
  const when = (period ?? planned)?.label ?? '';
  if (/-summary$/.test(kind)) return `${agency}${when}工作总结${planned ? '和下步工作计划' : ''}`;
  return `${agency}${when}${KIND_NAMES[kind].zh}`;
}

/** What a document of a kind is called in a title that is made for it. */
const KIND_NAMES: Record<ReportKind, { zh: string; en: string }> = {
  'government-work-report': { zh: '政府工作报告', en: 'Government work report' },
  'agency-summary': { zh: '工作总结', en: 'Work summary' },
  'town-summary': { zh: '工作总结', en: 'Work summary' },
  'thematic-summary': { zh: '工作总结', en: 'Work summary' },
  plan: { zh: '计划', en: 'Plan' },
  'statistical-bulletin': { zh: '统计公报', en: 'Statistical bulletin' },
  'disclosure-report': { zh: '政府信息公开工作年度报告', en: 'Disclosure report' },
  'budget-report': { zh: '预算报告', en: 'Budget report' },
  'annual-report': { zh: '年度报告', en: 'Annual report' },
  regulation: { zh: '规章', en: 'Regulation' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
  notice: { zh: '通知', en: 'Notice' },
  speech: { zh: '讲话', en: 'Speech' },
  survey: { zh: '调查', en: 'Survey' },
  research: { zh: '研究报告', en: 'Research paper' },
  document: { zh: '文件', en: 'Document' },
};
