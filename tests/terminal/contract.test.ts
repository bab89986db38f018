// The terminal passes the contract suite of all adapters. Escape sequences mark what is the bot's own.
import { actionsIn, COLOUR, render, safe } from '../../adapters/terminal/render.ts';
import { type Block, type Message, momentText, TEXTS } from '../../src/message/index.ts';
import {
  type AdapterSubject,
  describeAdapter,
  type Pressable,
  type SeenQuote,
} from '../contracts/adapter.ts';

const ESCAPE = '\u001b';
const BOLD = `${ESCAPE}[1;33m`;
const DIM = `${ESCAPE}[2m`;
const END = `${ESCAPE}[0m`;
/** A pattern in which the names of the codes above stand for them. */
const pattern = (source: string, flags = '') =>
  new RegExp(
    source.replace(/BOLD|DIM|END/g, (name) => ({ BOLD, DIM, END })[name]!.replace('[', '\\[')),
    flags,
  );
const QUOTE = pattern('^(?:\\d+\\. | {3})([^]*?)\\n {3}DIM([^]*?)END');
const LISTED = pattern(' {2}(?:\\d+\\.|•) ([^]*?) DIM([^]*?)END\\n', 'g');
const KEYED = pattern('BOLD/(\\d+)END ([^\\n]*?)(?= {3}BOLD|\\n|$)', 'g');
/** Signs that steer a terminal or turn the direction of a text. */
const STEERING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** What is printed, and the part for each block. */
interface Printed {
  text: string;
  blocks: { block: Block; text: string }[];
  actions: string[];
}

const withoutColour = (text: string) =>
  [BOLD, DIM, END].reduce((left, code) => left.replaceAll(code, ''), text);

function seen(text: string, source: string): SeenQuote {
  const strong = text.split(BOLD).slice(1);
  return {
    id: /\[([a-z0-9-]+)\]$/.exec(source)?.[1],
    text: withoutColour(text).replaceAll('\n   ', '\n'),
    strong: strong.map((after) => after.split(END)[0]).join(''),
  };
}

function quotesIn({ blocks }: Printed): SeenQuote[] {
  return blocks.flatMap(({ block: { type }, text }) => {
    const single = type === 'quote' ? QUOTE.exec(text) : null;
    if (single) return [seen(single[1], single[2])];
    return type === 'quote-list' ? [...text.matchAll(LISTED)].map(([, words, end]) => seen(words, end)) : [];
  });
}

function pressables({ blocks, actions }: Printed): Pressable[] {
  return blocks.flatMap(({ block, text }, i) =>
    [...text.matchAll(KEYED)].map(([, key, shown]) => {
      const [label, ...beside] = block.type === 'choice' ? shown.split(' · ') : [shown];
      return {
        label,
        data: actions[Number(key) - 1],
        beside: [key, ...beside].join(' '),
        ...(block.type === 'choice' ? { choice: i } : {}),
      };
    }),
  );
}

const print = (message: Message, locale: keyof typeof TEXTS, actions: string[]) =>
  render(message, TEXTS[locale], COLOUR, actions);

const terminal: AdapterSubject<Printed> = {
  medium: () => ({
    limits: { characters: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY },
    measure: () => ({ characters: 0, pieces: 0 }),
  }),
  render: (message, locale) => {
    const actions = actionsIn(message);
    const blocks = message.map((block) => ({ block, text: print([block], locale, actions) }));
    return { text: print(message, locale, actions), blocks, actions };
  },
  shownText: ({ text }) => withoutColour(text),
  quotesIn,
  pressables,
  violations: ({ text, blocks }) => {
    const whole = blocks.map((block) => block.text).filter((each) => each !== '');
    return text === whole.join('\n\n') ? [] : ['The message is more or less than its blocks.'];
  },
  effects: ({ text }) => withoutColour(text).match(STEERING) ?? [],
  momentsIn: ({ blocks }) =>
    blocks.flatMap(({ block, text }) => {
      if (block.type !== 'moment') return [];
      const words = momentText(block);
      return [text.endsWith(words) ? words : text];
    }),
  shown: safe,
};

describeAdapter('the terminal', terminal);
