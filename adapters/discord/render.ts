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
      const { report, path } = quote;
      const place = [...numberOf(number), ...[`《${report}》`, ...path].map(literal), code(quote.id)];
      return [text(quoted(small(place.join(' › ')), quote, texts)), ...rows(actions)];
    }
    case 'quote-list': {
      const { report, path, quotes, first } = block;
      const place = small([`《${report}》`, ...path].map(literal).join(' › '));
      const listed = quotes.map((quote, i) => {
        const number = numberOf(first > 0 ? first + i : undefined);
        return quoted(small([...number, code(quote.id)].join(' ')), quote, texts);
      });
      return [text([place, ...listed].join('\n'))];
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

/** A quote under the line that says where it stands; one that goes on in the next message says so. */
function quoted(place: string, quote: ShownQuote, texts: Texts): string {
  const lines = [place, blockQuote(words(quote))];
  return (isLastPart(quote) ? lines : [...lines, small(literal(texts.goesOn()))]).join('\n');
}

const numberOf = (number: number | undefined): string[] => (number === undefined ? [] : [bold(`${number}.`)]);

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
