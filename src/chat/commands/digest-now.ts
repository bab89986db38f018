// /digest now: a preview of the digest, for the asker alone. Nothing in it counts as shown.
import { previewDigest } from '../../digests/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import { defineCommand } from '../command.ts';
import { subscriptionHere } from '../place-subscription.ts';
import { questionsToTry } from '../views/digest-message.ts';
import { digestPage } from '../views/digest-pages.ts';

export const digestNow = defineCommand({
  name: 'digest now',
  options: {},
  right: 'everyone',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const { store, index, locale, now, mark } = context;
    const subscription = await subscriptionHere(context);
    const preview = await previewDigest({ subscription, locale, store: store.digests, index, now });
    const { content, contentId } = preview;
    const page = digestPage(content, contentId, 0, context) ?? [];
    const questions = questionsToTry({ content, contentId, locale, index }, new ButtonMaker(mark));
    const note: Message =
      subscription.skipEmpty && preview.isEmpty
        ? [{ type: 'paragraph', text: TEXTS[locale].nothingNewToday() }]
        : [];
    const message = [...note, ...page, ...questions];
    if (message.length > 0) return { message, locale };
    return { message: [{ type: 'paragraph', text: TEXTS[locale].nothingToRead() }], locale };
  },
});
