// Messages as blocks, splitting them, and the bot's own words in each language.
export {
  type Block,
  type Button,
  type ChoiceOption,
  headsOnce,
  MAX_ACTION_LENGTH,
  MAX_OPTIONS,
  type Message,
  type ShownQuote,
  showsQuoteEnd,
  wordsOf,
} from './block.ts';
export { type Delivery, interrupted, isRefused, mayNotWrite, type Obstacle } from './delivery.ts';
export { markedTitle } from './marked-title.ts';
export { dateText, momentLabel, momentText } from './moment.ts';
export { pageWords } from './page-words.ts';
export { shownName } from './shown-name.ts';
export { type Limits, type Medium, type Size, splitMessage } from './split-message.ts';
export {
  type AskedKind,
  type CommandTexts,
  FALLBACK_LOCALE,
  inEachLanguage,
  LANGUAGES,
  type Language,
  LOCALES,
  type Locale,
  type Localised,
  localeOf,
  localeServing,
  mayBeIn,
  type NameAndSummary,
  TEXTS,
  type Texts,
} from './text/index.ts';
export type { PostingLack } from './text/keys/digests.ts';
