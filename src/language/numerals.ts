// Chinese and Arabic numerals as one value, so that 第十二届 matches 12 and 3.6万 matches 36000.

const DIGITS = new Map([...'零〇一二三四五六七八九'].map((digit, i) => [digit, i <= 1 ? 0 : i - 1]));
DIGITS.set('两', 2);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const GROUPS = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

/**
 * The value of a Chinese numeral such as 三百二十 or 二〇二三.
 * @returns undefined where the characters are no numeral (万 alone, 千百)
 */
export function parseChineseNumeral(text: string): number | undefined {
  const characters = [...text];
  if (characters.length === 0) return undefined;
  if (characters.length > 1 && characters.every((character) => DIGITS.has(character))) {
    return Number(characters.map((character) => DIGITS.get(character)).join('')); // digit by digit: 二〇二三
  }
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let previousUnit = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const value = DIGITS.get(character);
    const unit = UNITS.get(character);
    const scale = GROUPS.get(character);
    if (value !== undefined) {
      if (digit) return undefined; // two digits in a row inside a numeral with units
      digit = value;
    } else if (unit !== undefined) {
      if (unit >= previousUnit || (digit === undefined && unit !== 10)) return undefined;
      group += (digit ?? 1) * unit;
      digit = undefined;
      previousUnit = unit;
    } else if (scale !== undefined) {
      const below = group + (digit ?? 0);
      if (below === 0 && total === 0) return undefined;
      if (below === 0)
        total *= scale; // 三万亿
      else total += below * scale;
      group = 0;
      digit = undefined;
      previousUnit = Number.POSITIVE_INFINITY;
    } else return undefined;
  }
  return total + group + (digit ?? 0);
}

/** A numeral and its value. Offsets in UTF-16 units. */
interface Numeral {
  start: number;
  end: number;
  value: number;
}

const ANY_NUMERAL =
  /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?[万亿]{0,2}|[零〇一二三四五六七八九十百千两][零〇一二三四五六七八九十百千万亿两]*/g;

/** All numerals of a normalised text, in order. */
export function findNumerals(normalised: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of normalised.matchAll(ANY_NUMERAL)) {
    const value = numeralValue(match[0]);
    if (value !== undefined) found.push({ start: match.index, end: match.index + match[0].length, value });
  }
  return found;
}

function numeralValue(text: string): number | undefined {
  if (!/^\d/.test(text)) return parseChineseNumeral(text);
  const scale = [...(/[万亿]{1,2}$/.exec(text)?.[0] ?? '')].reduce(
    (product, unit) => product * (GROUPS.get(unit) ?? 1),
    1,
  );
  const value = Number.parseFloat(text.replaceAll(',', '')) * scale;
  return Number(value.toPrecision(12)); // 10.86 × 10⁴ must equal 108600
}
