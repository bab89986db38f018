// Places that a report names, with every place in the text where it names them.
import { tagLongText } from '../../language/index.ts';
import type { Span } from '../span.ts';

/** A place name as the report writes it, and where. Spans are offsets in the file's text. */
export interface NamedPlace {
  text: string;
  spans: Span[];
}

const SUFFIX = /(?:省|市|县|区|镇|乡|街道|村|社区|州|旗|水库|风景区|园区|开发区)$/;
const SUFFIX_WORDS = ['省', '市', '县', '区', '镇', '乡', '街道', '村', '社区', '水库', '开发区'];
/** Words with a place suffix that name no place: 各村, 我镇, 城市 … */
const GENERIC =
  /^(?:[各全我本该每某两几多整新老此在外到跨重一二三四五六七八九十\d]|城|农|乡|辖|山|景|市|社|片|地|园|库|灾|小|校|街|厂|居|住|商|特|牧|矿|林|垦|功能|行政|自然|示范|保护|重点|中心|美丽|脱贫|贫困|未来|安置|试点|产业|工业|农业|经济|网格|回迁|自治|民族|党群|先行|模范|样板|精品|标杆|核心|老旧|生活|办公|管理|城镇|乡镇|集镇|小镇|市镇|建成|高新|卫生|文明|园林|康养|全国|国家|省级|代表|个|被|进|区域|省市|部分|压实|拓宽|所|按)/;
const NAME_TAG = /^(?:ns|nr|nrt|nz|nt|nrfg|x|n)$/;
/** jieba calls unknown names common nouns; one is believed when the report repeats it. */
const UNSURE_TAG = /^(?:n|x)$/;
const MAX_NAME_LENGTH = 3;

/** Provinces need no suffix to be known as places. */
const PROVINCES = new Set(
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门'.split(
    ' ',
  ),
);
const NATURAL_FEATURE = /[\u4e00-\u9fff]{1,4}(?:山|湾|江|河|湖|岛|岭|海)$/;

/** The places named between two offsets of a text, most often named first. */
export function placesIn(text: string, within: Span): NamedPlace[] {
  const found = new Map<string, Span[]>();
  const bare = new Map<string, Span[]>();
  const unsure = new Set<string>();
  for (const { name, span, suffixed, sure } of candidates(text, within)) {
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

/** What is left of names once a suffix is taken from their ends. */
function withoutSuffixes(names: Iterable<string>): Set<string> {
  const stems = new Set<string>();
  for (const name of names)
    for (const suffix of SUFFIX_WORDS) if (name.endsWith(suffix)) stems.add(name.slice(0, -suffix.length));
  return stems;
}

interface Candidate {
  name: string;
  span: Span;
  suffixed: boolean;
  sure: boolean;
}

/** Place words, and names joined with the suffix that follows them (海宴 + 镇). */
function candidates(text: string, within: Span): Candidate[] {
  const list: Candidate[] = [];
  let at = within.start;
  let previous: { start: number; word: string; tag: string } | undefined;
  for (const { word, tag } of tagLongText(text.slice(within.start, within.end))) {
    const end = at + word.length;
    if (previous && SUFFIX_WORDS.includes(word) && isName(previous)) {
      if (list.at(-1)?.span.start === previous.start) list.pop(); // 密云 + 区 is one place
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
