// What only the terminal says, in traditional Chinese.
import type { TerminalTexts } from '../keys/terminal.ts';

export const zhHantTerminal: TerminalTexts = {
  greeting: (reports, files) =>
    `引據 · 已讀入 ${files} 個檔案中的 ${reports} 份報告。請直接提問，回答全部是報告原文。`,
  help: () => [
    '直接輸入問題即可',
    '/help  全部指令',
    '/reports  列出報告',
    '/1、/2 ……  選上一則回答裡的編號',
    '/quit  退出',
  ],
  terminalOnly: () => '沒有設定聊天平台的權杖，所以只在終端機裡回答。接入聊天平台的步驟見 README。',
  goodbye: () => '再見。',
  prompt: () => '問 › ',
};
