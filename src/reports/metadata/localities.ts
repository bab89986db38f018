// Localities that a report names, with every mention.
import path from 'node:path';
import { readWordLists, tagLongText } from '../../language/index.ts';
import type { Span } from '../span.ts';

/** `text` is the name as the report writes it. Spans are offsets in the file's text. */
export interface Locality {
  text: string;
  spans: Span[];
}

const WORDS = readWordLists(path.join(import.meta.dirname, 'locality-words.txt'));
const SUFFIX = new RegExp(`(?:${WORDS.pattern('suffix')})$`);
const JOINED_SUFFIXES = WORDS.words('joined-suffix');
/** Words with a suffix that name no locality: 各村, 我镇, 城市. */
const GENERIC = new RegExp(`^(?:\\d|${WORDS.pattern('generic-prefix')})`);
/** Known as localities without a suffix. */
const PROVINCES = new Set(WORDS.words('province'));
const NAME_TAG = /^(?:ns|nr|nrt|nz|nt|nrfg|x|n)$/;
/** jieba tags unknown names as common nouns; such a name counts only if the report repeats it. */
const UNSURE_TAG = /^(?:n|x)$/;
const MAX_NAME_LENGTH = 3;

const NATURAL_FEATURE = /[\u4e00-\u9fff]{1,4}(?:山|湾|江|河|湖|岛|岭|海)$/;

/** The localities named between two offsets of a text, most mentioned first. */
export function localitiesIn(text: string, within: Span): Locality[] {
  const found = new Map<string, Span[]>();
  const bare = new Map<string, Span[]>();
  const unsure = new Set<string>();
  for (const { name, span, suffixed, sure } of mentionsIn(text, within)) {
    if (GENERIC.test(name)) continue;
    if (!sure) unsure.add(name);
    const known = suffixed ? found : bare;
    const spans = known.get(name);
    if (spans) spans.push(span);
    else known.set(name, [span]);
  }
  for (const name of unsure) if ((found.get(name)?.length ?? 0) < 2) found.delete(name);
  const suffixed = withoutSuffixes(found.keys());
  for (const [name, spans] of bare) {
    if (suffixed.has(name) || PROVINCES.has(name) || NATURAL_FEATURE.test(name)) found.set(name, spans);
  }
  return [...found]
    .map(([name, spans]) => ({ text: name, spans }))
    .sort((a, b) => b.spans.length - a.spans.length);
}

/** Names without their suffix. */
function withoutSuffixes(names: Iterable<string>): Set<string> {
  const stems = new Set<string>();
  for (const name of names)
    for (const suffix of JOINED_SUFFIXES) if (name.endsWith(suffix)) stems.add(name.slice(0, -suffix.length));
  return stems;
}

interface Mention {
  name: string;
  span: Span;
  suffixed: boolean;
  sure: boolean;
}

/** Locality words, and names joined with the suffix after them (海宴 + 镇). */
function mentionsIn(text: string, within: Span): Mention[] {
  const list: Mention[] = [];
  let at = within.start;
  let previous: { start: number; word: string; tag: string } | undefined;
  for (const { word, tag } of tagLongText(text.slice(within.start, within.end))) {
    const end = at + word.length;
    if (previous && JOINED_SUFFIXES.includes(word) && isName(previous)) {
      if (list.at(-1)?.span.start === previous.start) list.pop(); // 密云 + 区 is one locality
      const span = { start: previous.start, end };
      list.push({
        name: text.slice(previous.start, end),
        span,
        suffixed: true,
        sure: !UNSURE_TAG.test(previous.tag),
      });
    } else if (SUFFIX.test(word) && word.length >= 3 && NAME_TAG.test(tag)) {
      list.push({ name: word, span: { start: at, end }, suffixed: true, sure: !UNSURE_TAG.test(tag) });
    } else if (tag === 'ns' && word.length >= 2) {
      list.push({ name: word, span: { start: at, end }, suffixed: false, sure: true });
    }
    previous = { start: at, word, tag };
    at = end;
  }
  return list;
}

function isName({ word, tag }: { word: string; tag: string }): boolean {
  return /^[\u4e00-\u9fff]{2,3}$/.test(word) && word.length <= MAX_NAME_LENGTH && NAME_TAG.test(tag);
}
