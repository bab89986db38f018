// /quote: the passage behind a quote id, with how to cite it.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { quoteView } from '../views/quote.ts';

/** Of a text that is no id so much is repeated. */
const MAX_SHOWN = 40;

export const quote = defineCommand({
  name: 'quote',
  names: { en: 'quote', zh: '引文', 'zh-Hant': '引文' },
  summary: {
    en: 'Show the quote behind an id, with its context and citation',
    zh: '按编号查看引文、前后文和引用格式',
    'zh-Hant': '按編號查看引文、前後文和引用格式',
  },
  options: {
    id: {
      names: { en: 'id', zh: '编号', 'zh-Hant': '編號' },
      summary: {
        en: 'The id that stands with each quote',
        zh: '每条引文附带的编号',
        'zh-Hant': '每條引文附帶的編號',
      },
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
