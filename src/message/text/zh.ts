// 机器人自己说的话（简体中文）。
import type { ReportPart, Texts } from './texts.ts';

const PARTS: Record<ReportPart, string> = {
  achievements: '工作情况',
  highlights: '亮点',
  problems: '问题',
  plans: '下一步打算',
  suggestions: '建议',
  none: '这方面',
};

export const zh: Texts = {
  greeting: (reports, files) =>
    `引据 · 已读入 ${files} 个文件中的 ${reports} 份报告。请直接提问，回答全部是报告原文。`,
  examples: () => '可以这样问：',
  factsIntro: (count) => (count === 1 ? '报告原文：' : `报告原文（${count} 处，最贴近的在前）：`),
  overviewIntro: (report, count) => `《${report}》中共 ${count} 条：`,
  comparisonIntro: (reports) => `${reports} 份报告的原文：`,
  others: (titles) => `也可能指：${titles.map((title) => `《${title}》`).join('、')}。`,
  silent: (names) => `${names.join('、')}的报告没有提到这一点。`,
  notFound: () => '这些报告里没有找到答案。',
  partLacking: (report, part) => `《${report}》没有专门写${part}的部分。`,
  partName: (part) => PARTS[part],
  masked: () => '原文在这里把数字隐去了（写作“XX”），所以没有答案。',
  unknownWords: (words) => `报告中从未出现：${words.map((word) => `“${word}”`).join('、')}。`,
  nearMisses: () => '最接近的段落（不是答案，仅供参考）：',
  source: (report, path, id) => [`《${report}》`, ...path, `[${id}]`].join(' › '),
  help: () => ['直接输入问题即可', '/reports  列出全部报告', '/help  显示本说明', '/quit  退出'],
  catalogueIntro: (count) => `共 ${count} 份报告：`,
  unknownCommand: (command) => `没有“${command}”这个命令，输入 /help 查看说明。`,
  goodbye: () => '再见。',
  prompt: () => '问 › ',
};
