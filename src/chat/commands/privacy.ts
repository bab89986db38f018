// /privacy: what is stored, for how long, and how to have it deleted.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';

export const privacy = defineCommand({
  name: 'privacy',
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
