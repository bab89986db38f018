// /digest off: no more digests here; followed topics are kept.
import { TEXTS } from '../../message/index.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { saveSubscription } from '../place-subscription.ts';

export const digestOff = defineCommand({
  name: 'digest off',
  options: {},
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run(_, context) {
    const { store, place, locale } = context;
    const texts = TEXTS[locale];
    const reply = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
    const subscription = await store.digests.subscriptions.get(place.id);
    if (!subscription?.schedule) return reply(texts.digestWasOff());
    const topics = await store.digests.topics.list(place.id);
    const { schedule: _schedule, pausedUntil: _until, backoff: _backoff, enabledBy, ...rest } = subscription;
    // the digest manager is only needed where something is sent
    const off = { ...rest, ...(enabledBy && topics.length > 0 ? { enabledBy } : {}) };
    await saveSubscription(off, context);
    return reply(texts.digestIsOff(topics.length, topics.filter(({ atOnce }) => atOnce).length));
  },
});
