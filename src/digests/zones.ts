// Time zones by any name of the IANA database, a city, a country, an abbreviation, or an offset from UTC.
import { normalise } from '../language/index.ts';
import { isZone } from './calendar.ts';
import { ZONE_LINKS } from './zone-links.ts';

/** Names that the database does not have. */
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
    印度: 'Asia/Kolkata',
    新德里: 'Asia/Kolkata',
    孟买: 'Asia/Kolkata',
    india: 'Asia/Kolkata',
    delhi: 'Asia/Kolkata',
    'new delhi': 'Asia/Kolkata',
    mumbai: 'Asia/Kolkata',
    越南: 'Asia/Ho_Chi_Minh',
    胡志明市: 'Asia/Ho_Chi_Minh',
    河内: 'Asia/Ho_Chi_Minh',
    hanoi: 'Asia/Ho_Chi_Minh',
    基辅: 'Europe/Kyiv',
    singapore: 'Asia/Singapore',
    jamaica: 'America/Jamaica',
    kwajalein: 'Pacific/Kwajalein',
    utc: 'UTC',
    gmt: 'UTC',
    hkt: 'Asia/Hong_Kong',
    sgt: 'Asia/Singapore',
    jst: 'Asia/Tokyo',
    kst: 'Asia/Seoul',
    bst: 'Europe/London',
    cest: 'Europe/Berlin',
    edt: 'America/New_York',
    cdt: 'America/Chicago',
    mdt: 'America/Denver',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    aest: 'Australia/Sydney',
    aedt: 'Australia/Sydney',
    nzst: 'Pacific/Auckland',
    nzdt: 'Pacific/Auckland',
  }),
);

/** Abbreviations of several zones. */
const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map([
  ['cst', ['Asia/Shanghai', 'America/Chicago']],
  ['ist', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
]);

/** Offered where nothing is typed. */
const COMMON_ZONES: readonly string[] = [
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
const MAX_OFFSET_MINUTES = 14 * 60;

/** Zones that a text may mean, best first; empty where it means none. */
export function zonesFor(text: string): string[] {
  const plain = plainOf(text);
  if (plain === '') return [...COMMON_ZONES];
  const offset = offsetIn(plain.replace(/ /g, ''));
  if (offset) return [offset];
  const several = AMBIGUOUS.get(plain);
  if (several) return [...several];
  const exact = ALIASES.get(plain) ?? zones().find(({ name }) => name === plain)?.zone ?? unlisted(plain);
  if (exact) return [exact, ...citiesOf(plain).filter((zone) => zone !== exact)];
  const begun = [...ALIASES].flatMap(([alias, zone]) => (alias.startsWith(plain) ? zone : []));
  const containing = zones().filter(({ name, hasPlace }) =>
    hasPlace ? name.includes(plain) : name.startsWith(plain),
  );
  return [...new Set([...citiesOf(plain), ...begun, ...containing.map(({ zone }) => zone)])];
}

/** The one zone that a text names, or undefined where it names none or may mean several. */
export function zoneNamed(text: string): string | undefined {
  const plain = plainOf(text);
  const [first, ...others] = plain === '' ? [] : zonesFor(text);
  if (first === undefined || isExact(plain)) return first;
  const cities = citiesOf(plain);
  const candidates = cities.length > 0 ? cities : /\p{L}/u.test(plain) ? [first, ...others] : [];
  return new Set(candidates.map(canonical)).size === 1 ? candidates[0] : undefined;
}

const isExact = (plain: string): boolean =>
  ALIASES.has(plain) ||
  zones().some(({ name }) => name === plain) ||
  offsetIn(plain.replace(/ /g, '')) !== undefined ||
  unlisted(plain) !== undefined;

/** Normalises case, spaces and dashes, and drops 时间 at the end. */
const plainOf = (text: string) =>
  normalise(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[_\s]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
    .replace(/时间$/, '')
    .trim();

/** Zones with this city. */
const citiesOf = (plain: string): string[] =>
  zones()
    .filter(({ city, hasPlace }) => hasPlace && city === plain)
    .map(({ zone }) => zone);

/** `UTC+8` in the runtime's form: `+08:00`. */
function offsetIn(plain: string): string | undefined {
  const match = OFFSET.exec(plain);
  if (!match) return undefined;
  const [, sign, hours, minutes = '00'] = match;
  if (Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > MAX_OFFSET_MINUTES) return undefined;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  const zone = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return isZone(zone) ? zone : undefined;
}

interface NamedZone {
  zone: string;
  /** In lower case, with spaces. */
  name: string;
  city: string;
  /** Named after a place, not an offset or abbreviation: found by any part of its name. */
  hasPlace: boolean;
}

let named: NamedZone[] | undefined;

function zones(): NamedZone[] {
  named ??= [...new Set([...Intl.supportedValuesOf('timeZone'), ...ZONE_LINKS.filter(isZone)])].map(
    (zone) => {
      const name = zone.toLowerCase().replace(/_/g, ' ');
      return {
        zone,
        name,
        city: name.slice(name.lastIndexOf('/') + 1),
        hasPlace: /^(?!Etc)\w+\//.test(zone),
      };
    },
  );
  return named;
}

/**
 * A name with an area that is newer than the lists. The runtime's own abbreviations (`SystemV/…`) are left
 * out.
 */
function unlisted(plain: string): string | undefined {
  const name = plain.replace(/ /g, '_');
  return /^(?!systemv)[a-z_]+\/./.test(name) && isZone(name) ? canonical(name) : undefined;
}

/** The canonical name of a zone. */
const canonical = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
