// Time zones as people name them: by the database's name, a city, a country in Chinese, or the hours from UTC.
import { normalise } from '../language/index.ts';
import { isZone } from './calendar.ts';

/** Names that are not in the database, or not in this language. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    中国: 'Asia/Shanghai',
    北京: 'Asia/Shanghai',
    上海: 'Asia/Shanghai',
    广州: 'Asia/Shanghai',
    深圳: 'Asia/Shanghai',
    重庆: 'Asia/Shanghai',
    成都: 'Asia/Shanghai',
    beijing: 'Asia/Shanghai',
    china: 'Asia/Shanghai',
    乌鲁木齐: 'Asia/Urumqi',
    新疆: 'Asia/Urumqi',
    香港: 'Asia/Hong_Kong',
    澳门: 'Asia/Macau',
    台北: 'Asia/Taipei',
    台湾: 'Asia/Taipei',
    taiwan: 'Asia/Taipei',
    新加坡: 'Asia/Singapore',
    吉隆坡: 'Asia/Kuala_Lumpur',
    马来西亚: 'Asia/Kuala_Lumpur',
    曼谷: 'Asia/Bangkok',
    泰国: 'Asia/Bangkok',
    东京: 'Asia/Tokyo',
    日本: 'Asia/Tokyo',
    japan: 'Asia/Tokyo',
    首尔: 'Asia/Seoul',
    韩国: 'Asia/Seoul',
    korea: 'Asia/Seoul',
    迪拜: 'Asia/Dubai',
    莫斯科: 'Europe/Moscow',
    伦敦: 'Europe/London',
    英国: 'Europe/London',
    uk: 'Europe/London',
    england: 'Europe/London',
    巴黎: 'Europe/Paris',
    法国: 'Europe/Paris',
    france: 'Europe/Paris',
    柏林: 'Europe/Berlin',
    德国: 'Europe/Berlin',
    germany: 'Europe/Berlin',
    纽约: 'America/New_York',
    'new york': 'America/New_York',
    美东: 'America/New_York',
    eastern: 'America/New_York',
    多伦多: 'America/Toronto',
    芝加哥: 'America/Chicago',
    central: 'America/Chicago',
    mountain: 'America/Denver',
    旧金山: 'America/Los_Angeles',
    'san francisco': 'America/Los_Angeles',
    洛杉矶: 'America/Los_Angeles',
    美西: 'America/Los_Angeles',
    pacific: 'America/Los_Angeles',
    温哥华: 'America/Vancouver',
    悉尼: 'Australia/Sydney',
    墨尔本: 'Australia/Melbourne',
    奥克兰: 'Pacific/Auckland',
    新西兰: 'Pacific/Auckland',
    'new zealand': 'Pacific/Auckland',
    utc: 'UTC',
    gmt: 'UTC',
  }),
);

/** Where nothing was typed: zones to choose from, for readers of Chinese first. */
export const COMMON_ZONES: readonly string[] = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
];

const OFFSET = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/;
const MAX_OFFSET_HOURS = 14;

/** Zones that a text may mean, best first; empty where it means none. */
export function zonesFor(text: string): string[] {
  const plain = plainOf(text);
  if (plain === '') return [...COMMON_ZONES];
  const offset = offsetIn(plain.replace(/ /g, ''));
  if (offset) return [offset];
  const exact = zones().find(({ name }) => name === plain);
  if (exact) return [exact.zone];
  const called = [ALIASES.get(plain), ...zonesWhere(({ city }) => city === plain)];
  const begun = [...ALIASES].flatMap(([alias, zone]) => (alias.startsWith(plain) ? zone : []));
  const held = zonesWhere(({ name }) => name.includes(plain));
  return [...new Set([...called, ...begun, ...held])].filter((zone) => zone !== undefined);
}

/** The one zone that a text names, or undefined where it names none or may mean several. */
export function zoneNamed(text: string): string | undefined {
  const [first, ...others] = zonesFor(text);
  const plain = plainOf(text);
  const isCalledSo = () =>
    ALIASES.has(plain) || zones().some(({ city, name }) => plain === city || plain === name);
  return plain !== '' && (others.length === 0 || isCalledSo()) ? first : undefined;
}

/** Without what people write differently: case, spaces, 时间 at the end. */
const plainOf = (text: string) =>
  normalise(text)
    .replace(/[_\s]+/g, ' ')
    .replace(/时间$/, '')
    .trim();

const zonesWhere = (fits: (zone: Known) => boolean): string[] =>
  zones()
    .filter(fits)
    .map(({ zone }) => zone);

/** `UTC+8` as the runtime takes it: `+08:00`. */
function offsetIn(plain: string): string | undefined {
  const match = OFFSET.exec(plain);
  if (!match) return undefined;
  const [, sign, hours, minutes = '00'] = match;
  if (Number(hours) > MAX_OFFSET_HOURS || Number(minutes) > 59) return undefined;
  const zone = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return isZone(zone) ? zone : undefined;
}

interface Known {
  zone: string;
  /** In lower case, with spaces. */
  name: string;
  city: string;
}

let known: Known[] | undefined;

function zones(): Known[] {
  known ??= Intl.supportedValuesOf('timeZone').map((zone) => {
    const name = zone.toLowerCase().replace(/_/g, ' ');
    return { zone, name, city: name.slice(name.lastIndexOf('/') + 1) };
  });
  return known;
}
