// What a report tells in three sentences: concrete ones that stand for themselves, of different parts.
import { type CitedQuote, cite } from '../answer/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

const COUNT = 3;
/** Parts by what a reader wants to know first. Where there are fewer than three, what was done tells most. */
const PARTS: SectionKind[] = ['achievements', 'plans', 'problems', 'highlights', 'suggestions', 'none'];

/** A sentence of a report, and how much it tells. */
interface Candidate {
  start: number;
  end: number;
  section: number;
  kind: SectionKind;
  score: number;
}

/** At most three sentences that tell what a report is about, in the order of the source. */
export function highlightQuotes(report: Report, index: Pick<PassageIndex, 'fileOf'>): CitedQuote[] {
  const file = index.fileOf(report);
  const candidates = sentencesOf(report, file.text).sort((a, b) => b.score - a.score || a.start - b.start);
  const chosen: Candidate[] = [];
  for (const part of PARTS) {
    const best = candidates.find(({ kind }) => kind === part);
    if (best && best.score >= LEAST && chosen.length < COUNT) chosen.push(best);
  }
  const elsewhere = (each: Candidate) => !chosen.some(({ section }) => section === each.section);
  for (const candidate of [...candidates.filter(elsewhere), ...candidates]) {
    if (chosen.length >= COUNT) break;
    if (!chosen.includes(candidate) && (chosen.length === 0 || elsewhere(candidate) || candidate.score > 0))
      chosen.push(candidate);
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ section, start, end }) => cite({ file, report, section, span: { start, end } }));
}

/** A part whose best sentence tells less than this goes unmentioned while others have more to say. */
const LEAST = -1;

function sentencesOf(report: Report, text: string): Candidate[] {
  return report.passages.flatMap(({ section, sentences }) =>
    sentences.map(({ start, end }, i) => {
      const words = text.slice(start, end);
      const opening = i === 0 ? OPENING_WORTH : 0;
      const { kind } = report.sections[section];
      return { start, end, section, kind, score: tells(words) + opening };
    }),
  );
}

/** The first sentence of a passage needs none before it to be understood. */
const OPENING_WORTH = 0.6;
const MIN_LENGTH = 20;
const MAX_LENGTH = 90;
/** Characters of shortage or excess that cost as much as one figure is worth. */
const SHORTAGE = 10;
const EXCESS = 25;
const MOST_FIGURES = 4;
const MOST_NAMES = 2;

/** Leans on what stands before it, or counts on. */
const LEANS =
  /^\s*(?:其中|同时|此外|另外|另|该|此|其|这|并|也|还|又|而|但|对此|为此|目前该|以上|上述|相关|因此|如(?!期|何|果)|共|累计|已|占|均|同比|增长|分别|今年以来，?$|[二三四五六七八九十]+[是要])/;
const COUNTS =
  /^\s*(?:一是|一要|首先|[（(]?\d+[）).、](?!\d)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/;
/** Figures and names that the source masks. */
const MASKED = /[xX×＊*]/g;
/** Everybody's words. */
const SLOGANS =
  /坚持|深入贯彻|贯彻落实|习近平|思想|精神|切实|进一步|不断|高度重视|认真|牢固树立|为指导|高质量发展|紧紧围绕|全力|奋力|扎实|统筹|持续|大力|着力|积极|总体要求|新时代|二十大|主题教育|重要讲话|理论学习|意识|判断力|领悟力|维护|正确领导|取得了?[^，。]{0,6}成效|D|党/g;
/** Says that there is something, not what. */
const VAGUE =
  /虽然|肯定成绩|总结成绩|成绩的同时|一些(?:不足|问题|困难|成绩)|不少(?:困难|问题)|所有这些|主要表现|现在，我代表|请予审议|以下几/;
const FIGURES = /\d(?<!\d[.,]*\d)[\d.,]*\s*(?![\d年月日]|20\d\d)(?:[%％]|[\u4e00-\u9fff])/g;
const NAMES =
  /“[^”]{2,12}”|[\u4e00-\u9fff]{2,8}(?:项目|工程|公路|平台|基地|示范区|园区|广场|大桥|水库|医院|学校|食堂|产业园|合作社|公司)/g;
const WHOLE = /[。！？!?][”’）)]?\s*$/;
const ANNOUNCES = /[：:]\s*$|如下。?\s*$|以下[^。]{0,14}[：:。]\s*$|(?:各位代表|同志们)/;

/** How much a sentence tells by itself; one figure is worth 1. */
function tells(words: string): number {
  const length = words.trim().length;
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  return (
    Math.min(MOST_FIGURES, count(FIGURES)) +
    Math.min(MOST_NAMES, count(NAMES)) * 0.8 -
    Math.min(4, count(SLOGANS)) * 0.7 -
    Math.min(6, count(MASKED) * 1.5) -
    (LEANS.test(words) ? 3 : COUNTS.test(words) ? 0.7 : 0) -
    (WHOLE.test(words) ? 0 : 1) -
    (ANNOUNCES.test(words) ? 8 : 0) -
    (VAGUE.test(words) ? 3 : 0) -
    Math.max(0, MIN_LENGTH - length) / SHORTAGE -
    Math.max(0, length - MAX_LENGTH) / EXCESS
  );
}
