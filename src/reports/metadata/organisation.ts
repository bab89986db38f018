// English names of organisations and of those who speak for them, in titles and in the lines around them.
import path from 'node:path';
import { readWordLists, trimEndOf } from '../../language/index.ts';

const WORDS = readWordLists(path.join(import.meta.dirname, 'organisation-words.txt'));
const NOUNS = new Set(WORDS.words('noun'));
const FORMS = new Set(WORDS.words('form'));
const JOINING = new Set(WORDS.words('joining'));
const MAX_WORDS = 9;
const MAX_SPEAKER_LENGTH = 110;
const OFFICE = new RegExp(`\\b(?:${WORDS.pattern('office')})\\b`, 'i');
const PERSONAL_TITLE = /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Hon)\b/;

/** Without words that join it with what stands around it. */
function ofName(phrase: string): string {
  const words = phrase.split(/\s+/);
  while (words.length > 0 && EDGES.has(words[0].toLowerCase())) words.shift();
  while (words.length > 0 && JOINING.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  return words.join(' ');
}
const EDGES = new Set(['the', 'by', 'of', 'for', 'from']);

/** The whole of a phrase where it is the name of an organisation: Tidewell Trust, Ministry of Works. */
export function organisationIn(phrase: string): string | undefined {
  const name = ofName(trimEndOf(phrase.trim(), /[.,;:]/));
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > MAX_WORDS || /[\u3400-\u9fff\d!?]/.test(name)) return undefined;
  const isName = words.every(
    (word) => /^[\p{Lu}&(]/u.test(word) || JOINING.has(word.toLowerCase()) || FORMS.has(word),
  );
  if (!isName) return undefined;
  const plain = words.map((word) => word.toLowerCase().replace(/[^\p{L}&-]/gu, ''));
  const noun = plain.findIndex(
    (word, i) => NOUNS.has(word) && (i === plain.length - 1 || JOINING.has(plain[i + 1])),
  );
  return noun >= 0 ? name : undefined;
}

/** Shorter than a sentence, and no document: what stands above a title may be a name of any words. */
const MAX_NAME_WORDS = 6;

/** A name of capitalised words, whatever they are: Brant Ferry Lines above "Quarterly Report". */
export function nameIn(line: string): string | undefined {
  const words = line.trim().split(/\s+/);
  if (words.length < 2 || words.length > MAX_NAME_WORDS || /[\u3400-\u9fff\d!?.,;:]/.test(line))
    return undefined;
  return words.every((word) => /^[\p{Lu}&(]/u.test(word) || JOINING.has(word) || FORMS.has(word))
    ? ofName(line.trim())
    : undefined;
}

/** Who a sentence is about, where it begins with an organisation: Costerby Borough Council gives notice. */
export function subjectIn(sentence: string): string | undefined {
  const words = sentence.slice(0, MAX_SUBJECT_LENGTH).split(/\s+/);
  const end = words.findIndex((word) => !/^[\p{Lu}&]/u.test(word) && !JOINING.has(word) && !FORMS.has(word));
  return end < 2 ? undefined : organisationIn(words.slice(0, end).join(' '));
}
const MAX_SUBJECT_LENGTH = 120;

/** The organisations among the phrases of a short line, which dots, bars or wide gaps set apart. */
export const organisationsIn = (line: string): string[] =>
  line.split(/[·•|–—:;,]|\s{2,}|\bby\b/).flatMap((phrase) => organisationIn(phrase) ?? []);

/** A line that names who speaks, by office and name. */
export function isSpeaker(line: string): boolean {
  if (line.length > MAX_SPEAKER_LENGTH || /[.!?,:;]$/.test(line.replace(/\b(?:Mr|Mrs|Ms|Dr)\./g, '')))
    return false;
  return OFFICE.test(line) && (PERSONAL_TITLE.test(line) || /^The [A-Z]/.test(line)) && /^[A-Z]/.test(line);
}

/** The Mayor of Costerby, Ada Finnimore, of "Speech by the Mayor of Costerby, Ada Finnimore, at the opening". */
export function speakerIn(title: string): string | undefined {
  const by = / by (?:the )?(?=\p{Lu})/u.exec(title);
  if (!by) return undefined;
  const phrase = title.slice(by.index + by[0].length);
  const [office, name = ''] = phrase.split(/,\s|\s(?:at|on|to|before|in)\s(?:the\s)?/, 2);
  if (!OFFICE.test(office)) return personNamed(office);
  return personNamed(name) ? `${office}, ${name}` : office;
}

/** Two to four capitalised words. */
const personNamed = (words: string): string | undefined =>
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(words) ? words : undefined;

/** A name in capitals as the text writes it elsewhere: LANTERN STREET TRUST is the Lantern Street Trust. */
export function asWritten(name: string, text: string): string {
  if (name !== name.toUpperCase()) return name;
  const at = text.toLowerCase().split(name.toLowerCase());
  let offset = 0;
  for (const part of at.slice(0, -1)) {
    offset += part.length;
    const written = text.slice(offset, offset + name.length);
    if (written !== name) return written;
    offset += name.length;
  }
  return capitalised(name);
}

/** Words in capitals with a capital each; short ones may be abbreviations, and stay. */
const capitalised = (name: string): string =>
  name.replace(/[A-Z][A-Z'’]+/g, (word) => {
    if (JOINING.has(word.toLowerCase())) return word.toLowerCase();
    return word.length < MIN_WORD ? word : word[0] + word.slice(1).toLowerCase();
  });
/** A shorter word in capitals may be an abbreviation. */
const MIN_WORD = 4;
