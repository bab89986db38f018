// What can be said on any platform, and the bot's own words.
export type { Block, Message, ShownQuote } from './block.ts';
export { TEXTS, type Texts } from './text/index.ts';
