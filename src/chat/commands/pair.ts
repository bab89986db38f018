// /pair: a person who sends the code that the terminal prints at the first start becomes an owner.
import { TEXTS } from '../../message/index.ts';
import { redeemPairingCode } from '../access/pairing-code.ts';
import { defineCommand } from '../command.ts';

export const pair = defineCommand({
  name: 'pair',
  options: {
    code: {
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
      // everybody in the chat has seen it, so it is replaced
      const text = (await replaceCode(code)) ? texts.codeWasSeen() : texts.peopleOnly();
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
