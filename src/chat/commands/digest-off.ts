// /digest off: no more digests here; what is followed is kept.
import { TEXTS } from '../../message/index.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { saveSubscription } from '../place-subscription.ts';

export const digestOff = defineCommand({
  name: 'digest off',
  names: { en: 'digest off', zh: '简报 关闭', 'zh-Hant': '簡報 關閉' },
  summary: { en: 'Send no more digests here', zh: '不再在这里发送简报', 'zh-Hant': '不再在這裡傳送簡報' },
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
    const off = { ...rest, ...(keeper && topics.length > 0 ? { keeper } : {}) }; // nothing is sent here: nobody need be told
    await saveSubscription(off, context);
    return say(texts.digestIsOff(topics.length, topics.filter(({ atOnce }) => atOnce).length));
  },
});
