// Blocks as Discord's components in one container; controls of the whole message follow below a line. Pure.
import {
  type Block,
  type Message,
  markedTitle,
  momentLabel,
  pageWords,
  type ShownQuote,
  type Size,
  showsQuoteEnd,
  type Texts,
  wordsOf,
} from '#core';
import {
  type Child,
  COMPONENT,
  type Container,
  type Separator,
  type TextDisplay,
} from './rendering/component.ts';
import { buttonRows, selectRows, withUniqueIds } from './rendering/controls.ts';
import {
  blockQuote,
  bold,
  code,
  codeBlock,
  heading,
  literal,
  marked,
  singleLineEnds,
  small,
} from './rendering/markdown.ts';

/** What rendering needs beside the blocks. */
export interface Rendering {
  texts: Texts;
  /** Ids of the registered commands by name, so that commands in help can be tapped. */
  commandIds: ReadonlyMap<string, string>;
}

const LINE: Separator = { type: COMPONENT.separator, divider: true };
/** Discord takes no message without text. */
const EMPTY = '…';

/** A message as one container. */
export function render(message: Message, rendering: Rendering): Container {
  const children: Child[] = [];
  for (const [i, block] of message.entries()) {
    const isFirstControl = isControl(block) && i > 0 && !isControl(message[i - 1]);
    if (isFirstControl && children.length > 0) children.push(LINE);
    children.push(...childrenOf(block, message.slice(0, i), rendering));
  }
  const components = withUniqueIds(children);
  return { type: COMPONENT.container, components: components.length > 0 ? components : [text(EMPTY)] };
}

/** Upper bound of a block's size: characters of text, and components, nested ones included. */
export function sizeOf(block: Block, rendering: Rendering): Size {
  const size = { characters: 0, pieces: isControl(block) ? 1 : 0 };
  for (const child of childrenOf(block, [], rendering)) {
    size.pieces += 1 + (child.type === COMPONENT.actionRow ? child.components.length : 0);
    if (child.type === COMPONENT.textDisplay) size.characters += child.content.length;
  }
  return size;
}

/** A control of the whole message. */
const isControl = ({ type }: Block) => type === 'buttons' || type === 'choice';

/** A block as components, without the parts of its source that the blocks before it have named. */
function childrenOf(block: Block, before: Message, { texts, commandIds }: Rendering): Child[] {
  switch (block.type) {
    case 'heading':
      return shown(block.text, (words) => heading(line([words])));
    case 'paragraph':
    case 'prompt':
      return shown(block.text, literal);
    case 'list':
      return shown(block.items.join(''), () => list(block.items));
    case 'quote': {
      const { quote, number, actions = [] } = block;
      const title = [...numberOf(number), line([markedTitle(quote.report)])].join(' ');
      return [
        text([title, quoted(quote), small(sourceLine(quote, texts))].join('\n')),
        ...buttonRows(actions),
      ];
    }
    case 'quote-list': {
      const source = unnamedSource(block, before);
      const listed = block.quotes.flatMap((quote, i) => [
        small(
          [
            ...numberOf(block.first > 0 ? block.first + i : undefined),
            ...pageWords(quote, texts).map(literal),
            code(quote.id),
          ].join(' '),
        ),
        quoted(quote),
        ...(showsQuoteEnd(quote) ? [] : [small(literal(texts.continued()))]),
      ]);
      return [text([...(source.length > 0 ? [bold(line(source))] : []), ...listed].join('\n'))];
    }
    case 'difference':
      return shown(block.runs.map((run) => run.text).join(''), () => difference(block.runs, texts));
    case 'copyable':
      return shown(block.text, codeBlock);
    case 'moment':
      return [text(moment(block))];
    case 'commands':
      return shown(block.commands.map(({ name }) => name).join(''), () =>
        block.commands
          .map(({ name, summary }) => {
            const id = commandIds.get(name.split(' ')[0]); // subcommands have none of their own
            return `- ${id ? `</${name}:${id}>` : literal(`/${name}`)} ${line([summary])}`;
          })
          .join('\n'),
      );
    case 'buttons':
      return buttonRows(block.buttons);
    case 'choice':
      return selectRows(block.prompt, block.options);
    default:
      return block satisfies never;
  }
}

const text = (content: string): TextDisplay => ({ type: COMPONENT.textDisplay, content });

/** A text display; none for a blank text, which Discord would refuse. */
const shown = (words: string, asMarkdown: (words: string) => string): TextDisplay[] =>
  words.trim() === '' ? [] : [text(asMarkdown(words))];

/** Texts on one line. */
const line = (texts: string[]): string =>
  literal(texts.map((each) => each.replace(/\s+/g, ' ').trim()).join(' › '));

const numberOf = (number: number | undefined): string[] => (number === undefined ? [] : [bold(`${number}.`)]);

/** The quote's words, those that matched in bold. */
const quoted = (quote: ShownQuote): string =>
  blockQuote(marked(wordsOf(quote).map((run) => ({ text: run.text, mark: run.strong ? 'bold' : 'plain' }))));

/** The line under a quote: its location in the report, or that it is continued. */
function sourceLine(quote: ShownQuote, texts: Texts): string {
  if (!showsQuoteEnd(quote)) return literal(texts.continued());
  const location = [...quote.path, ...pageWords(quote, texts)];
  return [...(location.length > 0 ? [line(location)] : []), code(quote.id)].join(' › ');
}

/** The title and headings of listed quotes that the blocks before have not named. */
function unnamedSource({ report, path }: { report: string; path: string[] }, before: Message): string[] {
  const title = markedTitle(report);
  const isNamed = before.some(
    (block) =>
      ((block.type === 'heading' || block.type === 'paragraph') && block.text.includes(title)) ||
      (block.type === 'quote-list' && block.report === report),
  );
  if (!isNamed) return [title, ...path];
  const last = before.at(-1);
  const above = last?.type === 'quote-list' ? last.path : [];
  const firstNew = path.findIndex((part, i) => part !== above[i]);
  return firstNew < 0 ? path.slice(-1) : path.slice(firstNew);
}

/**
 * A Markdown list: numbered where the items bring their numbers, else with bullets; wide spaces are levels.
 */
function list(items: string[]): string {
  const words = items.filter((item) => item.trim() !== '');
  const first = Number(/^([1-9]\d{0,8})\. /.exec(words[0])?.[1]);
  if (words.every((item, i) => item.startsWith(`${first + i}. `)))
    return words.map((item, i) => listItem(`${first + i}. `, item.slice(item.indexOf(' ')))).join('\n');
  return words
    .map((item) => listItem(`${'  '.repeat(/^\u3000*/.exec(item)?.[0].length ?? 0)}- `, item))
    .join('\n');
}

/** One item; its further lines are indented, and blank ones, which would end the list, are left out. */
const listItem = (lead: string, item: string): string =>
  lead + literal(singleLineEnds(item.trim())).replaceAll('\n', `\n${' '.repeat(lead.length)}`);

const MARKS = { same: 'plain', 'only-source': 'bold', 'only-given': 'struck' } as const;

/** The words of both texts, and a legend of the marks. */
function difference(runs: Extract<Block, { type: 'difference' }>['runs'], texts: Texts): string {
  const words = marked(runs.map((run) => ({ text: run.text, mark: MARKS[run.type] })));
  const legend = marked([
    { text: texts.onlySource(), mark: MARKS['only-source'] },
    { text: ' · ', mark: 'plain' },
    { text: texts.onlyGiven(), mark: MARKS['only-given'] },
  ]);
  return [blockQuote(words), small(legend)].join('\n');
}

/** Discord shows it in the reader's zone and language, absolute and relative. */
function moment({ label: words, at }: Extract<Block, { type: 'moment' }>): string {
  const second = Math.floor(at / 1000);
  return `${literal(momentLabel(words))}<t:${second}:F> (<t:${second}:R>)`;
}
