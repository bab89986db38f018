// The door: everything that an adapter may use of the core (imported as #core).
export type { Answer, Citation, CitedQuote, Context, Difference, Verification } from './answer/index.ts';
export {
  type Attachment,
  Chat,
  type ChatStore,
  COMMANDS,
  type Command,
  type CommandGroup,
  type Completion,
  type Form,
  type Incoming,
  type MenuItem,
  menuOf,
  namesWithin,
  type Option,
  type Outgoing,
  type Person,
  type Place,
  type Responder,
  typedCommand,
} from './chat/index.ts';
export { type Clock, machineClock } from './clock.ts';
export { type Config, type ConfigResult, readConfig, readScreen, SETTING_NAMES } from './config.ts';
export { type Core, type CoreResult, createCore, type Reply } from './core.ts';
export type { Dispatcher, Poster, Posting, PresenceListener } from './digests/index.ts';
export { createLog, type Log } from './log.ts';
export {
  type Block,
  type Button,
  type ChoiceOption,
  type Delivery,
  FALLBACK_LOCALE,
  inEachLanguage,
  interrupted,
  isRefused,
  LANGUAGES,
  LOCALES,
  type Locale,
  type Localised,
  localeServing,
  type Medium,
  type Message,
  mayNotWrite,
  momentLabel,
  momentText,
  type Obstacle,
  type PostingLack,
  pageWords,
  type ShownQuote,
  type Size,
  showsQuoteEnd,
  TEXTS,
  type Texts,
  wordsOf,
} from './message/index.ts';
export type { Report } from './reports/index.ts';
export type { LibraryStatus, Progress } from './search/index.ts';
export { openStore, watchState } from './store/index.ts';
