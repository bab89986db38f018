// /pair: the code that the terminal prints at the first start makes its sender an owner.
import { TEXTS } from '../../message/index.ts';
import { redeemPairingCode } from '../access/pairing-code.ts';
import { defineCommand } from '../command.ts';

export const pair = defineCommand({
  name: 'pair',
  names: { en: 'pair', zh: '配对', 'zh-Hant': '配對' },
  summary: {
    en: 'Become an owner of this bot with the code from its terminal',
    zh: '用终端里显示的配对码成为机器人的所有者',
    'zh-Hant': '用終端機裡顯示的配對碼成為機器人的擁有者',
  },
  options: {
    code: {
      names: { en: 'code', zh: '配对码', 'zh-Hant': '配對碼' },
      summary: {
        en: 'Printed in the terminal when the bot started',
        zh: '机器人启动时显示在终端里',
        'zh-Hant': '機器人啟動時顯示在終端機裡',
      },
      required: true,
      maxLength: 40,
    },
  },
  right: 'everyone',
  anywhere: true,
  audience: 'asker',
  personal: true,
  async run({ code }, { store, person, locale, isOwner, replaceCode }) {
    const texts = TEXTS[locale];
    if (person.forChat) {
      const text = (await replaceCode(code)) ? texts.codeWasSeen() : texts.peopleOnly(); // everybody in the chat could use it
      return { message: [{ type: 'paragraph', text }], locale };
    }
    const text = isOwner
      ? texts.alreadyOwner()
      : (await redeemPairingCode(code, person, store))
        ? texts.paired()
        : texts.wrongCode();
    return { message: [{ type: 'paragraph', text }], locale };
  },
});
