// What only the terminal says, in simplified Chinese.
import type { TerminalTexts } from '../keys/terminal.ts';

export const zhTerminal: TerminalTexts = {
  greeting: (reports, files) =>
    `引据 · 已读入 ${files} 个文件中的 ${reports} 份报告。请直接提问，回答全部是报告原文。`,
  help: () => [
    '直接输入问题即可',
    '/help  全部命令',
    '/reports  列出报告',
    '/1、/2 ……  选上一条回答里的编号',
    '/quit  退出',
  ],
  terminalOnly: () => '没有设置聊天平台的令牌，所以只在终端里回答。接入聊天平台的步骤见 README。',
  goodbye: () => '再见。',
  prompt: () => '问 › ',
};
