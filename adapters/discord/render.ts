// Blocks to Discord's components: what is said from top to bottom, what concerns all of it under a line. Pure.
import {
  type Block,
  type Button,
  type ChoiceOption,
  type Message,
  momentLabel,
  pageWords,
  type ShownQuote,
  type Size,
  showsQuoteEnd,
  type Texts,
  wordsOf,
} from '#core';
import {
  type ActionRow,
  BUTTONS_PER_ROW,
  type Child,
  COMPONENT,
  type Container,
  label,
  MAX_BUTTON_LABEL,
  MAX_OPTION_LABEL,
  MAX_PLACEHOLDER,
  OPTIONS_PER_SELECT,
  SECONDARY_STYLE,
  type Separator,
  type StringSelect,
  type TextDisplay,
} from './component.ts';
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
} from './markdown.ts';

/** What rendering must know beside the blocks. */
export interface Rendering {
  texts: Texts;
  /** Ids of the registered commands by name, so that help can be tapped. */
  commandIds: ReadonlyMap<string, string>;
}

const LINE: Separator = { type: COMPONENT.separator, divider: true };
/** Discord takes no message without words. */
const NOTHING = '…';

/** A message as one container. */
export function render(message: Message, rendering: Rendering): Container {
  const children: Child[] = [];
  for (const [i, block] of message.entries()) {
    const isFirstControl = isControl(block) && i > 0 && !isControl(message[i - 1]);
    if (isFirstControl && children.length > 0) children.push(LINE);
    children.push(...childrenOf(block, message.slice(0, i), rendering));
  }
  const components = withOwnIds(children);
  return { type: COMPONENT.container, components: components.length > 0 ? components : [text(NOTHING)] };
}

/** What a block takes of a message at most: characters of text, and components with those inside others. */
export function sizeOf(block: Block, rendering: Rendering): Size {
  const size = { characters: 0, pieces: isControl(block) ? 1 : 0 };
  for (const child of childrenOf(block, [], rendering)) {
    size.pieces += 1 + (child.type === COMPONENT.actionRow ? child.components.length : 0);
    if (child.type === COMPONENT.textDisplay) size.characters += child.content.length;
  }
  return size;
}

/** Something to press that concerns the whole message. */
const isControl = ({ type }: Block) => type === 'buttons' || type === 'choice';

/** A block as components. Of its place it leaves out what `before`, which is read first, has said already. */
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
      const title = [...numberOf(number), line([`《${quote.report}》`])].join(' ');
      return [text([title, quoted(quote), small(placeUnder(quote, texts))].join('\n')), ...rows(actions)];
    }
    case 'quote-list': {
      const place = newIn(block, before);
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
      return [text([...(place.length > 0 ? [bold(line(place))] : []), ...listed].join('\n'))];
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
            const id = commandIds.get(name.split(' ')[0]); // a subcommand has none of its own
            return `- ${id ? `</${name}:${id}>` : literal(`/${name}`)} ${line([summary])}`;
          })
          .join('\n'),
      );
    case 'buttons':
      return rows(block.buttons);
    case 'choice':
      return selects(block.prompt, block.options);
    default:
      return block satisfies never;
  }
}

const text = (content: string): TextDisplay => ({ type: COMPONENT.textDisplay, content });

/** A text on its own; none where there is nothing to read, which Discord would refuse. */
const shown = (words: string, asMarkdown: (words: string) => string): TextDisplay[] =>
  words.trim() === '' ? [] : [text(asMarkdown(words))];

/** Texts on one line. */
const line = (texts: string[]): string =>
  literal(texts.map((each) => each.replace(/\s+/g, ' ').trim()).join(' › '));

const numberOf = (number: number | undefined): string[] => (number === undefined ? [] : [bold(`${number}.`)]);

/** The quote's words as they stand, those that matched in bold. */
const quoted = (quote: ShownQuote): string =>
  blockQuote(marked(wordsOf(quote).map((run) => ({ text: run.text, mark: run.strong ? 'bold' : 'plain' }))));

/** What stands under a quote: where it is in its report, or that it goes on. */
function placeUnder(quote: ShownQuote, texts: Texts): string {
  if (!showsQuoteEnd(quote)) return literal(texts.continued());
  const place = [...quote.path, ...pageWords(quote, texts)];
  return [...(place.length > 0 ? [line(place)] : []), code(quote.id)].join(' › ');
}

/** The place of listed quotes without what stands above it already: the report's title, the headings of the list before. */
function newIn({ report, path }: { report: string; path: string[] }, before: Message): string[] {
  const title = `《${report}》`;
  const isNamed = before.some(
    (block) =>
      ((block.type === 'heading' || block.type === 'paragraph') && block.text.includes(title)) ||
      (block.type === 'quote-list' && block.report === report),
  );
  if (!isNamed) return [title, ...path];
  const last = before.at(-1);
  const above = last?.type === 'quote-list' ? last.path : [];
  const fresh = path.findIndex((part, i) => part !== above[i]);
  return fresh < 0 ? path.slice(-1) : path.slice(fresh);
}

/** Items as a list of Discord's: numbered where they count themselves, else with points, wide spaces as levels. */
function list(items: string[]): string {
  const words = items.filter((item) => item.trim() !== '');
  const first = Number(/^([1-9]\d{0,8})\. /.exec(words[0])?.[1]);
  if (words.every((item, i) => item.startsWith(`${first + i}. `)))
    return words.map((item, i) => entry(`${first + i}. `, item.slice(item.indexOf(' ')))).join('\n');
  return words
    .map((item) => entry(`${'  '.repeat(/^\u3000*/.exec(item)?.[0].length ?? 0)}- `, item))
    .join('\n');
}

/** One item; further lines of it are indented as it is, and blank ones, which would end the list, left out. */
const entry = (lead: string, item: string): string =>
  lead + literal(singleLineEnds(item.trim())).replaceAll('\n', `\n${' '.repeat(lead.length)}`);

const MARKS = { same: 'plain', 'only-source': 'bold', 'only-given': 'struck' } as const;

/** The words of both texts, and under them what the marks mean. */
function difference(runs: Extract<Block, { type: 'difference' }>['runs'], texts: Texts): string {
  const words = marked(runs.map((run) => ({ text: run.text, mark: MARKS[run.type] })));
  const legend = marked([
    { text: texts.onlySource(), mark: MARKS['only-source'] },
    { text: ' · ', mark: 'plain' },
    { text: texts.onlyGiven(), mark: MARKS['only-given'] },
  ]);
  return [blockQuote(words), small(legend)].join('\n');
}

/** Discord shows it in the reader's own zone and language, and how long it is until then or ago. */
function moment({ label: words, at }: Extract<Block, { type: 'moment' }>): string {
  const second = Math.floor(at / 1000);
  return `${literal(momentLabel(words))}<t:${second}:F> (<t:${second}:R>)`;
}

const row = (components: ActionRow['components']): ActionRow => ({ type: COMPONENT.actionRow, components });

const rows = (buttons: Button[]): ActionRow[] =>
  inChunks(buttons, BUTTONS_PER_ROW).map((chunk) =>
    row(
      chunk.map((button) => ({
        type: COMPONENT.button,
        style: SECONDARY_STYLE,
        label: label(button.label, MAX_BUTTON_LABEL),
        custom_id: button.action,
      })),
    ),
  );

const selects = (prompt: string, options: ChoiceOption[]): ActionRow[] =>
  inChunks(distinct(options), OPTIONS_PER_SELECT).map((chunk) =>
    row([
      {
        type: COMPONENT.stringSelect,
        custom_id: 'choice',
        placeholder: label(prompt, MAX_PLACEHOLDER),
        options: chunk,
      },
    ]),
  );

/** Each action once. Where two options would look alike they are numbered. */
function distinct(options: ChoiceOption[]): StringSelect['options'] {
  const unique = [...new Map(options.map((option) => [option.action, option])).values()];
  const made = unique.map(({ label: words, action, description = '' }) => ({
    label: label(words, MAX_OPTION_LABEL),
    value: action,
    ...(description.trim() ? { description: label(description, MAX_OPTION_LABEL) } : {}),
  }));
  const looks = new Set(made.map((option) => `${option.label}\n${option.description}`));
  if (looks.size === made.length) return made;
  return made.map((option, i) => ({
    ...option,
    label: label(`${i + 1}. ${unique[i].label}`, MAX_OPTION_LABEL),
  }));
}

function inChunks<Thing>(things: Thing[], most: number): Thing[][] {
  const chunks: Thing[][] = [];
  for (let at = 0; at < things.length; at += most) chunks.push(things.slice(at, at + most));
  return chunks;
}

/** Ids must differ within a message: choices are numbered, and a button that stands there already is left out. */
function withOwnIds(children: Child[]): Child[] {
  const seen = new Set<string>();
  return children.flatMap((child, number): Child[] => {
    if (child.type !== COMPONENT.actionRow) return [child];
    const components = child.components.flatMap((component) => {
      const id =
        component.type === COMPONENT.stringSelect ? `${component.custom_id}.${number}` : component.custom_id;
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ ...component, custom_id: id }];
    });
    return components.length > 0 ? [{ ...child, components }] : [];
  });
}
