// Cards, lists, reading and checking, in traditional Chinese.
import { periodLabel } from '../../../language/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { LookupTexts } from '../keys/lookup.ts';
import { zhHantReportKinds } from './report-kinds.ts';

const FILTERS = { report: '報告', agency: '單位', period: '時間', kind: '類型' };

export const zhHantLookup: LookupTexts = {
  contextHeading: (report) => `前後文 · ${markedTitle(report)}`,
  pageOf: (page, pages) => `第 ${page}/${pages} 頁`,
  previousPage: () => '◀ 上一頁',
  nextPage: () => '下一頁 ▶',
  passageList: (count) => `${count} 段原文，最貼近的在前`,
  catalogueIntro: (count) => `共 ${count} 份報告`,
  openWhichReport: () => '開啟哪一份？',
  whichReport: () => '有幾份報告符合，您要看哪一份？',
  passagesGone: () => '有些條目所在的報告已更改或移除，請重新查找。',
  nothingFound: (words) => `沒有找到含有「${words}」的段落。換個說法再試試；加了篩選條件的，可以去掉一些。`,
  authorIs: (agency) => `單位：${agency}`,
  periodName: (period) => periodLabel(period, 'zh'),
  covers: (period) => `總結時段：${period}`,
  timeIs: (period) => `時間：${period}`,
  plansFor: (period) => `計畫時段：${period}`,
  kindIs: (kind) => `類型：${kind}`,
  kindName: (kind) => zhHantReportKinds[kind],
  fileIs: (file) => `檔案：${file}`,
  untitled: () => '原文沒有標題，這個名稱是根據內容擬的。',
  outlineHeading: () => '目錄：',
  readWhichSection: () => '讀哪一部分？',
  readAll: () => '閱讀全文',
  citation: () => '引用格式（GB/T 7714 和 Markdown）：',
  copy: () => '複製引用',
  noSuchQuote: (id) => `沒有編號為「${id}」的引文。每條引文都附有編號；報告更改後，舊編號會失效。`,
  quoteGone: () => '這段原文所在的報告已更改或移除，請重新提問。',
  filterName: (filter) => FILTERS[filter],
  noSuchReports: (filter, text) => `沒有符合「${filter}：${text}」的報告。`,
  thereAre: () => '可以選：',
  verbatimIn: (places) => (places === 1 ? '✅ 一字不差，出自：' : `✅ 一字不差，共 ${places} 處：`),
  asRecognisedIn: (places) =>
    places === 1
      ? '🔎 與辨識文字一致，請再與原件核對；出自：'
      : `🔎 與辨識文字一致，請再與原件核對；共 ${places} 處：`,
  differs: (percent) => `⚠️ 與報告原文有出入（相同部分約佔 ${percent}%）：`,
  sourceReads: () => '原文是：',
  onlySource: () => '原文有',
  onlyGiven: () => '原文無',
  notInReports: () => '❌ 報告裡沒有找到這段話，也沒有找到相近的段落。',
};
