// Forms and the buttons that open them, in traditional Chinese.
import type { FormTexts } from '../keys/forms.ts';

export const zhHantForms: FormTexts = {
  askOn: () => '追問',
  followUp: () => '接著問什麼',
  followUpHint: () => '接著這則回答往下問',
  fillIn: () => '填寫',
  optionLeftOut: (name, summary) => `還缺「${name}」（${summary}）。`,
  fileLeftOut: (command, option) => `還缺檔案：請再用一次 ${command}，把檔案附在「${option}」一欄。`,
  noWords: () => '那則訊息裡沒有可讀的文字。',
};
