// Blocks to Discord's components. Pure.
import {
  type Block,
  type Button,
  type ChoiceOption,
  isLastPart,
  type Message,
  type ShownQuote,
  type Size,
  type Texts,
  wordsOf,
} from '#core';
import {
  type ActionRow,
  BUTTONS_PER_ROW,
  COMPONENT,
  type Container,
  label,
  MAX_BUTTON_LABEL,
  MAX_OPTION_LABEL,
  MAX_PLACEHOLDER,
  SECONDARY_STYLE,
  type TextDisplay,
} from './component.ts';
import { blockQuote, bold, code, codeBlock, heading, literal, small, struck } from './markdown.ts';

/** What rendering must know beside the blocks. */
export interface Rendering {
  texts: Texts;
  /** Ids of the registered commands by name, so that help can be tapped. */
  commandIds: ReadonlyMap<string, string>;
}

type Child = TextDisplay | ActionRow;

/** A message as one container. */
export function render(message: Message, rendering: Rendering): Container {
  const children = message.flatMap((block) => childrenOf(block, rendering));
  return { type: COMPONENT.container, components: named(children) };
}

/** What a block takes of a message: characters of text, and components with those inside others. */
export function sizeOf(block: Block, rendering: Rendering): Size {
  const size = { characters: 0, pieces: 0 };
  for (const child of childrenOf(block, rendering)) {
    size.pieces += 1 + (child.type === COMPONENT.actionRow ? child.components.length : 0);
    if (child.type === COMPONENT.textDisplay) size.characters += child.content.length;
  }
  return size;
}

function childrenOf(block: Block, rendering: Rendering): Child[] {
  const { texts, commandIds } = rendering;
  switch (block.type) {
    case 'heading':
      return [text(heading(literal(block.text.replace(/\s+/g, ' '))))];
    case 'paragraph':
      return [text(literal(block.text))];
    case 'list':
      return [text(block.items.map((item) => `- ${literal(item)}`).join('\n'))];
    case 'quote': {
      const { quote, number, actions = [] } = block;
      const lines = [
        ...(number === undefined ? [] : [bold(`${number}.`)]),
        blockQuote(words(quote)),
        small(isLastPart(quote) ? source(quote) : literal(texts.goesOn())),
      ];
      return [text(lines.join('\n')), ...rows(actions)];
    }
    case 'quote-list': {
      const { report, path, quotes, first } = block;
      const above = small([`《${report}》`, ...path].map(literal).join(' › '));
      return [
        text([above, ...quotes.map((quote, i) => listed(quote, first && first + i, texts))].join('\n')),
      ];
    }
    case 'difference':
      return [
        text(blockQuote(block.runs.map(({ type, text: run }) => marked(type, run)).join(''))),
        legend(texts),
      ];
    case 'copyable':
      return [text(codeBlock(block.text) ?? literal(block.text))];
    case 'commands':
      return [
        text(
          block.commands
            .map(({ name, summary }) => {
              const id = commandIds.get(name);
              return `- ${id ? `</${name}:${id}>` : `/${name}`} ${literal(summary)}`;
            })
            .join('\n'),
        ),
      ];
    case 'buttons':
      return rows(block.buttons);
    case 'choice':
      return [select(block.prompt, block.options)];
    default:
      return block satisfies never;
  }
}

const text = (content: string): TextDisplay => ({ type: COMPONENT.textDisplay, content });

/** The quote's words as they stand, those that matched in bold. */
function words(quote: ShownQuote): string {
  return wordsOf(quote)
    .map(({ text: run, strong }) => (strong ? bold(literal(run)) : literal(run)))
    .join('');
}

function source({ report, path, id }: ShownQuote): string {
  return [`《${report}》`, ...path].map(literal).concat(code(id)).join(' › ');
}

/** One quote of a list; a number of 0 is none. */
function listed(quote: ShownQuote, number: number, texts: Texts): string {
  const end = isLastPart(quote) ? code(quote.id) : literal(texts.goesOn());
  return `${number > 0 ? `${bold(`${number}.`)}\n` : ''}${blockQuote(words(quote))}\n${small(end)}`;
}

function marked(type: 'same' | 'only-source' | 'only-given', run: string): string {
  const plain = literal(run);
  if (type === 'same') return plain;
  return type === 'only-source' ? bold(plain) : struck(plain);
}

const legend = (texts: Texts): TextDisplay =>
  text(small(`${bold(literal(texts.onlySource()))} · ${struck(literal(texts.onlyGiven()))}`));

function rows(buttons: Button[]): ActionRow[] {
  const made: ActionRow[] = [];
  for (let at = 0; at < buttons.length; at += BUTTONS_PER_ROW) {
    const components = buttons.slice(at, at + BUTTONS_PER_ROW).map((button) => ({
      type: COMPONENT.button,
      style: SECONDARY_STYLE,
      label: label(button.label, MAX_BUTTON_LABEL),
      custom_id: button.action,
    }));
    made.push({ type: COMPONENT.actionRow, components });
  }
  return made;
}

function select(prompt: string, options: ChoiceOption[]): ActionRow {
  return {
    type: COMPONENT.actionRow,
    components: [
      {
        type: COMPONENT.stringSelect,
        custom_id: 'choice',
        placeholder: label(prompt, MAX_PLACEHOLDER),
        options: options.map(({ label: words, action, description }) => ({
          label: label(words, MAX_OPTION_LABEL),
          value: action,
          ...(description ? { description: label(description, MAX_OPTION_LABEL) } : {}),
        })),
      },
    ],
  };
}

/** Ids must differ within a message: choices are numbered, and a button that stands there already is left out. */
function named(children: Child[]): Child[] {
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
