// Characters as PDFs give them to characters as people write them. The glyphs look the same; only their numbers differ.

/** Radicals of the supplement block that fonts confuse with the characters of the same look, and those characters. */
const RADICALS = '⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻢⻤⻥⻦⻨⻩⻬⻮⻰';
const CHARACTERS = '民西见角贝车长门青韦页风飞马鬼鱼鸟麦黄齐齿龙';
const PLAIN = new Map([...RADICALS].map((radical, i) => [radical, [...CHARACTERS][i]]));

/** Plain characters for the look-alikes that PDFs hold, and no control characters. */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (radical) => PLAIN.get(radical) ?? radical)
    .replace(/[\u00ad\u200b\ufeff]|[^\P{Cc}\t]/gu, '');
}

/** How many characters of a text name no character: control codes, private use, replacement. */
export const namelessIn = (text: string): number => text.match(/[^\P{Cc}\s]|\p{Co}|\ufffd/gu)?.length ?? 0;

const WIDE = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** Whether a character is set without spaces to its neighbours: Chinese characters and marks. */
export const isWide = (character: string | undefined): boolean =>
  character !== undefined && WIDE.test(character);

const SPACE_BESIDE_WIDE = new RegExp(`(?<=${WIDE.source}) (?=\\S)|(?<=\\S) (?=${WIDE.source})`, 'gu');

/** Without the hair's breadth that is set between Chinese and Latin and that pdf.js takes for a space. */
export const withoutHairSpaces = (text: string): string => text.replace(SPACE_BESIDE_WIDE, '');
