// A report may be described instead of named: 搞畲族三月三的那个乡, the town with the bayberry festival.

/** Where in a question the description stands. Offsets in the normalised question. */
export interface Description {
  start: number;
  end: number;
}

const CHINESE =
  /([^，,。；;？?！!、\s]{2,30}?)的?(?:那个|这个|那家|这家)(?:镇乡|镇|乡|街道|局|县|市|区|单位|村)|([^，,。；;？?！!、\s]{3,30}?)的(?:镇|乡|街道)(?![\u4e00-\u9fff]{0,1}府)/g;
const ENGLISH_AFTER =
  /\b(?:town|township|subdistrict|bureau|county|district|office)\s+(?:with|that|which|where|whose|doing|pushing|running|holding|in|of)\s+(?:the\s+)?(.+?)(?=(?<!\s)\s+(?:got|did|do|does|plan|planned|bring|brought|use|used|report|reported|say|said|admit|list|face|have|has|had|is|was)\b|[,?.!]|$)/gm;
const ENGLISH_BEFORE =
  /\bthe\s+((?!city|county|district|whole|same|first|second|new|other)[a-z]+(?:[ -][a-z]+)?)[ -](?:town|township|subdistrict)\b/g;

/** The stretches of a normalised question that describe a report's author instead of naming it. */
export function descriptionsIn(question: string): Description[] {
  const found: Description[] = [];
  for (const pattern of [CHINESE, ENGLISH_AFTER, ENGLISH_BEFORE]) {
    for (const match of question.matchAll(pattern)) {
      const words = match[1] ?? match[2];
      const start = match.index + match[0].indexOf(words);
      found.push({ start, end: start + words.length });
    }
  }
  return found;
}
