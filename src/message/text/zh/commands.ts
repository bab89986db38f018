// Names and summaries of commands, options and choices, in simplified Chinese.
import type { CommandTexts } from '../keys/commands.ts';
import { zhReportKinds } from './report-kinds.ts';
import { AGENCY, COLLECTION, PART, PERIOD, PLACE, SCOPE } from './shared-options.ts';

export const zhCommands: CommandTexts = {
  groups: {
    digest: { name: '简报', summary: '这里的每日简报：新到的报告和关注的主题' },
    library: { name: '文库', summary: '报告背后的文件：添加、移除、恢复（仅所有者）' },
  },
  commands: {
    ask: {
      name: '提问',
      summary: '向报告提问，回答全部是原文',
      options: {
        question: { name: '问题', summary: '中文或英文，像问同事一样问' },
        report: { name: '报告', summary: '只看这份报告（标题或其中几个字）' },
        agency: AGENCY,
        period: PERIOD,
      },
    },
    search: {
      name: '搜索',
      summary: '按词查找段落',
      options: {
        words: { name: '词语', summary: '要找的词，中文或英文' },
        agency: AGENCY,
        period: PERIOD,
        part: PART,
      },
    },
    report: {
      name: '报告',
      summary: '查看一份报告：单位、时间、目录，或读其中一部分',
      options: {
        name: { name: '名称', summary: '标题，或其中几个字' },
        part: {
          name: '部分',
          summary: '读这一部分',
          choices: {
            achievements: '工作情况',
            problems: '存在的问题',
            plans: '下一步打算',
            highlights: '亮点',
            suggestions: '建议',
          },
        },
      },
    },
    reports: {
      name: '目录',
      summary: '列出报告',
      options: {
        agency: AGENCY,
        period: PERIOD,
        kind: {
          name: '类型',
          summary: '只看这类报告',
          choices: zhReportKinds,
        },
      },
    },
    compare: {
      name: '对比',
      summary: '把几个单位在同一件事上的说法并排列出',
      options: {
        topic: { name: '主题', summary: '要对比的事' },
        first: { name: '甲', summary: '第一个单位' },
        second: { name: '乙', summary: '第二个单位' },
        third: { name: '丙', summary: '第三个单位' },
      },
    },
    quote: {
      name: '引文',
      summary: '按编号查看引文、前后文和引用格式',
      options: { id: { name: '编号', summary: '每条引文附带的编号' } },
    },
    verify: {
      name: '核对',
      summary: '核对一段话是否一字不差地出自报告',
      options: { text: { name: '原文', summary: '要核对的话' } },
    },
    'digest on': {
      name: '简报 开启',
      summary: '在这里定时发送简报：新到的报告和关注的内容',
      options: {
        time: { name: '时间', summary: '几点发，如 08:30、晚上8点（不填为 08:30）' },
        zone: { name: '时区', summary: '时区，如 北京、Asia/Shanghai、UTC+8' },
        days: {
          name: '日子',
          summary: '每天、工作日，或每周一天',
          choices: {
            daily: '每天',
            weekdays: '工作日',
            mon: '周一',
            tue: '周二',
            wed: '周三',
            thu: '周四',
            fri: '周五',
            sat: '周六',
            sun: '周日',
          },
        },
        silent: { name: '静音', summary: '送达时不响提示音', choices: { yes: '静音', no: '响铃' } },
        skip: {
          name: '跳过',
          summary: '没有新内容时：不发，或推荐一份报告',
          choices: { yes: '不发', no: '照发' },
        },
      },
    },
    'digest off': { name: '简报 关闭', summary: '不再在这里发送简报', options: {} },
    'digest now': { name: '简报 预览', summary: '现在看看简报会写什么，只有您看得到', options: {} },
    'digest status': { name: '简报 状态', summary: '下一期什么时候发，上一期是否送达', options: {} },
    'digest pause': {
      name: '简报 暂停',
      summary: '在某一天之前什么都不发',
      options: { until: { name: '到', summary: '从哪一天起恢复：2026-12-01、3天、下周一' } },
    },
    follow: {
      name: '关注',
      summary: '关注一个主题或问题：有新内容就随简报发来',
      options: {
        topic: { name: '主题', summary: '几个词，或一个完整的问题' },
        agency: AGENCY,
        part: PART,
        when: {
          name: '何时',
          summary: '随简报发，或报告入库时立即发',
          choices: { digest: '随简报', 'at-once': '立即' },
        },
      },
    },
    unfollow: {
      name: '取消关注',
      summary: '不再关注一个主题',
      options: { topic: { name: '主题', summary: '正在关注的主题，或它在 /following 里的编号' } },
    },
    following: { name: '关注列表', summary: '这里关注了什么', options: {} },
    settings: {
      name: '设置',
      summary: '语言、回答谁、回答长短、简报、时区（仅管理员）',
      options: {
        language: { name: '语言', summary: '平台未提供语言时的菜单语言', choices: { auto: '按各人的语言' } },
        audience: {
          name: '对象',
          summary: '回答对象',
          choices: { everyone: '所有人', managers: '仅管理员' },
        },
        length: {
          name: '长短',
          summary: '回答长短（其余收在按钮里）',
          choices: { normal: '正常', short: '简短' },
        },
        digests: {
          name: '简报',
          summary: '谁可以设置简报和关注的主题',
          choices: { managers: '仅管理员可设', everyone: '人人可设' },
        },
        zone: { name: '时区', summary: '时区（城市名、Asia/Shanghai 或 UTC+8）' },
      },
    },
    help: { name: '帮助', summary: '怎么提问，有哪些命令', options: {} },
    privacy: { name: '隐私', summary: '保存了什么、保存多久', options: {} },
    forget: { name: '忘记', summary: '删除关于您的记录', options: {} },
    pair: {
      name: '配对',
      summary: '用终端里显示的配对码成为机器人的所有者',
      options: { code: { name: '配对码', summary: '机器人启动时显示在终端里' } },
    },
    allow: {
      name: '允许',
      summary: '允许这里使用机器人，或读一个资料夹（管理员、所有者）',
      options: { scope: SCOPE, place: PLACE, collection: COLLECTION },
    },
    deny: {
      name: '禁止',
      summary: '禁止这里使用机器人，或读一个资料夹（管理员、所有者）',
      options: { scope: SCOPE, place: PLACE, collection: COLLECTION },
    },
    'library add': {
      name: '文库 添加',
      summary: '添加一个报告文件，先给您看读出了什么（仅所有者）',
      options: {
        file: { name: '文件', summary: '文件本身' },
        folder: { name: '文件夹', summary: '放进哪个文件夹（文库里的一个分类）' },
      },
    },
    'library remove': {
      name: '文库 移除',
      summary: '移除一个文件，先问您一次，以后可以恢复（仅所有者）',
      options: { name: { name: '文件名', summary: '文件名，或其中几个字' } },
    },
    'library restore': {
      name: '文库 恢复',
      summary: '恢复最近 30 天移除的文件（仅所有者）',
      options: { name: { name: '文件名', summary: '文件原来的名称；不填则列出可以恢复的文件' } },
    },
    'library status': {
      name: '文库 状态',
      summary: '文件、报告、谁能读什么、提醒、最近改动、索引大小（仅所有者）',
      options: {},
    },
    'library reload': {
      name: '文库 重载',
      summary: '重新读取文件夹，看看有什么变化（仅所有者）',
      options: {},
    },
  },
  onlyForMe: { name: '仅自己可见', summary: '回答只有您自己看得到' },
  messageMenu: { ask: '向报告提问', verify: '核对引文' },
};
