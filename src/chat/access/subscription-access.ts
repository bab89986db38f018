// Whether a subscribed place may still use the bot, and its locale.
import type { Subscription, SubscriptionAccess } from '../../digests/index.ts';
import type { Place } from '../incoming.ts';
import { placeSettings } from '../place-settings.ts';
import type { ChatStore } from '../store.ts';
import { type AccessRules, isAllowed } from './access.ts';

/** Decided without a request; in a private chat the subscriber's own rights count. */
export async function subscriptionAccessOf(
  { place: id, kind, channel, community, person = '', locale }: Subscription,
  access: AccessRules,
  store: ChatStore,
): Promise<SubscriptionAccess> {
  const place: Place = { id, kind, within: { channel, ...(community ? { community } : {}) } };
  const { language } = await placeSettings(place, store);
  return {
    allowed: await isAllowed({ id: person, manager: false }, place, access, store),
    locale: language === 'auto' ? locale : language,
  };
}
