// A language made from English by a mechanical step: accents on every letter, brackets around every sentence. What a person would
// read in English or Chinese in spite of it comes from somewhere else than the folder of a language.
import { EVIDENCE, type Language } from '../../src/message/text/language.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀčðéƒĝĥîĵķļɱñöþǫřšţûṽŵẋýžÅƁČÐÉƑĜĤÎĴĶĻṀÑÖÞǪŘŠŢÛṼŴẊÝŽ';
const ACCENTS = new Map([...PLAIN].map((letter, i) => [letter, [...ACCENTED][i]]));

export const accented = (text: string): string =>
  [...text].map((letter) => ACCENTS.get(letter) ?? letter).join('');

/** A sentence in the language: nothing else begins with this bracket. */
export const sentence = (text: string): string => `⟦${accented(text)}⟧`;

/** Texts that were given, such as names of reports; words such as `private` tell which sentence is meant, and are not shown. */
function dataIn(given: unknown): string[] {
  if (typeof given === 'string') return /^[a-z-]*$/.test(given) ? [] : [given];
  return given !== null && typeof given === 'object' ? Object.values(given).flatMap(dataIn) : [];
}

/** What is said, with the given texts as they were. */
function translated(text: string, given: unknown[]): string {
  const data = dataIn(given).sort((a, b) => b.length - a.length);
  return data.reduce((all, each) => all.replaceAll(accented(each), each), sentence(text));
}

type Say = (...given: unknown[]) => string | string[];

/** Every text of a language: sentences, names and labels. */
function translatedAll<Value>(value: Value, isName = false): Value {
  if (typeof value === 'string') return (isName ? accented(value) : sentence(value)) as Value;
  if (typeof value === 'function') {
    const say: Say = (...given) => {
      const said = (value as unknown as Say)(...given);
      return Array.isArray(said) ? said.map((each) => translated(each, given)) : translated(said, given);
    };
    return say as Value;
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]) => [
      key,
      translatedAll(each, key === 'name' && typeof each === 'string'),
    ]),
  ) as Value;
}

/** A language that serves a tag, made from another one. Dates are Greek: no letter of them is English. */
export const pseudoLanguage = (from: Language, tag: string): Language => ({
  name: sentence(from.name),
  tags: [tag],
  dateFormat: 'el',
  evidenceIn: (text) => (text.includes('⟦') ? EVIDENCE.certain + 1 : EVIDENCE.none),
  texts: translatedAll(from.texts),
  commands: translatedAll(from.commands),
});
