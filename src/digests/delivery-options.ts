// What a delivery worker is given: store, clocks, reports, a place's access, the view of an edition.
import type { Locale, Message } from '../message/index.ts';
import type { Edition } from './edition.ts';
import type { DigestStore } from './store.ts';
import type { Subscription } from './subscription.ts';
import type { DigestSource } from './write-content.ts';

/** Whether a subscribed place may still use the bot, and its locale, by its settings as they are now. */
export interface SubscriptionAccess {
  allowed: boolean;
  locale: Locale;
}

export interface DeliveryOptions {
  store: DigestStore;
  /** The reports that a place may read now, and the history of all reports. */
  library(subscription: Subscription): Promise<DigestSource>;
  log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** Milliseconds since 1970; jumps where the machine's clock is set. */
  clock(): number;
  /** Milliseconds since an arbitrary moment; never goes back. */
  elapsed(): number;
  /** Unique among all processes on this store. */
  worker: string;
  accessOf(subscription: Subscription): Promise<SubscriptionAccess>;
  /** One message within the medium's limits. */
  view(edition: Edition): Message;
}
