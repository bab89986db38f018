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
export {
  type Config,
  type ConfigOf,
  type ConfigResult,
  type ConfiguredPlatform,
  IN_MEMORY,
  readConfig,
  readScreen,
  settingsOf,
} from './config.ts';
export { type Core, type CoreResult, createCore, type Reply } from './core.ts';
export type { Dispatcher, Poster, PostOptions, PresenceListener } from './digests/index.ts';
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
  markedTitle,
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
export { explainReading, type Reading, read, readingRecord } from './question/index.ts';
export { MAX_FILE_BYTES, type Report } from './reports/index.ts';
export {
  addressSetting,
  numberSetting,
  parsedSetting,
  type Setting,
  type Settings,
  textSetting,
  type ValuesOf,
} from './setting.ts';
export { openStore, watchState } from './store/index.ts';
