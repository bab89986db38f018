// Cards, lists, reading and checking, in simplified Chinese.
import { periodLabel } from '../../../language/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { LookupTexts } from '../keys/lookup.ts';
import { zhReportKinds } from './report-kinds.ts';

const FILTERS = { report: '报告', agency: '单位', period: '时间', kind: '类型' };

export const zhLookup: LookupTexts = {
  contextHeading: (report) => `前后文 · ${markedTitle(report)}`,
  pageOf: (page, pages) => `第 ${page}/${pages} 页`,
  previousPage: () => '◀ 上一页',
  nextPage: () => '下一页 ▶',
  passageList: (count) => `${count} 段原文，最贴近的在前`,
  catalogueIntro: (count) => `共 ${count} 份报告`,
  openWhichReport: () => '打开哪一份？',
  whichReport: () => '有几份报告符合，您要看哪一份？',
  passagesGone: () => '有些条目所在的报告已更改或移除，请重新查找。',
  nothingFound: (words) => `没有找到含有“${words}”的段落。换个说法再试试；加了筛选条件的，可以去掉一些。`,
  authorIs: (agency) => `单位：${agency}`,
  periodName: (period) => periodLabel(period, 'zh'),
  covers: (period) => `总结时段：${period}`,
  timeIs: (period) => `时间：${period}`,
  plansFor: (period) => `计划时段：${period}`,
  kindIs: (kind) => `类型：${kind}`,
  kindName: (kind) => zhReportKinds[kind],
  fileIs: (file) => `文件：${file}`,
  untitled: () => '原文没有标题，这个名称是根据内容拟的。',
  outlineHeading: () => '目录：',
  readWhichSection: () => '读哪一部分？',
  readAll: () => '阅读全文',
  citation: () => '引用格式（GB/T 7714 和 Markdown）：',
  copy: () => '复制引用',
  noSuchQuote: (id) => `没有编号为“${id}”的引文。每条引文都附有编号；报告更改后，旧编号会失效。`,
  quoteGone: () => '这段原文所在的报告已更改或移除，请重新提问。',
  filterName: (filter) => FILTERS[filter],
  noSuchReports: (filter, text) => `没有符合“${filter}：${text}”的报告。`,
  thereAre: () => '可以选：',
  verbatimIn: (places) => (places === 1 ? '✅ 一字不差，出自：' : `✅ 一字不差，共 ${places} 处：`),
  asRecognisedIn: (places) =>
    places === 1
      ? '🔎 与识别文字一致，请再与原件核对；出自：'
      : `🔎 与识别文字一致，请再与原件核对；共 ${places} 处：`,
  differs: (percent) => `⚠️ 与报告原文有出入（相同部分约占 ${percent}%）：`,
  sourceReads: () => '原文是：',
  onlySource: () => '原文有',
  onlyGiven: () => '原文无',
  notInReports: () => '❌ 报告里没有找到这段话，也没有找到相近的段落。',
};
