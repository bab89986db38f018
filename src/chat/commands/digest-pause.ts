// /digest pause: nothing is sent before a date.
import { dateIn } from '../../digests/index.ts';
import { dateText, TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { saveSubscription, todayFor } from '../place-subscription.ts';
import { refusal } from './refusal.ts';

export const digestPause = defineCommand({
  name: 'digest pause',
  names: { en: 'digest pause', zh: '简报 暂停', 'zh-Hant': '簡報 暫停' },
  summary: {
    en: 'Send nothing here until a date',
    zh: '在某一天之前什么都不发',
    'zh-Hant': '在某一天之前什麼都不發',
  },
  options: {
    until: {
      names: { en: 'until', zh: '到', 'zh-Hant': '到' },
      summary: {
        en: 'The day on which it comes again: 2026-12-01, 3 days, next Monday',
        zh: '从哪一天起恢复：2026-12-01、3天、下周一',
        'zh-Hant': '從哪一天起恢復：2026-12-01、3天、下週一',
      },
      required: true,
      maxLength: 40,
    },
  },
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run({ until }, context) {
    const { store, place, locale, now } = context;
    const texts = TEXTS[locale];
    const subscription = await store.digests.subscriptions.get(place.id);
    if (!subscription?.schedule) return refusal(texts.notOnYet(), context);
    const pausedUntil = dateIn(until, todayFor(subscription.schedule, now));
    if (pausedUntil === undefined) return refusal(texts.noDate(until), context);
    const { next } = await saveSubscription({ ...subscription, pausedUntil }, context);
    const lacks = await context.lacks();
    const said = [texts.digestPaused(dateText(next?.day ?? pausedUntil, locale))];
    if (lacks.length > 0) said.push(texts.cannotPost(lacks));
    return { message: said.map((text) => ({ type: 'paragraph' as const, text })), locale };
  },
});
