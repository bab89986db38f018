// Who wrote a report: an office, a government, a company, a person. Title, letterhead, speaker, opening, signature, what the
// format states, folder and file names and the text itself name candidates; the heaviest one is the author.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';
import type { FrontEvidence } from '../front-lines.ts';
import { agencyInTitle, officeInText, subjectOfTitle, townInText } from './agency.ts';
import { OPENING_LENGTH, type ReportEvidence, type ReportLanguage } from './evidence.ts';
import { adopterIn, issuerIn } from './issuer.ts';
import { endsAsDocument, type ReportKind } from './kind.ts';
import { asWritten, nameIn, organisationIn, organisationsIn, speakerIn, subjectIn } from './organisation.ts';
import { type Level, leadingPlace, levelOf, mostMentionedProvince, STATE_COUNCIL } from './place.ts';
import { Candidates } from './weighing.ts';
import { REPUBLIC_YEAR } from './written-date.ts';
import { withoutPeriods } from './written-period.ts';

/** What tells of an author. */
export interface AuthorEvidence
  extends Pick<ReportEvidence, 'names' | 'above' | 'signature' | 'lines' | 'stated'> {
  kind: ReportKind | 'summary' | undefined;
  titles: readonly string[];
  /** Lines around the title and short first lines. */
  letterhead: readonly string[];
  front: FrontEvidence;
  language: ReportLanguage;
}

/** How much each kind of evidence counts; none decides alone against two others. */
const WEIGHTS = {
  person: 14,
  title: 8,
  charged: 14,
  typeInTitle: 1,
  signature: 6,
  letterhead: 6,
  adopted: 6,
  assembly: 5,
  opening: 5,
  stated: 5,
  town: 5,
  speaker: 4,
  placeInTitle: 4,
  office: 3,
  source: 3,
  folder: 3,
  file: 2,
  mentions: 2,
  above: 3,
  subject: 3,
  assumed: 1.5,
  field: 0.5,
};

/** The author by its full name: 四川省人民政府, 县林业局, Tidewell Trust. */
export function authorOf(evidence: AuthorEvidence, isYearlyWorkReport: boolean): string | undefined {
  const { kind, language, lines } = evidence;
  const candidates = new Candidates<string>();
  if (language === 'en') {
    addOrganisations(candidates, evidence);
    const best = candidates.best();
    return best && asWritten(best, lines.join('\n'));
  }
  if (isYearlyWorkReport || GOVERNMENTS.has(kind ?? 'document')) addGovernments(candidates, evidence);
  if (!isYearlyWorkReport || candidates.best() === undefined) addOffices(candidates, evidence);
  return candidates.best();
}

/** Kinds that a government issues under the name of its place. */
const GOVERNMENTS = new Set<AuthorEvidence['kind']>([
  'plan',
  'regulation',
  'disclosure-report',
  'budget-report',
  'minutes',
]);
/** Kinds that speak of their author in their text: 我局, 全镇. */
const SELF_SPEAKING = new Set<AuthorEvidence['kind']>(['summary', 'government-work-report', undefined]);

const OPENING =
  /(?:代表|受)([\u4e00-\u9fff]{0,14}?)(?:第[\u4e00-\u9fff]{1,3}届)?(?:人民政府|政府|国务院|人民委员会)/;

const CHARGED = /受[\u4e00-\u9fff]{0,14}(?:政府|国务院)(?:的)?委托/;

/** Governments by the places that are named. A level that is certain leaves out places of others. */
function addGovernments(to: Candidates<string>, evidence: AuthorEvidence): void {
  const { names, titles, front, lines, stated } = evidence;
  const { assembly = '', speaker = '' } = front;
  const text = lines.join('\n');
  const opening = OPENING.exec(text.slice(0, OPENING_LENGTH));
  const level = levelWanted(speaker, opening, assembly);
  const places = new Candidates<string>();
  places.add(leadingPlace(assembly), 'assembly', WEIGHTS.assembly);
  if (opening)
    places.add(
      /国务院$/.test(opening[0]) ? STATE_COUNCIL : leadingPlace(opening[1]),
      'opening',
      WEIGHTS.opening,
    );
  places.add(leadingPlace(speaker), 'speaker', WEIGHTS.speaker);
  // several titles say one thing; what begins with a place may be the name of an office
  for (const place of new Set(titles.filter(namesNoOffice).map(leadingPlace)))
    places.add(place, 'title', WEIGHTS.placeInTitle);
  places.add(leadingPlace(stated.source ?? ''), 'source', WEIGHTS.source);
  names.forEach((name, i) => {
    const isFile = i === names.length - 1;
    places.add(leadingPlace(name), isFile ? 'file name' : 'folder', isFile ? WEIGHTS.file : WEIGHTS.folder);
  });
  if (level === undefined || level === 'province')
    places.add(mostMentionedProvince(text), 'mentions', WEIGHTS.mentions);
  const all = places.ranked();
  const fitting = all.filter(
    ({ value }) =>
      level === undefined ||
      value === STATE_COUNCIL ||
      levelOf(value) === undefined ||
      levelOf(value) === level,
  );
  for (const { value, weight, evidence: kinds } of fitting.length > 0 ? fitting : all)
    to.add(governmentOf(value, text, titles), kinds.join(', '), weight);
}

/** 澜棠县林业局2024年… names an office, 澜棠县2024年… and 澜棠县人民政府… do not. */
function namesNoOffice(title: string): boolean {
  const office = agencyInTitle(title);
  return office === undefined || /政府$/.test(office) || office === leadingPlace(title);
}

/** The government of a place; a town goes by its own name. */
function governmentOf(place: string, text: string, titles: readonly string[]): string {
  if (place === STATE_COUNCIL || /[镇乡]$|街道$/.test(place)) return place;
  // in Taiwan a county has a 政府, no 人民政府
  const isPlain = titles.some((title) => title.startsWith(`${place}政府`)) && !text.includes('人民政府');
  return isPlain && REPUBLIC.test(titles.join('\n')) ? `${place}政府` : `${place}人民政府`;
}
const REPUBLIC = new RegExp(REPUBLIC_YEAR);

const OFFICES = readWordLists(path.join(import.meta.dirname, 'offices.txt'));
const SPEAKERS_LEVELS = ['national', 'province', 'city', 'county', 'township'] as const;

/** The level that the speaker's office or the opening names: 省长, 我代表省人民政府. */
function levelWanted(speaker: string, opening: RegExpExecArray | null, assembly: string): Level | undefined {
  if (leadingPlace(assembly) === STATE_COUNCIL) return 'national';
  for (const level of SPEAKERS_LEVELS)
    if (OFFICES.words(level).some((title) => speaker.endsWith(title))) return level;
  if (/国务院$/.test(opening?.[0] ?? '')) return 'national';
  return levelOf(opening?.[1] ?? '');
}

/** Offices, towns, companies as titles, letterheads, signatures and the text name them. */
function addOffices(to: Candidates<string>, evidence: AuthorEvidence): void {
  const { kind, titles, names, letterhead, signature, stated, lines, front } = evidence;
  const [title = ''] = titles;
  const words = lines.join('\n');
  const inTitle = titles.map(agencyInTitle).find((each) => each !== undefined);
  to.add(inTitle, 'title', inTitle && inTitle.length > 2 ? WEIGHTS.title : WEIGHTS.typeInTitle);
  if (kind === 'speech') to.add(front.person ?? stated.author, 'speaker', WEIGHTS.person);
  // an office that reports 受市人民政府委托 is the author
  const isCharged = CHARGED.test(words.slice(0, OPENING_LENGTH));
  for (const line of letterhead)
    to.add(issuerIn(line), 'letterhead', isCharged ? WEIGHTS.charged : WEIGHTS.letterhead);
  for (const line of letterhead) to.add(adopterIn(line), 'adoption', WEIGHTS.adopted);
  for (const line of signature) to.add(issuerIn(line), 'signature', WEIGHTS.signature);
  to.add(officeInText(signature.join('\n')), 'signature', WEIGHTS.office);
  to.add(issuerIn(stated.author ?? '') ?? personIn(stated.author), 'stated author', WEIGHTS.stated);
  to.add(issuerIn((stated.source ?? '').replace(/(?:门户)?网站?$/, '')), 'source', WEIGHTS.source);
  names.forEach((name, i) => {
    const isFile = i === names.length - 1;
    const office = agencyInTitle(name);
    if (office && office.length > 2)
      to.add(office, isFile ? 'file name' : 'folder', isFile ? WEIGHTS.file : WEIGHTS.folder);
  });
  if (kind === 'statistical-bulletin') to.add(statisticsOf(title), 'issues bulletins', WEIGHTS.assumed);
  if (!SELF_SPEAKING.has(kind)) return;
  to.add(
    townInText([...titles, words, ...signature, ...letterhead].join('\n')),
    'town in the text',
    WEIGHTS.town,
  );
  to.add(officeInText(words), 'office in the text', WEIGHTS.office);
  const subject = subjectOfTitle(title);
  if (FIELDS_OF_OFFICES.test(subject)) to.add(subject, 'field in the title', WEIGHTS.field);
}

/** A title such as 2023年XX区卫生健康工作总结 names a field in place of the office. */
const FIELDS_OF_OFFICES =
  /卫生健康|教育|民政|财政|审计|统计|税务|公安|司法|交通|水利|文旅|文化|商务|住建|人社/;

/** An office of statistics publishes the bulletin of its place. */
function statisticsOf(title: string): string | undefined {
  if (/^(?:中华人民共和国|全国)/.test(title)) return '国家统计局';
  const place = leadingPlace(title);
  return place === undefined ? undefined : place === STATE_COUNCIL ? '国家统计局' : `${place}统计局`;
}

/** The name of a person, who is an author where no office is named; programs write their own names there. */
function personIn(author: string | undefined): string | undefined {
  if (!author || !/^[\u4e00-\u9fff·•\s、，,]{2,40}$/.test(author)) return undefined;
  return author.trim();
}

const NO_PERSON =
  /\d|@|\b(?:admin|administrator|user|owner|openpyxl|unknown|author|office|microsoft|windows|python)\b/i;

/** English organisations and persons. */
function addOrganisations(to: Candidates<string>, evidence: AuthorEvidence): void {
  const { kind, titles, names, above, letterhead, lines, signature, stated, front } = evidence;
  for (const title of new Set(titles.map(withoutDocument))) {
    to.add(organisationBefore(title), 'title', WEIGHTS.title);
    for (const name of organisationsIn(title).slice(0, 1)) to.add(name, 'title', WEIGHTS.placeInTitle);
  }
  if (kind === 'speech') to.add(front.person ?? speakerIn(titles[0] ?? ''), 'speaker', WEIGHTS.person);
  if (kind === 'annual-report') to.add(nameBefore(titles[0] ?? ''), 'name before its report', WEIGHTS.above);
  for (const line of above) to.add(nameIn(line), 'name above the title', WEIGHTS.above);
  for (const line of lines.slice(0, SUBJECT_LINES)) to.add(subjectIn(line), 'subject', WEIGHTS.subject);
  for (const line of letterhead)
    for (const name of organisationsIn(line).slice(0, 1)) to.add(name, 'letterhead', WEIGHTS.letterhead);
  for (const line of signature)
    for (const name of organisationsIn(line).slice(0, 1)) to.add(name, 'signature', WEIGHTS.signature);
  const { author } = stated;
  to.add(author && organisationIn(author), 'stated author', WEIGHTS.stated);
  if (author && /\s/.test(author) && /^[A-Z]/.test(author) && !NO_PERSON.test(author))
    to.add(author, 'stated author', WEIGHTS.stated);
  to.add(front.person, 'by line', WEIGHTS.speaker);
  to.add(organisationIn(stated.source ?? ''), 'source', WEIGHTS.source);
  to.add(leadingName(names.at(-1) ?? '', titles), 'file name', WEIGHTS.file);
}

/** The Harbour Board of "Minutes of the Harbour Board, 3 March". */
function withoutDocument(title: string): string {
  const at = title.search(/\b(?:of|by)\s/);
  return at > 0 && endsAsDocument(title.slice(0, at)) ? withoutPeriods(title.slice(at)) : title;
}

/** Tidewell Trust of "Tidewell Trust: Annual Report" and of "Tidewell Trust Annual Report 2024". */
function organisationBefore(title: string): string | undefined {
  const [head, rest] = title.split(/[:–—]\s/, 2);
  if (rest !== undefined && organisationIn(head)) return organisationIn(head);
  const words = withoutPeriods(title).trim().split(/\s+/);
  if (/^(?:of|by)\s/.test(title)) return organisationsIn(withoutPeriods(title))[0];
  for (let length = words.length - 1; length >= 2; length--) {
    const name = organisationIn(words.slice(0, length).join(' '));
    if (name && !/^(?:of|for|and|the)$/i.test(words[length])) return name;
  }
  return undefined;
}

/** So many of the first lines may open with the author's name. */
const SUBJECT_LINES = 3;

/** Varley Instruments of "Varley Instruments Annual Report 2021", whatever the words of the name are. */
function nameBefore(title: string): string | undefined {
  const words = withoutPeriods(title).trim().split(/\s+/);
  for (let length = 2; length < words.length; length++)
    if (endsAsDocument(words.slice(length).join(' ')))
      return endsAsDocument(words.slice(0, length).join(' '))
        ? undefined
        : nameIn(words.slice(0, length).join(' '));
  return undefined;
}

/** Varley Bank of Varley-Bank-Trade-Letter-1985, where the title begins with "Trade Letter". */
function leadingName(fileName: string, titles: readonly string[]): string | undefined {
  const [title = ''] = titles;
  const first = title
    .split(/[\s:,]+/)
    .slice(0, 2)
    .join(' ');
  const name = fileName.replace(/[-_\s]+/g, ' ');
  const at = first.length > 3 ? name.toLowerCase().indexOf(first.toLowerCase()) : -1;
  const before = at > 0 ? name.slice(0, at).trim() : '';
  return isNameOfWords(before) && !NO_AUTHOR.test(before) ? before : undefined;
}
const MAX_NAME_WORDS = 5;
const isNameOfWords = (name: string): boolean => {
  const words = name.split(' ');
  return (
    words.length <= MAX_NAME_WORDS &&
    words.every((word) => /^(?:[A-Z][A-Za-z]{2,20}|of|for|and|the)$/.test(word))
  );
};
const NO_AUTHOR = new RegExp(
  `^(?:${readWordLists(path.join(import.meta.dirname, 'junk-titles.txt')).pattern('note')})\\b`,
  'i',
);
