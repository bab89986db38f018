// /privacy: what is stored, for how long, and how to have it deleted.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';

export const privacy = defineCommand({
  name: 'privacy',
  names: { en: 'privacy', zh: '隐私', 'zh-Hant': '隱私' },
  summary: {
    en: 'What is stored, and for how long',
    zh: '保存了什么、保存多久',
    'zh-Hant': '保存了什麼、保存多久',
  },
  options: {},
  right: 'everyone',
  anywhere: false,
  audience: 'asker',
  async run(_, { locale, questionLog }) {
    const texts = TEXTS[locale];
    return {
      message: [
        { type: 'heading', text: texts.privacyHeading() },
        { type: 'list', items: texts.privacy(questionLog) },
      ],
      locale,
    };
  },
});
