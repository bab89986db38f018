// /quote: the passage behind a quote id, with how to cite it.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { quoteView } from '../views/quote.ts';

/** Characters of an unknown id that are repeated in the answer. */
const MAX_SHOWN = 40;

export const quote = defineCommand({
  name: 'quote',
  options: {
    id: {
      required: true,
    },
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ id }, context) {
    const { locale } = context;
    const plain = id.toLowerCase().replace(/[^a-z0-9-]/g, '');
    return {
      message: quoteView(plain, context) ?? [
        { type: 'paragraph', text: TEXTS[locale].noSuchQuote(id.slice(0, MAX_SHOWN)) },
      ],
      locale,
    };
  },
});
