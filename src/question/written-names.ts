// Authors that a question names as they are written, whole or in part: the Canal Trust, Varley Instruments, 检察院, 远帆渔具.
// Offices, towns and stations by their endings: agencies.ts.
import path from 'node:path';
import { normalise, readWordLists } from '../language/index.ts';
import type { NamedAgency } from './agencies.ts';
import { namePartsOf } from './agency-match.ts';
import type { ReportNames } from './report-names.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/agencies.txt'));
const BODY = new RegExp(`(?:${LISTS.pattern('body')})$`);
const COURTS = LISTS.words('court');
const SMALL = new Set(LISTS.words('joining'));

const WHOLE = 1;
const IN_PART = 0.85;
/** One word of a name may be any word, unless it is the first, rare and long: Tarrowby. */
const MIN_WORDS = 2;
const MIN_RARE_LENGTH = 5;
/** Two characters of a name may be any word. */
const MIN_CHARACTERS = 3;

interface Word {
  text: string;
  start: number;
  end: number;
}

/** A stretch of a question that is a name or a part of one. */
interface Stretch {
  start: number;
  end: number;
  fit: number;
}

/**
 * @param question normalised
 * @param text the same as it was typed: capitals tell the Fed from what is fed
 */
export function writtenNamesIn(question: string, text: string, names: ReportNames): NamedAgency[] {
  const { agencies } = names;
  const words = wordsOf(question);
  const found = new Map<string, NamedAgency>();
  for (const { name, reports, aliases } of agencies) {
    const stretch = /[\u3400-\u9fff]/.test(name)
      ? bodyIn(question, name)
      : (wordsIn(words, name, names) ?? aliasIn(question, text, aliases));
    if (!stretch) continue;
    const { start, end, fit } = stretch;
    const known = found.get(`${start}-${end}`) ?? {
      text: question.slice(start, end),
      start,
      end,
      fits: new Map(),
    };
    for (const report of reports) known.fits.set(report, fit);
    found.set(`${start}-${end}`, known);
  }
  for (const each of personsIn(question, names)) found.set(`${each.start}-${each.end}`, each);
  const all = [...found.values()];
  // the trust of "the canal trust" is that trust
  return all.filter((each) => !all.some((other) => other !== each && covers(other, each)));
}

/** Another name of an author; a short one in English has a capital. */
function aliasIn(question: string, text: string, aliases: readonly string[]): Stretch | undefined {
  for (const alias of aliases) {
    const start = question.indexOf(alias);
    const end = start + alias.length;
    if (start < 0) continue;
    if (!/[a-z]/.test(alias)) return { start, end, fit: WHOLE };
    const isWord = !/[a-z]/.test(`${question[start - 1] ?? ''}${question[end] ?? ''}`);
    if (isWord && (alias.includes(' ') || /[A-Z]/.test(text[start]))) return { start, end, fit: WHOLE };
  }
  return undefined;
}

/** How a company is registered: said by nobody. */
const REGISTERED = /(?:股份|有限|责任|集团){1,4}(?=公司$)/;
const SHORT_KIND =
  /(?:公司|集团|银行|医院|卫生院|学校|中学|小学|大学|学院|幼儿园|协会|学会|商会|联合会|合作社|基金会|研究院|研究所)$/;
/** Characters before the kind that say which one is meant: 港务公司. */
const MIN_BEFORE_KIND = 2;

/** The ends of a body's name by which it is called, longer ones first: 鲤港港务公司, 港务公司. */
function endsOf(name: string): string[] {
  const called = name.replace(REGISTERED, '');
  const kind = SHORT_KIND.exec(called)?.[0];
  if (!kind) return [];
  const longest = called.length - kind.length;
  return Array.from({ length: Math.max(0, longest - MIN_BEFORE_KIND + 1) }, (_, i) => called.slice(i));
}

/** Those who gave reports, by their whole name; of a Latin name the last word is enough. */
function personsIn(question: string, { persons, personsInPinyin, isCommonWord }: ReportNames): NamedAgency[] {
  return [...persons, ...personsInPinyin].flatMap(([name, reports]) => {
    const last = name.split(' ').at(-1) ?? name;
    const isLatin = /^[a-z]/.test(name) && !personsInPinyin.has(name);
    const short = isLatin && last.length >= MIN_RARE_LENGTH && !isCommonWord(last) ? [last] : [];
    for (const form of [name, ...short]) {
      const start = question.indexOf(form);
      const end = start + form.length;
      const isWord =
        !/[a-z]/.test(`${question[start - 1] ?? ''}${question[end] ?? ''}`) || !/^[a-z]/.test(form);
      if (start >= 0 && isWord)
        return [{ text: form, start, end, fits: new Map(reports.map((report) => [report, WHOLE] as const)) }];
    }
    return [];
  });
}

const covers = (outer: NamedAgency, inner: NamedAgency): boolean =>
  outer.start <= inner.start && outer.end >= inner.end;

/** Words in the form in which they are compared: without accents. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].normalize('NFD').replace(/\p{M}/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The longest run of a question's words that is one of a Latin name's. */
function wordsIn(words: readonly Word[], name: string, { isCommonWord }: ReportNames): Stretch | undefined {
  const own = wordsOf(normalise(name)).map(({ text }) => text);
  const whole = own.filter((word) => !SMALL.has(word)).length;
  let best: Stretch | undefined;
  let most = 0;
  for (let at = 0; at < words.length; at++)
    for (let from = 0; from < own.length; from++) {
      let length = 0;
      while (from + length < own.length && words[at + length]?.text === own[from + length]) length++;
      const run = own.slice(from, from + length);
      while (run.length > 0 && SMALL.has(run.at(-1) ?? '')) run.pop();
      if (run.length === 0 || SMALL.has(run[0])) continue;
      const count = run.filter((word) => !SMALL.has(word)).length;
      const isRare =
        (from === 0 || SMALL.has(own[from - 1])) && run[0].length >= MIN_RARE_LENGTH && !isCommonWord(run[0]);
      if (count <= most || (count < MIN_WORDS && count < whole && !isRare)) continue;
      most = count;
      best = {
        start: words[at].start,
        end: words[at + run.length - 1].end,
        fit: count === whole ? WHOLE : IN_PART,
      };
    }
  return best;
}

/** A court, a company, a union: by the whole name, without its place, or by what it is called before its ending. */
function bodyIn(question: string, name: string): Stretch | undefined {
  const plain = normalise(name);
  if (!BODY.test(plain)) return undefined;
  const { level } = namePartsOf(plain);
  const own = plain.slice(level.length);
  const core = own.replace(BODY, '');
  // 法院 names the court of its folder, 公司 no company
  const kinds = core.length < MIN_CHARACTERS ? COURTS.filter((kind) => own.endsWith(kind)) : [];
  const forms = [plain, own, core.length < MIN_CHARACTERS ? '' : core, ...kinds, ...endsOf(own)];
  for (const form of forms) {
    const at = form === '' ? -1 : question.indexOf(form);
    if (at >= 0) return { start: at, end: at + form.length, fit: form === plain ? WHOLE : IN_PART };
  }
  return undefined;
}
