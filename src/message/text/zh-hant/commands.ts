// Names and summaries of commands, options and choices, in traditional Chinese.
import type { CommandTexts } from '../keys/commands.ts';
import { zhHantReportKinds } from './report-kinds.ts';
import { AGENCY, COLLECTION, PART, PERIOD, PLACE, SCOPE } from './shared-options.ts';

export const zhHantCommands: CommandTexts = {
  groups: {
    digest: { name: '簡報', summary: '這裡的每日簡報：新到的報告和關注的主題' },
    library: { name: '文庫', summary: '報告背後的檔案：新增、移除、復原（僅擁有者）' },
  },
  commands: {
    ask: {
      name: '提問',
      summary: '向報告提問，回答全部是原文',
      options: {
        question: { name: '問題', summary: '中文或英文，像問同事一樣問' },
        report: { name: '報告', summary: '只看這份報告（標題或其中幾個字）' },
        agency: AGENCY,
        period: PERIOD,
      },
    },
    search: {
      name: '搜尋',
      summary: '按詞查找段落',
      options: {
        words: { name: '詞語', summary: '要找的詞，中文或英文' },
        agency: AGENCY,
        period: PERIOD,
        part: PART,
      },
    },
    report: {
      name: '報告',
      summary: '查看一份報告：單位、時間、目錄，或讀其中一部分',
      options: {
        name: { name: '名稱', summary: '標題，或其中幾個字' },
        part: {
          name: '部分',
          summary: '讀這一部分',
          choices: {
            achievements: '工作情況',
            problems: '存在的問題',
            plans: '下一步打算',
            highlights: '亮點',
            suggestions: '建議',
          },
        },
      },
    },
    reports: {
      name: '目錄',
      summary: '列出報告',
      options: {
        agency: AGENCY,
        period: PERIOD,
        kind: {
          name: '類型',
          summary: '只看這類報告',
          choices: zhHantReportKinds,
        },
      },
    },
    compare: {
      name: '對比',
      summary: '把幾個單位在同一件事上的說法並排列出',
      options: {
        topic: { name: '主題', summary: '要對比的事' },
        first: { name: '甲', summary: '第一個單位' },
        second: { name: '乙', summary: '第二個單位' },
        third: { name: '丙', summary: '第三個單位' },
      },
    },
    quote: {
      name: '引文',
      summary: '按編號查看引文、前後文和引用格式',
      options: { id: { name: '編號', summary: '每條引文附帶的編號' } },
    },
    verify: {
      name: '核對',
      summary: '核對一段話是否一字不差地出自報告',
      options: { text: { name: '原文', summary: '要核對的話' } },
    },
    'digest on': {
      name: '簡報 開啟',
      summary: '在這裡定時傳送簡報：新到的報告和關注的內容',
      options: {
        time: { name: '時間', summary: '幾點發，如 08:30、晚上8點（不填為 08:30）' },
        zone: { name: '時區', summary: '時區，如 台北、Asia/Taipei、UTC+8' },
        days: {
          name: '日子',
          summary: '每天、工作日，或每週一天',
          choices: {
            daily: '每天',
            weekdays: '工作日',
            mon: '週一',
            tue: '週二',
            wed: '週三',
            thu: '週四',
            fri: '週五',
            sat: '週六',
            sun: '週日',
          },
        },
        silent: { name: '靜音', summary: '送達時不響提示音', choices: { yes: '靜音', no: '響鈴' } },
        skip: {
          name: '跳過',
          summary: '沒有新內容時：不發，或推薦一份報告',
          choices: { yes: '不發', no: '照發' },
        },
      },
    },
    'digest off': { name: '簡報 關閉', summary: '不再在這裡傳送簡報', options: {} },
    'digest now': { name: '簡報 預覽', summary: '現在看看簡報會寫什麼，只有您看得到', options: {} },
    'digest status': { name: '簡報 狀態', summary: '下一期什麼時候發，上一期是否送達', options: {} },
    'digest pause': {
      name: '簡報 暫停',
      summary: '在某一天之前什麼都不發',
      options: { until: { name: '到', summary: '從哪一天起恢復：2026-12-01、3天、下週一' } },
    },
    follow: {
      name: '關注',
      summary: '關注一個主題或問題：有新內容就隨簡報發來',
      options: {
        topic: { name: '主題', summary: '幾個詞，或一個完整的問題' },
        agency: AGENCY,
        part: PART,
        when: {
          name: '何時',
          summary: '隨簡報發，或報告入庫時立即發',
          choices: { digest: '隨簡報', 'at-once': '立即' },
        },
      },
    },
    unfollow: {
      name: '取消關注',
      summary: '不再關注一個主題',
      options: { topic: { name: '主題', summary: '正在關注的主題，或它在 /following 裡的編號' } },
    },
    following: { name: '關注清單', summary: '這裡關注了什麼', options: {} },
    settings: {
      name: '設定',
      summary: '語言、回答誰、回答長短、簡報、時區（僅管理員）',
      options: {
        language: { name: '語言', summary: '平台未提供語言時的選單語言', choices: { auto: '按各人的語言' } },
        audience: {
          name: '對象',
          summary: '回答對象',
          choices: { everyone: '所有人', managers: '僅管理員' },
        },
        length: {
          name: '長短',
          summary: '回答長短（其餘收在按鈕裡）',
          choices: { normal: '正常', short: '簡短' },
        },
        digests: {
          name: '簡報',
          summary: '誰可以設定簡報和關注的主題',
          choices: { managers: '僅管理員可設', everyone: '人人可設' },
        },
        zone: { name: '時區', summary: '時區（城市名、Asia/Shanghai 或 UTC+8）' },
      },
    },
    help: { name: '說明', summary: '怎麼提問，有哪些指令', options: {} },
    privacy: { name: '隱私', summary: '保存了什麼、保存多久', options: {} },
    forget: { name: '忘記', summary: '刪除關於您的紀錄', options: {} },
    pair: {
      name: '配對',
      summary: '用終端機裡顯示的配對碼成為機器人的擁有者',
      options: { code: { name: '配對碼', summary: '機器人啟動時顯示在終端機裡' } },
    },
    allow: {
      name: '允許',
      summary: '允許這裡使用機器人，或讀一個資料夾（管理員、擁有者）',
      options: { scope: SCOPE, place: PLACE, collection: COLLECTION },
    },
    deny: {
      name: '禁止',
      summary: '禁止這裡使用機器人，或讀一個資料夾（管理員、擁有者）',
      options: { scope: SCOPE, place: PLACE, collection: COLLECTION },
    },
    'library add': {
      name: '文庫 新增',
      summary: '新增一個報告檔案，先給您看讀出了什麼（僅擁有者）',
      options: {
        file: { name: '檔案', summary: '檔案本身' },
        folder: { name: '資料夾', summary: '放進哪個資料夾（文庫裡的一個分類）' },
      },
    },
    'library remove': {
      name: '文庫 移除',
      summary: '移除一個檔案，先問您一次，以後可以復原（僅擁有者）',
      options: { name: { name: '檔名', summary: '檔名，或其中幾個字' } },
    },
    'library restore': {
      name: '文庫 復原',
      summary: '復原最近 30 天移除的檔案（僅擁有者）',
      options: { name: { name: '檔名', summary: '檔案原來的名稱；不填則列出可以復原的檔案' } },
    },
    'library status': {
      name: '文庫 狀態',
      summary: '檔案、報告、誰能讀什麼、提醒、最近更動、索引大小（僅擁有者）',
      options: {},
    },
    'library reload': {
      name: '文庫 重新載入',
      summary: '重新讀取資料夾，看看有什麼變化（僅擁有者）',
      options: {},
    },
  },
  onlyForMe: { name: '僅自己可見', summary: '回答只有您自己看得到' },
  messageMenu: { ask: '向報告提問', verify: '核對引文' },
};
