// What there is to know about files, in simplified Chinese.

import type {
  ForeignFormat,
  FormatName,
  HiddenPart,
  Noise,
  PagePart,
  PageRange,
} from '../../../reports/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { WarningTexts } from '../keys/warnings.ts';
import { pagesInShort, warningTexts } from '../warning-sentences.ts';

const FORMAT_NAMES: Record<FormatName, string> = {
  text: '纯文本',
  markdown: ' Markdown',
  csv: '逗号分隔的表格（.csv）',
  html: '网页',
  docx: ' Word 文档（.docx）',
  doc: ' Word 97–2003 文档（.doc）',
  xlsx: ' Excel 工作簿（.xlsx）',
  pptx: ' PowerPoint 演示文稿（.pptx）',
  odt: ' OpenDocument 文本（.odt）',
  rtf: ' RTF 文件（.rtf）',
  pdf: ' PDF',
  picture: '图片（.png、.jpg）',
};

const FOREIGN_FORMATS: Record<ForeignFormat, { name: string; saveAs: string }> = {
  'web-archive': { name: '网页存档', saveAs: ' .docx' },
  spreadsheet: { name: '电子表格', saveAs: ' .xlsx' },
  presentation: { name: '演示文稿', saveAs: ' .pptx' },
  'open-document': { name: ' OpenDocument 或 EPUB 文件', saveAs: ' .docx' },
};

const NOISE: Record<Noise, string> = {
  marker: '分隔标记',
  contents: '目录行',
  'collection-title': '汇编标题',
  advertising: '广告',
  password: '密码',
  signature: '落款',
  'front-matter': '题注',
  'running-head': '页眉页脚',
  footnote: '脚注',
  'page-number': '页码',
  'page-line': '网页信息行',
};

const PAGE_PARTS: Record<PagePart, string> = {
  header: '页头',
  nav: '导航',
  aside: '侧栏',
  footer: '页脚',
  search: '搜索栏',
  button: '按钮',
  select: '下拉列表',
  textarea: '输入框',
  hidden: '隐藏部分',
  outside: '正文以外的文字',
};

const HIDDEN_PARTS: Record<HiddenPart, string> = {
  sheet: '工作表',
  row: '行',
  column: '列',
  slide: '幻灯片',
};

const OCR_HERE = '请设置 OCR=on，或先做文字识别（OCR）再重新添加';
const OCR = '请先做文字识别（OCR），再重新添加';
const SAVE_ANEW = '请重新获取，或打开后另存一份';
const SPLIT = '请拆成几个文件';
const NO_PERMISSION = /^(?:EACCES|EPERM)$/;

const onPages = (pages: PageRange[], sentence: string) => {
  const { named, total, unnamed } = pagesInShort(pages);
  return `第 ${named.join('、')} 页${unnamed > 0 ? `等共 ${total} 页` : ''}${sentence}`;
};

export const zhWarnings: WarningTexts = warningTexts({
  named: (file, sentence) => `${file}：${sentence}`,
  skipped: (why) => `未读取，${why}`,
  obstacles: {
    empty: () => '文件是空的',
    'too-large': ({ megabytes }) => `文件超过 ${megabytes} MB；${SPLIT}，或去掉图片后另存`,
    'too-much-text': ({ millions }) => `文字超过 ${millions * 100} 万个字符；${SPLIT}`,
    'too-long-line': ({ max }) => `其中一行超过 ${max} 个字符；请分成段落`,
    'too-many-lines': ({ max }) => `超过 ${max} 行；${SPLIT}`,
    'too-many-pages': ({ pages, max }) => `文件有 ${pages} 页，超过 ${max} 页；${SPLIT}`,
    'too-many-parts': ({ max }) => `文件由 ${max} 个以上的部件打包而成；请用文字处理软件打开后另存一份`,
    'unpacks-to-too-much': ({ megabytes }) =>
      `解压后的文字超过 ${megabytes} MB（可能是压缩炸弹）；如果确是您的文件，${SPLIT}`,
    'unpacks-to-more-than-declared': () =>
      '解压后比文件自己标明的要大（可能是压缩炸弹）；如果确是您的文件，请打开后另存一份',
    'too-slow': ({ seconds }) => `读了 ${seconds} 秒仍未读完；${SPLIT}`,
    'too-much-memory': ({ megabytes }) => `读取需要的内存超过 ${megabytes} MB；${SPLIT}`,
    password: () => '文件有密码保护；请去掉密码后另存一份',
    scan: () => `文件里没有文字，只有扫描图像或图形；${OCR_HERE}`,
    picture: () => `这是图片，图中文字没有识别；${OCR_HERE}`,
    'too-many-pixels': ({ millions }) => `图片超过 ${millions * 100} 万像素；请缩小后再添加（300 DPI 就够）`,
    'nothing-recognised': () => '图像中没有识别出文字；请摆正后以 300 DPI 重新扫描',
    'leaning-text': () => `文件里的文字都是斜排的，读不出来；请另存为正排的文件，或先做文字识别（OCR）`,
    'too-old': () => '这是 1997 年以前的 Word 文件，版本太旧，不能读取；请用 Word 打开后另存为 .docx',
    'nameless-signs': () => `文件里没有可用的文字，字体没有注明每个符号是哪个字；${OCR}`,
    'no-text-encoding': () =>
      '不是文本文件，或者编码不能识别（只认 UTF-8、带字节顺序标记的 UTF-16、GB18030 和 Big5）；请另存为 UTF-8',
    damaged: ({ says }) =>
      says === undefined ? `文件已损坏，内容无法解读；${SAVE_ANEW}` : `文件已损坏（${says}）；${SAVE_ANEW}`,
    'damaged-directory': () => `Word、Excel、PowerPoint 文件或压缩包已损坏，读不出内部目录；${SAVE_ANEW}`,
    'damaged-part': ({ part }) => `文件已损坏，其中的部件 ${part} 无法解压；${SAVE_ANEW}`,
    'damaged-pages': () => `文件已损坏，没有一页能读；${SAVE_ANEW}`,
    'damaged-text': () => `文件已损坏，读出来的不是文字；${SAVE_ANEW}`,
    'reader-ended': () => `读取程序中途退出；下次启动时会再试，如果仍然不行，${SAVE_ANEW}`,
    'reader-unwatched': ({ says }) => `读取程序没能正常工作（${says}）；下次启动时会再试`,
    'not-understood': ({ says }) => `文件内容无法处理（${says}）`,
    'not-as-named': ({ claimed }) =>
      `从文件名看应是${FORMAT_NAMES[claimed]}，内容却不是，或者已损坏；请确认能打开，再另存一份`,
    'foreign-format': ({ format, ending }) => {
      const { name, saveAs } = FOREIGN_FORMATS[format];
      return `这是${name}${ending ? `（${ending}）` : ''}，不能读取；请另存为${saveAs}`;
    },
    archive: () => '这是压缩包，不是 Word、Excel 或 PowerPoint 文件；请解压后添加其中的文件',
    'unknown-container': () => '文件里没有 Word 文档，或者已损坏；请另存为 .docx 或 PDF',
    'unknown-ending': ({ readable }) => `不读这一类文件（只读 ${readable.join('、')}）；请另存为其中一种`,
    'linked-folder': () => '不读指向文件夹的链接；请把文件夹本身放进去',
    'linked-file': ({ to }) =>
      ({
        outside: '它是指向报告文件夹以外的链接，不会读取；请把文件本身放进去',
        'other-collection':
          '它是指向另一个文件夹中文件的链接，两处的读者可能不同，不会读取；请把文件复制一份放进去',
        hidden: '它是指向隐藏文件的链接，不会读取；请把文件本身放进去',
      })[to],
    'no-ordinary-file': () => '不是普通文件',
    'undecodable-name': () => '名称不是 UTF-8 编码，请改名',
    unopened: ({ code }) => `无法打开（${code}）${NO_PERMISSION.test(code) ? '；请给机器人读取权限' : ''}`,
  },
  warnings: {
    copy: ({ of }) => `与 ${of} 的文字相同，只用一份`,
    misnamed: ({ claimed, actual }) =>
      `从文件名看是${FORMAT_NAMES[claimed]}，内容却是${FORMAT_NAMES[actual]}，已按内容读取`,
    notes: ({ count }) => `略去脚注或尾注${count === undefined ? '' : ` ${count} 条`}`,
    pictures: ({ count }) => `略去图片 ${count} 张`,
    'made-numbers': ({ count }) => `略去不认识的自动编号 ${count} 处；要紧的编号请直接写进正文`,
    formulas: ({ count }) => `略去公式 ${count} 个`,
    symbols: ({ count }) => `略去符号 ${count} 个（只有所用字体才知道是什么字）`,
    'hidden-text': ({ count }) => `略去隐藏文字 ${count} 处`,
    'hidden-parts': ({ counts }) =>
      `略去隐藏的内容：${counts.map(({ what, count }) => `${HIDDEN_PARTS[what]} ${count} 处`).join('、')}`,
    'uncounted-formulas': ({ count }) => `略去没有存下结果的公式 ${count} 个；请打开文件，重新计算后保存`,
    'speaker-notes': ({ count }) => `略去 ${count} 张幻灯片的备注`,
    'whole-documents': ({ count }) => `略去整篇嵌入的文档 ${count} 份；请把它们另外添加`,
    'page-parts': ({ counts }) =>
      `略去网页上的${counts.map(({ what, count }) => `${PAGE_PARTS[what]} ${count} 处`).join('、')}`,
    pages: ({ trouble, pages }) => {
      const sentence = {
        damaged: `读不出来；${SAVE_ANEW}`,
        pictures: `只有图片，没有文字（可能是扫描件）；${OCR_HERE}`,
        unrecognised: '只有图片，没有识别出文字',
        recognised: '是图片，文字由识别得来，可能与原件有出入',
        'nameless-signs': `的字体没有注明每个符号是哪个字，读不出文字；${OCR}`,
        'turned-text': '有倾斜或旋转的文字（可能是水印），已略去',
        'line-numbers': '标有行号，已略去行号',
      };
      return onPages(pages, sentence[trouble]);
    },
    'no-report': () => '没有找到报告',
    'title-only': ({ title }) => `${markedTitle(title)}只有标题，没有正文`,
    untitled: ({ title }) => `${markedTitle(title)}没有标题行，这个名称是根据正文拟的`,
    'left-out': ({ counts }) =>
      `略去${counts.map(({ what, count }) => `${NOISE[what]} ${count} 处`).join('、')}`,
  },
});
