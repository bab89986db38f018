// Replaces the character codes that PDFs use with the usual ones for the same glyphs.

/**
 * Radicals of the supplement block that fonts use for the characters of the same shape, and those characters.
 */
const RADICALS = '⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻢⻤⻥⻦⻨⻩⻬⻮⻰';
const CHARACTERS = '民西见角贝车长门青韦页风飞马鬼鱼鸟麦黄齐齿龙';
const PLAIN = new Map([...RADICALS].map((radical, i) => [radical, [...CHARACTERS][i]]));

/** Usual characters in place of look-alikes; control characters are removed. */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (radical) => PLAIN.get(radical) ?? radical)
    .replace(/[\u00ad\u200b\ufeff]|[^\P{Cc}\t]/gu, '');
}

/** Number of codes that stand for no character: control codes, private use, replacement. */
export const namelessIn = (text: string): number => text.match(/[^\P{Cc}\s]|\p{Co}|\ufffd/gu)?.length ?? 0;

const WIDE = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** Whether a character is set without spaces to its neighbours: Chinese characters and marks. */
export const isWide = (character: string | undefined): boolean =>
  character !== undefined && WIDE.test(character);

const SPACE_BESIDE_WIDE = new RegExp(`(?<=${WIDE.source}) (?=\\S)|(?<=\\S) (?=${WIDE.source})`, 'gu');

/** Removes the thin gap between Chinese and Latin that pdf.js reports as a space. */
export const withoutHairSpaces = (text: string): string => text.replace(SPACE_BESIDE_WIDE, '');
