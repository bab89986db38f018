// What frames an answer, in traditional Chinese.

import type { SectionKind } from '../../../reports/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { AnswerTexts, AskedValueName } from '../keys/answers.ts';
import { range } from '../range.ts';

const SECTION_KINDS: Record<SectionKind, string> = {
  achievements: '工作情況',
  highlights: '亮點',
  problems: '問題',
  plans: '下一步打算',
  suggestions: '建議',
  none: '這方面',
};

const VALUES: Record<AskedValueName, string> = {
  count: '數量',
  money: '金額',
  share: '比例或增幅',
  size: '面積、長度等數值',
  duration: '時長或頻次',
  date: '時間',
  person: '人名',
  body: '單位名稱',
  place: '地點',
  name: '名稱',
  reason: '原因',
  method: '做法',
  thing: '這一點',
  'yes or no': '這一點',
  list: '這一點',
};

export const zhHantAnswers: AnswerTexts = {
  factsIntro: (count) => (count === 1 ? '報告原文：' : `報告原文（${count} 處，最貼近的在前）：`),
  overviewIntro: (report, count, shown) =>
    `${markedTitle(report)}列有 ${count} 條${shown < count ? `，先看前 ${shown} 條` : ''}：`,
  comparisonIntro: (reports) => `${reports} 份報告的原文：`,
  surveyIntro: (saying, asked) =>
    saying === asked
      ? `查了 ${asked} 份報告，都寫到了：`
      : `查了 ${asked} 份報告，${saying} 份寫到，${asked - saying} 份沒有寫到：`,
  others: (titles) => `也可能指：${titles.map((title) => markedTitle(title)).join('、')}。`,
  notMentioned: (names) => `${names.join('、')}的報告裡沒有找到這方面的內容。`,
  alsoAsked: () => '一次回答一個問題，還問到：',
  noMore: () => '上一個回答到此為止，沒有更多的條目了。',
  notFound: () => '這些報告裡沒有找到答案。',
  emptyFolder: (folder) => `報告資料夾 ${folder} 裡還沒有能讀的報告。把檔案放進去，幾秒鐘後就能問到。`,
  unreadFiles: (count) => `有 ${count} 個檔案沒能讀入；原因見 /library status，或執行 npm run reports 查看。`,
  nothingToRead: () => '這裡目前沒有可以查閱的報告。',
  sectionLacking: (report, part) => `${markedTitle(report)}沒有專門寫${part}的部分。`,
  sectionKindName: (part) => SECTION_KINDS[part],
  masked: () => '原文在這裡把數字隱去了（寫作「XX」），所以沒有答案。',
  unknownWords: (words) => `報告中從未出現：${words.map((word) => `「${word}」`).join('、')}。`,
  unknownAuthors: (names) => `這裡沒有${names.join('、')}的報告。`,
  missingYear: (authors, year, years) =>
    `${authors.join('、')}：這裡沒有${year}年的報告，只有${years.join('、')}年的。`,
  notGiven: (value) => `找到的段落提到了這件事，但沒有寫${VALUES[value]}。`,
  nearMisses: () => '最接近的段落（不是答案，僅供參考）：',
  source: (report, path, id) => [markedTitle(report), ...path, `[${id}]`].join(' › '),
  pages: (first, last) => `第${range(first, last)}頁`,
  recognised: (pages) => `${pages}（辨識文字）`,
  continued: () => '（下接下一條）',
  moreContext: () => '前後文',
  wholeSection: () => '讀這一部分全文',
  citeThis: () => '引用格式',
  helpful: () => '👍 有用',
  unhelpful: () => '👎 沒用',
  otherCandidates: (count) => `其他可能的段落（${count}）`,
  remainingPoints: (count) => `其餘 ${count} 條`,
  otherReports: () => '也可能指這些報告……',
  contextOfWhich: () => '看哪一條的前後文？',
  numberedQuote: (number) => `第 ${number} 條`,
};
