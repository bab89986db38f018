// Forms and the buttons that open them, in simplified Chinese.
import type { FormTexts } from '../keys/forms.ts';

export const zhForms: FormTexts = {
  askOn: () => '追问',
  followUp: () => '接着问什么',
  followUpHint: () => '接着这条回答往下问',
  fillIn: () => '填写',
  optionLeftOut: (name, summary) => `还缺“${name}”（${summary}）。`,
  fileLeftOut: (command, option) => `还缺文件：请再用一次 ${command}，把文件附在“${option}”一栏。`,
  noWords: () => '那条消息里没有可读的文字。',
};
