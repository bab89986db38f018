// What frames an answer, in simplified Chinese.

import type { SectionKind } from '../../../reports/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { AnswerTexts } from '../keys/answers.ts';
import { range } from '../range.ts';

const SECTION_KINDS: Record<SectionKind, string> = {
  achievements: '工作情况',
  highlights: '亮点',
  problems: '问题',
  plans: '下一步打算',
  suggestions: '建议',
  none: '这方面',
};

export const zhAnswers: AnswerTexts = {
  factsIntro: (count) => (count === 1 ? '报告原文：' : `报告原文（${count} 处，最贴近的在前）：`),
  overviewIntro: (report, count, shown) =>
    `${markedTitle(report)}列有 ${count} 条${shown < count ? `，先看前 ${shown} 条` : ''}：`,
  comparisonIntro: (reports) => `${reports} 份报告的原文：`,
  surveyIntro: (saying, asked) => `查了 ${asked} 份报告，${saying} 份写到，${asked - saying} 份没有写到：`,
  others: (titles) => `也可能指：${titles.map((title) => markedTitle(title)).join('、')}。`,
  notMentioned: (names) => `${names.join('、')}的报告里没有找到这方面的内容。`,
  notFound: () => '这些报告里没有找到答案。',
  emptyFolder: (folder) => `报告文件夹 ${folder} 里还没有能读的报告。把文件放进去，几秒钟后就能问到。`,
  unreadFiles: (count) => `有 ${count} 个文件没能读入；原因见 /library status，或运行 npm run reports 查看。`,
  nothingToRead: () => '这里目前没有可以查阅的报告。',
  sectionLacking: (report, part) => `${markedTitle(report)}没有专门写${part}的部分。`,
  sectionKindName: (part) => SECTION_KINDS[part],
  masked: () => '原文在这里把数字隐去了（写作“XX”），所以没有答案。',
  unknownWords: (words) => `报告中从未出现：${words.map((word) => `“${word}”`).join('、')}。`,
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
