// What can be said on any platform, and the bot's own words.
export {
  type Block,
  type Button,
  type ChoiceOption,
  isLastPart,
  MAX_ACTION_LENGTH,
  MAX_OPTIONS,
  type Message,
  type Run,
  type ShownQuote,
  type Words,
  wordsOf,
} from './block.ts';
export { type Delivery, interrupted, isRefused, mayNotWrite, type Obstacle } from './delivery.ts';
export { fitted, type Limits, type Medium, type Size } from './fit.ts';
export { dateText, momentLabel, momentText } from './moment.ts';
export { pageWords } from './page-words.ts';
export { shownName } from './shown-name.ts';
export { type Locale, localeOf, TEXTS, type Texts } from './text/index.ts';
export type { PostingLack } from './text/keys/digests.ts';
