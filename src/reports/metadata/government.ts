// Which government a work report is of: places that several kinds of evidence name, weighed together.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';

export type Level = 'national' | 'province' | 'city' | 'county' | 'township' | 'subdistrict';

const LOCALITIES = readWordLists(path.join(import.meta.dirname, 'locality-words.txt'));
const OFFICES = readWordLists(path.join(import.meta.dirname, 'offices.txt'));
const PROVINCES = LOCALITIES.words('province');
/** Known by their short names: 内蒙古自治区 is 内蒙古. */
const REGIONS = ['内蒙古自治区', '广西壮族自治区', '西藏自治区', '宁夏回族自治区', '新疆维吾尔自治区'];
const MUNICIPALITIES = ['北京', '天津', '上海', '重庆'];
export const STATE_COUNCIL = '国务院';

const LEVELS: [Level, RegExp][] = [
  ['national', /国务院|^全国|中华人民共和国第/],
  ['province', /省$|自治区$|特别行政区$/],
  ['city', /市$|自治州$|州$|盟$|地区$/],
  ['county', /县$|区$|旗$/],
  ['township', /镇$|乡$/],
  ['subdistrict', /街道$/],
];

/** The level of a place by its name. */
export function levelOf(place: string): Level | undefined {
  if (MUNICIPALITIES.some((name) => place === `${name}市`)) return 'province';
  return LEVELS.find(([, pattern]) => pattern.test(place))?.[0];
}

/** A province by its full name, from its full or short one. */
function provinceOf(text: string): string | undefined {
  const region = REGIONS.find((name) => text.startsWith(name) || text.startsWith(name.slice(0, 2)));
  if (region) return region;
  const short = PROVINCES.find((name) => text.startsWith(name));
  if (!short) return undefined;
  return MUNICIPALITIES.includes(short) ? `${short}市` : `${short}省`;
}

const PLACE =
  /^(?:中共)?([\u4e00-\u9fff]{2,12}?(?:自治区|自治州|自治县|特别行政区|省|市|县|区|州|盟|旗|镇|乡|街道))/;
const NO_PLACE = /^(?:全|本|各|我|该|第|日|月|代表|现在|自治区$|省|市|县|区)/;

/** The place with which a text begins: 四川省 of 四川省人民政府省长, 内蒙古自治区 of 内蒙古. */
export function leadingPlace(text: string): string | undefined {
  const plain = text.replace(/^(?:(?:19|20)\d\d年度?|关于|在)/, '');
  if (/^(?:国务院|中华人民共和国(?:国务院|第)|全国人民代表大会)/.test(plain)) return STATE_COUNCIL;
  const named = PLACE.exec(plain)?.[1];
  if (named === undefined || NO_PLACE.test(named)) return provinceOf(plain);
  return levelOf(named) === 'province' ? provinceOf(named) : named;
}

/** What tells of the government, each as far as it is known. */
export interface GovernmentEvidence {
  /** Folder names, outermost first, and the file's name without its ending. */
  names: readonly string[];
  titles: readonly string[];
  /** 四川省第十四届人民代表大会. */
  assembly?: string | undefined;
  /** 四川省人民政府省长. */
  speaker?: string | undefined;
  text: string;
}

/** How much each kind of evidence counts; none decides alone against two others. */
const WEIGHTS = { assembly: 5, opening: 5, speaker: 4, title: 4, folder: 3, file: 2, mentions: 2 };

const OPENING =
  /(?:代表|受)([\u4e00-\u9fff]{0,14}?)(?:第[\u4e00-\u9fff]{1,3}届)?(?:人民政府|政府|国务院|人民委员会)/;
const OPENING_LENGTH = 1500;

/** The government whose report it is, by its full name: 四川省人民政府, 国务院. */
export function governmentOf(evidence: GovernmentEvidence): string | undefined {
  const { names, titles, assembly = '', speaker = '', text } = evidence;
  const votes = new Map<string, number>();
  const vote = (place: string | undefined, weight: number) => {
    if (place) votes.set(place, (votes.get(place) ?? 0) + weight);
  };
  const opening = OPENING.exec(text.slice(0, OPENING_LENGTH));
  const level = levelWanted(speaker, opening, assembly);
  vote(leadingPlace(assembly), WEIGHTS.assembly);
  if (opening) vote(/国务院$/.test(opening[0]) ? STATE_COUNCIL : leadingPlace(opening[1]), WEIGHTS.opening);
  vote(leadingPlace(speaker), WEIGHTS.speaker);
  for (const title of new Set(titles)) vote(leadingPlace(title), WEIGHTS.title);
  names.forEach((name, i) => {
    vote(leadingPlace(name), i === names.length - 1 ? WEIGHTS.file : WEIGHTS.folder);
  });
  if (level === undefined || level === 'province') vote(mostMentionedProvince(text), WEIGHTS.mentions);
  const fitting = [...votes].filter(
    ([place]) =>
      level === undefined ||
      place === STATE_COUNCIL ||
      levelOf(place) === undefined ||
      levelOf(place) === level,
  );
  const [best] = (fitting.length > 0 ? fitting : [...votes]).sort((a, b) => b[1] - a[1]);
  if (!best) return undefined;
  const [place] = best;
  // a town goes by its own name
  return place === STATE_COUNCIL || /[镇乡]$|街道$/.test(place) ? place : `${place}人民政府`;
}

/** The level that the speaker's office or the opening names: 省长, 我代表省人民政府. */
function levelWanted(speaker: string, opening: RegExpExecArray | null, assembly: string): Level | undefined {
  if (leadingPlace(assembly) === STATE_COUNCIL) return 'national';
  for (const level of ['national', 'province', 'city', 'county', 'township'] as const)
    if (OFFICES.words(level).some((title) => speaker.endsWith(title))) return level;
  const named = opening?.[1] ?? '';
  if (/国务院$/.test(opening?.[0] ?? '')) return 'national';
  return levelOf(named);
}

const MIN_MENTIONS = 3;

/** The province that a text names most, twice as often as any other one. */
function mostMentionedProvince(text: string): string | undefined {
  const counts = PROVINCES.map((name) => ({ name, count: text.split(name).length - 1 })).sort(
    (a, b) => b.count - a.count,
  );
  const [first, second] = counts;
  if (!first || first.count < MIN_MENTIONS || first.count < 2 * (second?.count ?? 0)) return undefined;
  return provinceOf(first.name);
}
