// /forget: deletes what is stored about the asker.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { pseudonymOf } from '../question-log.ts';

export const forget = defineCommand({
  name: 'forget',
  names: { en: 'forget', zh: '忘记', 'zh-Hant': '忘記' },
  summary: { en: 'Delete what is stored about you', zh: '删除关于您的记录', 'zh-Hant': '刪除關於您的紀錄' },
  options: {},
  right: 'everyone',
  anywhere: true, // a denial must not keep anybody's records from being deleted
  audience: 'asker',
  async run(_, { store, person, locale, isOwner }) {
    const texts = TEXTS[locale];
    const count = await store.forget(person.id, await pseudonymOf(person, store));
    return {
      message: [
        { type: 'paragraph', text: texts.forgotten(count) },
        ...(isOwner ? [{ type: 'paragraph' as const, text: texts.ownerStays() }] : []),
      ],
      locale,
    };
  },
});
