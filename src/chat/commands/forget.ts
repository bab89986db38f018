// /forget: deletes what is stored about the asker.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { pseudonymOf } from '../question-log.ts';

export const forget = defineCommand({
  name: 'forget',
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
