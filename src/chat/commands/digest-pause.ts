// /digest pause: no digests before a date.
import { dateIn } from '../../digests/index.ts';
import { dateText, TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { saveSubscription, todayFor } from '../place-subscription.ts';
import { refusal } from './refusal.ts';

export const digestPause = defineCommand({
  name: 'digest pause',
  options: {
    until: {
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
    const sentences = [texts.digestPaused(dateText(next?.day ?? pausedUntil, locale))];
    if (lacks.length > 0) sentences.push(texts.cannotPost(lacks));
    return { message: sentences.map((text) => ({ type: 'paragraph' as const, text })), locale };
  },
});
