// Documents on the web mask some words (D建 for 党建, 巩x for 巩固); restored, they match their plain form.
// Promise: restoring keeps the length. Masked names and numbers (xx, XX) stay as they are.

/** D alone beside a Chinese character is 党; D级, D类, D座 and the like are grades and buildings. */
const MASKED_PARTY =
  /(?<![A-Za-z0-9])D(?=[\u4e00-\u9fff])(?![级类轮座区栋幢块])|(?<=[\u4e00-\u9fff])(?<!维生素)D(?![A-Za-z0-9级类轮座区栋幢块])/g;

/** One x after these characters is 固: 巩固, 牢固, 加固, 坚固, 稳固. */
const MASKED_FIRM = /(?<=[巩牢加坚稳])[xX](?![xX0-9.%％个次名项家户人条])/g;

/** Without one of these letters nothing is masked; most texts are told by that. */
const MAY_BE_MASKED = /[DXx]/;

export function unmask(text: string): string {
  if (!MAY_BE_MASKED.test(text)) return text;
  return text.replace(MASKED_PARTY, '党').replace(MASKED_FIRM, '固');
}
