// /digest off: no more digests here; followed topics are kept.
import { TEXTS } from '../../message/index.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { keep } from '../subscribing.ts';

export const digestOff = defineCommand({
  name: 'digest off',
  options: {},
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run(_, context) {
    const { store, place, locale } = context;
    const texts = TEXTS[locale];
    const say = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
    const subscription = await store.digests.subscriptions.get(place.id);
    if (!subscription?.schedule) return say(texts.digestWasOff());
    const topics = await store.digests.topics.list(place.id);
    const { schedule: _schedule, pausedUntil: _until, trouble: _trouble, keeper, ...rest } = subscription;
    const off = { ...rest, ...(keeper && topics.length > 0 ? { keeper } : {}) }; // the digest manager is only needed where something is sent
    await keep(off, context);
    return say(texts.digestIsOff(topics.length, topics.filter(({ atOnce }) => atOnce).length));
  },
});
