// One digest for one place, to be rendered as a message.
import type { Locale, Medium } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { DigestContent } from './content.ts';
import type { Subscription } from './subscription.ts';

export interface Edition {
  content: DigestContent;
  /** The reports that the place may read. */
  index: PassageIndex;
  /** The id under which the content is stored: that of its outbox entry. */
  contentId: string;
  subscription: Subscription;
  locale: Locale;
  /** When it was due, where it is sent much later. Milliseconds since 1970. */
  lateSince?: number;
  medium: Medium;
}
