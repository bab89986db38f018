// What frames an answer, in simplified Chinese.

import type { SectionKind } from '../../../reports/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { AnswerTexts, AskedValueName } from '../keys/answers.ts';
import { range } from '../range.ts';

const SECTION_KINDS: Record<SectionKind, string> = {
  achievements: '工作情况',
  highlights: '亮点',
  problems: '问题',
  plans: '下一步打算',
  suggestions: '建议',
  none: '这方面',
};

const VALUES: Record<AskedValueName, string> = {
  count: '数量',
  money: '金额',
  share: '比例或增幅',
  size: '面积、长度等数值',
  duration: '时长或频次',
  date: '时间',
  person: '人名',
  body: '单位名称',
  place: '地点',
  name: '名称',
  reason: '原因',
  method: '做法',
  thing: '这一点',
  'yes or no': '这一点',
  list: '这一点',
};

export const zhAnswers: AnswerTexts = {
  factsIntro: (count) => (count === 1 ? '报告原文：' : `报告原文（${count} 处，最贴近的在前）：`),
  overviewIntro: (report, count, shown) =>
    `${markedTitle(report)}列有 ${count} 条${shown < count ? `，先看前 ${shown} 条` : ''}：`,
  comparisonIntro: (reports) => `${reports} 份报告的原文：`,
  surveyIntro: (saying, asked) =>
    saying === asked
      ? `查了 ${asked} 份报告，都写到了：`
      : `查了 ${asked} 份报告，${saying} 份写到，${asked - saying} 份没有写到：`,
  others: (titles) => `也可能指：${titles.map((title) => markedTitle(title)).join('、')}。`,
  notMentioned: (names) => `${names.join('、')}的报告里没有找到这方面的内容。`,
  alsoAsked: () => '一次回答一个问题，还问到：',
  noMore: () => '上一个回答到此为止，没有更多的条目了。',
  notFound: () => '这些报告里没有找到答案。',
  emptyFolder: (folder) => `报告文件夹 ${folder} 里还没有能读的报告。把文件放进去，几秒钟后就能问到。`,
  unreadFiles: (count) => `有 ${count} 个文件没能读入；原因见 /library status，或运行 npm run reports 查看。`,
  nothingToRead: () => '这里目前没有可以查阅的报告。',
  sectionLacking: (report, part) => `${markedTitle(report)}没有专门写${part}的部分。`,
  sectionKindName: (part) => SECTION_KINDS[part],
  masked: () => '原文在这里把数字隐去了（写作“XX”），所以没有答案。',
  unknownWords: (words) => `报告中从未出现：${words.map((word) => `“${word}”`).join('、')}。`,
  unknownAuthors: (names) => `这里没有${names.join('、')}的报告。`,
  missingYear: (authors, year, years) =>
    `${authors.join('、')}：这里没有${year}年的报告，只有${years.join('、')}年的。`,
  notGiven: (value) => `找到的段落提到了这件事，但没有写${VALUES[value]}。`,
  nearMisses: () => '最接近的段落（不是答案，仅供参考）：',
  source: (report, path, id) => [markedTitle(report), ...path, `[${id}]`].join(' › '),
  pages: (first, last) => `第${range(first, last)}页`,
  recognised: (pages) => `${pages}（识别文字）`,
  continued: () => '（下接下一条）',
  moreContext: () => '前后文',
  wholeSection: () => '读这一部分全文',
  citeThis: () => '引用格式',
  helpful: () => '👍 有用',
  unhelpful: () => '👎 没用',
  otherCandidates: (count) => `其他可能的段落（${count}）`,
  remainingPoints: (count) => `其余 ${count} 条`,
  otherReports: () => '也可能指这些报告……',
  contextOfWhich: () => '看哪一条的前后文？',
  numberedQuote: (number) => `第 ${number} 条`,
};
