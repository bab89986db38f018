// What there is to know about files, in traditional Chinese.

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
  text: '純文字檔',
  markdown: ' Markdown',
  csv: '逗號分隔的表格（.csv）',
  html: '網頁',
  docx: ' Word 文件（.docx）',
  doc: ' Word 97–2003 文件（.doc）',
  xlsx: ' Excel 活頁簿（.xlsx）',
  pptx: ' PowerPoint 簡報（.pptx）',
  odt: ' OpenDocument 文字檔（.odt）',
  rtf: ' RTF 檔案（.rtf）',
  pdf: ' PDF',
  picture: '圖片（.png、.jpg）',
};

const FOREIGN_FORMATS: Record<ForeignFormat, { name: string; saveAs: string }> = {
  'web-archive': { name: '網頁封存檔', saveAs: ' .docx' },
  spreadsheet: { name: '試算表', saveAs: ' .xlsx' },
  presentation: { name: '簡報', saveAs: ' .pptx' },
  'open-document': { name: ' OpenDocument 或 EPUB 檔案', saveAs: ' .docx' },
};

const NOISE: Record<Noise, string> = {
  marker: '分隔標記',
  contents: '目錄行',
  'collection-title': '彙編標題',
  advertising: '廣告',
  password: '密碼',
  signature: '落款',
  'front-matter': '題註',
  'running-head': '頁首頁尾',
  footnote: '註腳',
  'page-number': '頁碼',
  'page-line': '網頁資訊行',
};

const PAGE_PARTS: Record<PagePart, string> = {
  header: '頁首',
  nav: '導覽列',
  aside: '側欄',
  footer: '頁尾',
  search: '搜尋列',
  button: '按鈕',
  select: '下拉式選單',
  textarea: '輸入框',
  hidden: '隱藏部分',
  outside: '正文以外的文字',
};

const HIDDEN_PARTS: Record<HiddenPart, string> = {
  sheet: '工作表',
  row: '列',
  column: '欄',
  slide: '投影片',
};

const OCR_HERE = '請設定 OCR=on，或先做文字辨識（OCR）再重新新增';
const OCR = '請先做文字辨識（OCR），再重新新增';
const SAVE_ANEW = '請重新取得，或開啟後另存一份';
const SPLIT = '請拆成幾個檔案';
const NO_PERMISSION = /^(?:EACCES|EPERM)$/;

const onPages = (pages: PageRange[], sentence: string) => {
  const { named, total, unnamed } = pagesInShort(pages);
  return `第 ${named.join('、')} 頁${unnamed > 0 ? `等共 ${total} 頁` : ''}${sentence}`;
};

export const zhHantWarnings: WarningTexts = warningTexts({
  named: (file, sentence) => `${file}：${sentence}`,
  skipped: (why) => `未讀取，${why}`,
  obstacles: {
    empty: () => '檔案是空的',
    'too-large': ({ megabytes }) => `檔案超過 ${megabytes} MB；${SPLIT}，或去掉圖片後另存`,
    'too-much-text': ({ millions }) => `文字超過 ${millions * 100} 萬個字元；${SPLIT}`,
    'too-long-line': ({ max }) => `其中一行超過 ${max} 個字元；請分成段落`,
    'too-many-lines': ({ max }) => `超過 ${max} 行；${SPLIT}`,
    'too-many-pages': ({ pages, max }) => `檔案有 ${pages} 頁，超過 ${max} 頁；${SPLIT}`,
    'too-many-parts': ({ max }) => `檔案由 ${max} 個以上的部件打包而成；請用文書處理軟體開啟後另存一份`,
    'unpacks-to-too-much': ({ megabytes }) =>
      `解壓縮後的文字超過 ${megabytes} MB（可能是壓縮炸彈）；如果確實是您的檔案，${SPLIT}`,
    'unpacks-to-more-than-declared': () =>
      '解壓縮後比檔案自己標明的要大（可能是壓縮炸彈）；如果確實是您的檔案，請開啟後另存一份',
    'too-slow': ({ seconds }) => `讀了 ${seconds} 秒仍未讀完；${SPLIT}`,
    'too-much-memory': ({ megabytes }) => `讀取需要的記憶體超過 ${megabytes} MB；${SPLIT}`,
    password: () => '檔案有密碼保護；請去掉密碼後另存一份',
    scan: () => `檔案裡沒有文字，只有掃描影像或圖形；${OCR_HERE}`,
    picture: () => `這是圖片，圖中文字沒有辨識；${OCR_HERE}`,
    'too-many-pixels': ({ millions }) => `圖片超過 ${millions * 100} 萬像素；請縮小後再新增（300 DPI 就夠）`,
    'nothing-recognised': () => '影像中沒有辨識出文字；請擺正後以 300 DPI 重新掃描',
    'leaning-text': () => `檔案裡的文字都是斜排的，讀不出來；請另存為正排的檔案，或先做文字辨識（OCR）`,
    'too-old': () => '這是 1997 年以前的 Word 檔案，版本太舊，不能讀取；請用 Word 開啟後另存為 .docx',
    'nameless-signs': () => `檔案裡沒有可用的文字，字型沒有註明每個符號是哪個字；${OCR}`,
    'no-text-encoding': () =>
      '不是純文字檔，或者編碼無法辨識（只認 UTF-8、帶位元組順序記號的 UTF-16、GB18030 和 Big5）；請另存為 UTF-8',
    damaged: ({ says }) =>
      says === undefined ? `檔案已損毀，內容無法解讀；${SAVE_ANEW}` : `檔案已損毀（${says}）；${SAVE_ANEW}`,
    'damaged-directory': () => `Word、Excel、PowerPoint 檔案或壓縮檔已損毀，讀不出內部目錄；${SAVE_ANEW}`,
    'damaged-part': ({ part }) => `檔案已損毀，其中的部件 ${part} 無法解壓縮；${SAVE_ANEW}`,
    'damaged-pages': () => `檔案已損毀，沒有一頁能讀；${SAVE_ANEW}`,
    'damaged-text': () => `檔案已損毀，讀出來的不是文字；${SAVE_ANEW}`,
    'reader-ended': () => `讀取程式中途結束；下次啟動時會再試，如果仍然不行，${SAVE_ANEW}`,
    'reader-unwatched': ({ says }) => `讀取程式沒能正常運作（${says}）；下次啟動時會再試`,
    'not-understood': ({ says }) => `檔案內容無法處理（${says}）`,
    'not-as-named': ({ claimed }) =>
      `從檔名看應是${FORMAT_NAMES[claimed]}，內容卻不是，或者已損毀；請確認能開啟，再另存一份`,
    'foreign-format': ({ format, ending }) => {
      const { name, saveAs } = FOREIGN_FORMATS[format];
      return `這是${name}${ending ? `（${ending}）` : ''}，不能讀取；請另存為${saveAs}`;
    },
    archive: () => '這是壓縮檔，不是 Word、Excel 或 PowerPoint 檔案；請解壓縮後新增其中的檔案',
    'unknown-container': () => '檔案裡沒有 Word 文件，或者已損毀；請另存為 .docx 或 PDF',
    'unknown-ending': ({ readable }) => `不讀這一類檔案（只讀 ${readable.join('、')}）；請另存為其中一種`,
    'linked-folder': () => '不讀指向資料夾的連結；請把資料夾本身放進去',
    'linked-file': ({ to }) =>
      ({
        outside: '它是指向報告資料夾以外的連結，不會讀取；請把檔案本身放進去',
        'other-collection':
          '它是指向另一個資料夾中檔案的連結，兩處的讀者可能不同，不會讀取；請把檔案複製一份放進去',
        hidden: '它是指向隱藏檔案的連結，不會讀取；請把檔案本身放進去',
      })[to],
    'no-ordinary-file': () => '不是普通檔案',
    'undecodable-name': () => '名稱不是 UTF-8 編碼，請改名',
    unopened: ({ code }) => `無法開啟（${code}）${NO_PERMISSION.test(code) ? '；請給機器人讀取權限' : ''}`,
  },
  warnings: {
    copy: ({ of }) => `與 ${of} 的文字相同，只用一份`,
    misnamed: ({ claimed, actual }) =>
      `從檔名看是${FORMAT_NAMES[claimed]}，內容卻是${FORMAT_NAMES[actual]}，已按內容讀取`,
    notes: ({ count }) => `略去註腳或章節附註${count === undefined ? '' : ` ${count} 則`}`,
    pictures: ({ count }) => `略去圖片 ${count} 張`,
    'made-numbers': ({ count }) => `略去不認識的自動編號 ${count} 處；要緊的編號請直接寫進正文`,
    formulas: ({ count }) => `略去公式 ${count} 個`,
    symbols: ({ count }) => `略去符號 ${count} 個（只有所用字型才知道是什麼字）`,
    'hidden-text': ({ count }) => `略去隱藏文字 ${count} 處`,
    'hidden-parts': ({ counts }) =>
      `略去隱藏的內容：${counts.map(({ what, count }) => `${HIDDEN_PARTS[what]} ${count} 處`).join('、')}`,
    'uncounted-formulas': ({ count }) => `略去沒有存下結果的公式 ${count} 個；請開啟檔案，重新計算後儲存`,
    'speaker-notes': ({ count }) => `略去 ${count} 張投影片的備忘稿`,
    'whole-documents': ({ count }) => `略去整篇嵌入的文件 ${count} 份；請把它們另外新增`,
    'page-parts': ({ counts }) =>
      `略去網頁上的${counts.map(({ what, count }) => `${PAGE_PARTS[what]} ${count} 處`).join('、')}`,
    pages: ({ trouble, pages }) => {
      const sentence = {
        damaged: `讀不出來；${SAVE_ANEW}`,
        pictures: `只有圖片，沒有文字（可能是掃描檔）；${OCR_HERE}`,
        unrecognised: '只有圖片，沒有辨識出文字',
        recognised: '是圖片，文字由辨識得來，可能與原件有出入',
        'nameless-signs': `的字型沒有註明每個符號是哪個字，讀不出文字；${OCR}`,
        'turned-text': '有傾斜或旋轉的文字（可能是浮水印），已略去',
        'line-numbers': '標有行號，已略去行號',
      };
      return onPages(pages, sentence[trouble]);
    },
    'no-report': () => '沒有找到報告',
    'title-only': ({ title }) => `${markedTitle(title)}只有標題，沒有正文`,
    untitled: ({ title }) => `${markedTitle(title)}沒有標題行，這個名稱是根據正文擬的`,
    'left-out': ({ counts }) =>
      `略去${counts.map(({ what, count }) => `${NOISE[what]} ${count} 處`).join('、')}`,
  },
});
