// Places by their names: of which level they are, and with which a text begins.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';

export type Level = 'national' | 'province' | 'city' | 'county' | 'township' | 'subdistrict';

const LOCALITIES = readWordLists(path.join(import.meta.dirname, 'locality-words.txt'));
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

/** Whose report it is, as a place. */
export interface Place {
  name: string;
  level: Level;
}

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
  if (levelOf(named) !== 'province') return named;
  return provinceOf(named) ?? (UNKNOWN_PROVINCE.test(named) ? named : undefined);
}

/** The name of a province that is none of the known ones, as in examples: two or three characters, no word with 省. */
const UNKNOWN_PROVINCE = /^(?!.*[节跨外邻各两多部反出入进回离归同]省)[\u4e00-\u9fff]{2,3}省$/;

const MIN_MENTIONS = 3;

/** The province that a text names most, twice as often as any other one. */
export function mostMentionedProvince(text: string): string | undefined {
  const counts = PROVINCES.map((name) => ({ name, count: text.split(name).length - 1 })).sort(
    (a, b) => b.count - a.count,
  );
  const [first, second] = counts;
  if (!first || first.count < MIN_MENTIONS || first.count < 2 * (second?.count ?? 0)) return undefined;
  return provinceOf(first.name);
}

/** The place of an author: 四川省 of 四川省人民政府, 澜棠县 of 澜棠县林业局. */
export function placeOf(author: string): Place | undefined {
  const name = author.startsWith('国家') ? STATE_COUNCIL : leadingPlace(author);
  const level = name === undefined ? undefined : levelOf(name);
  return name === undefined || level === undefined
    ? undefined
    : { name: name === STATE_COUNCIL ? '全国' : name, level };
}
