// /verify: does this text stand in a report, word for word?
import { verify as verifyText } from '../../answer/index.ts';
import { defineCommand } from '../command.ts';
import { verificationView } from '../views/verification.ts';

export const verify = defineCommand({
  name: 'verify',
  names: { en: 'verify', zh: '核对', 'zh-Hant': '核對' },
  summary: {
    en: 'Check whether a text stands in a report word for word',
    zh: '核对一段话是否一字不差地出自报告',
    'zh-Hant': '核對一段話是否一字不差地出自報告',
  },
  options: {
    text: {
      names: { en: 'text', zh: '原文', 'zh-Hant': '原文' },
      summary: { en: 'The text to check', zh: '要核对的话', 'zh-Hant': '要核對的話' },
      required: true,
      fromReply: true,
      maxLength: 2000,
    },
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ text }, scene) {
    return { message: verificationView(verifyText(text, scene.index), scene), locale: scene.locale };
  },
});
