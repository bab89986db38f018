// The door: everything that an adapter may use of the core (imported as #core).
export type { Answer, Citation, CitedQuote, Context, Difference, Verification } from './answer/index.ts';
export {
  Chat,
  type ChatStore,
  COMMANDS,
  type Command,
  type Completion,
  type Delivery,
  type Incoming,
  type Localised,
  type Option,
  type Outgoing,
  type Outlet,
  type Person,
  type Place,
} from './chat/index.ts';
export { type Config, readConfig, SETTING_NAMES } from './config.ts';
export { type Core, type CoreResult, createCore, type Reply } from './core.ts';
export { createLog, type Log } from './log.ts';
export {
  type Block,
  type Button,
  type ChoiceOption,
  isLastPart,
  type Locale,
  type Medium,
  type Message,
  type ShownQuote,
  type Size,
  TEXTS,
  type Texts,
  wordsOf,
} from './message/index.ts';
export type { Report } from './reports/index.ts';
export { openStore } from './store/index.ts';
