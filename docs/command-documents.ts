// The documents about the commands: the words around those that the declarations have.
import type { Command, Locale } from '#core';

export interface CommandDocument {
  locale: Locale;
  file: string;
  title: string;
  /** Paragraphs. */
  introduction: string[];
  columns: [option: string, meaning: string, values: string];
  right: Record<Command['right'], string>;
  audience: Record<Command['audience'], string>;
  anywhere: string;
  otherNames(names: string[]): string;
  values: ValueWords;
}

/** What an option takes. */
interface ValueWords {
  required: string;
  wholeLine: string;
  fromReply: string;
  file: string;
  completed: string;
  maxLength(length: number): string;
  onlyOnMenus: string;
  separator: string;
}

const ENGLISH: CommandDocument = {
  locale: 'en',
  file: 'commands.md',
  title: 'Commands',
  introduction: [
    '<!-- Written by npm run docs from the declarations in src/chat/commands and their words in src/message/text. -->',
    '[中文](commands.zh.md)',
    'On Discord a command is chosen from the menu, with its options. On Telegram and in the terminal the values alone follow it on one line, in any order, without the names of the options (`/search 高标准农田 林业局 2023`, `/settings managers only`); only a collection may be marked as one, and must be if it holds no file yet (`/allow collection:NAME`). The bot asks for what is missing. A command is known by its name in any language (`/help`, `／帮助`).',
  ],
  columns: ['Option', 'What it is', 'Values'],
  right: {
    everyone: 'For everyone',
    manager: 'For those who manage the place, and owners of the bot',
    'digest-manager': 'For those who manage the place, or for everyone where `/settings` says so',
    owner: 'For owners of the bot',
  },
  audience: {
    everyone: 'Everybody there sees the answer',
    asker: 'Only the asker sees the answer, where the platform can do that',
    either: 'Everybody there sees the answer, or only the asker (`private`)',
  },
  anywhere: 'Works even where the bot is not allowed',
  otherNames: (names) => `Also: ${names.join(', ')}`,
  values: {
    required: 'required',
    wholeLine: 'takes the whole line',
    fromReply: 'if left out, taken from the message that is replied to',
    file: 'a file',
    completed: 'completed while typing',
    maxLength: (length) => `up to ${length} characters`,
    onlyOnMenus: 'yes or no; only where commands are chosen from a menu with options',
    separator: '; ',
  },
};

const CHINESE: CommandDocument = {
  locale: 'zh',
  file: 'commands.zh.md',
  title: '命令',
  introduction: [
    '<!-- 由 npm run docs 根据 src/chat/commands 里的声明和 src/message/text 里的文字生成。 -->',
    '[English](commands.md)',
    '在 Discord 上，从菜单里选命令，逐项填写。在 Telegram 和终端里，命令后面直接写各项内容，不写选项名，写在一行，先后不限（`/search 高标准农田 林业局 2023`、`/settings 仅管理员`）；只有资料夹可以注明，还没有文件的资料夹则必须注明（`/allow collection:NAME`）。缺了什么，机器人会问。命令用哪种语言的名称都可以（`/help`、`／帮助`）。',
  ],
  columns: ['选项', '说明', '取值'],
  right: {
    everyone: '所有人可用',
    manager: '仅管理员和机器人的所有者可用',
    'digest-manager': '仅管理员可用；用 `/settings` 可以开放给所有人',
    owner: '仅机器人的所有者可用',
  },
  audience: {
    everyone: '回答大家都看得到',
    asker: '平台支持时，回答只有提问的人看得到',
    either: '回答大家都看得到，也可以选择仅自己可见（`private`）',
  },
  anywhere: '没有开放的地方也能用',
  otherNames: (names) => `也可以写：${names.join('、')}`,
  values: {
    required: '必填',
    wholeLine: '取整行',
    fromReply: '不写时取所回复的那条消息的文字',
    file: '文件',
    completed: '输入时有提示',
    maxLength: (length) => `最多 ${length} 字`,
    onlyOnMenus: '是或否；只在从菜单逐项填写的平台上有',
    separator: '；',
  },
};

export const COMMAND_DOCUMENTS: readonly CommandDocument[] = [ENGLISH, CHINESE];
