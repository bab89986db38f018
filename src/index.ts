// The door: everything that an adapter may use of the core (imported as #core).
export type { Answer, Citation, CitedQuote, Context, Difference, Verification } from './answer/index.ts';
export { type Config, readConfig, SETTING_NAMES } from './config.ts';
export { type Core, type CoreResult, createCore, type Reply } from './core.ts';
export { createLog, type Log } from './log.ts';
export { type Block, type Message, type ShownQuote, TEXTS, type Texts } from './message/index.ts';
export type { Report } from './reports/index.ts';
