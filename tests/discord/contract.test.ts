// Discord's adapter passes the contract suite of all adapters. The stand-in checks what is sent.

import { mediumFor } from '../../adapters/discord/limits.ts';
import { render } from '../../adapters/discord/render.ts';
import { type Child, COMPONENT, type Container } from '../../adapters/discord/rendering/component.ts';
import { modalFor } from '../../adapters/discord/rendering/form.ts';
import { TEXTS } from '../../src/message/index.ts';
import {
  type AdapterSubject,
  describeAdapter,
  type Pressable,
  type SeenQuote,
} from '../contracts/adapter.ts';
import { everyNode, type Node, parse, shownIn } from '../contracts/adapter-discord-markdown.ts';
import { Inspection } from '../stand-ins/discord/rules/inspection.ts';
import { inspectMessage } from '../stand-ins/discord/rules/messages.ts';
import { inspectModal } from '../stand-ins/discord/rules/modals.ts';
import { inspectSchema } from '../stand-ins/discord/schema.ts';

const COMMAND_IDS = new Map([
  ['ask', '1001'],
  ['search', '1002'],
]);
const COMPONENTS_V2 = 1 << 15;

const displaysIn = ({ components }: Container) =>
  components.flatMap((child) => (child.type === COMPONENT.textDisplay ? [child.content] : []));

function shownOf(child: Child): string[] {
  if (child.type === COMPONENT.textDisplay) return [shownIn(parse(child.content))];
  if (child.type !== COMPONENT.actionRow) return [];
  return child.components.flatMap((each) => (each.type === COMPONENT.stringSelect ? [each.placeholder] : []));
}

/** The id at the end of the small print beside a quote. */
function idIn(node: Node | undefined): string | undefined {
  const last = node?.kind === 'subtext' ? node.children.at(-1) : undefined;
  return last?.kind === 'code' ? last.text : undefined;
}

const GOES_ON = Object.values(TEXTS).map((texts) => texts.continued());

/** The quotes of one text. Two texts beside each other, word by word, are no quote: they have neither an id nor a sequel. */
function quotesOf(content: string): SeenQuote[] {
  const nodes = parse(content);
  return nodes.flatMap((node, i) => {
    const after = nodes[i + 1];
    const id = idIn(nodes[i - 1]) ?? idIn(after);
    if (node.kind !== 'quote' || !(id || (after && GOES_ON.includes(shownIn([after]).trim())))) return [];
    const bold = everyNode(node.children).filter(({ kind }) => kind === 'bold');
    const text = shownIn(node.children).replace(/\n$/, ''); // the line's own end
    return [{ id, text, strong: bold.map(({ children }) => shownIn(children)).join('') }];
  });
}

function pressablesIn({ components }: Container): Pressable[] {
  return components.flatMap((child, choice) => {
    if (child.type !== COMPONENT.actionRow) return [];
    return child.components.flatMap((component): Pressable[] =>
      component.type === COMPONENT.stringSelect
        ? component.options.map(({ label, value, description = '' }) => ({
            label,
            data: value,
            beside: description,
            choice,
          }))
        : [{ label: component.label, data: component.custom_id, beside: '' }],
    );
  });
}

/** What the stand-in and Discord's own description of its interface have against it, and words that leave no ink. */
function violationsIn(container: Container): string[] {
  const body = {
    flags: COMPONENTS_V2,
    components: [container],
    allowed_mentions: { parse: [] },
  };
  const inspection = new Inspection();
  inspectMessage(inspection, '', 'create', body);
  const findings = [
    ...inspection.findings,
    ...inspectSchema('POST', '/channels/{channel_id}/messages', body),
  ];
  const blank = displaysIn(container).filter((content) => content.trim() === '');
  return [
    ...findings.map(({ path, message }) => `${path}: ${message}`),
    ...blank.map(() => 'A text is blank.'),
  ];
}

/** All that our messages use; anything else came out of a text. */
const OURS = new Set([
  'text',
  'bold',
  'strike',
  'code',
  'fence',
  'quote',
  'heading',
  'subtext',
  'item',
  'command',
]);

/** A point of time as we write it, at the end of a text; what a source holds of the kind is no time. */
const MOMENT = /(?<!\\)<t:(\d+):F> \(<t:\1:R>\)$/;

const effectsIn = (container: Container): string[] =>
  displaysIn(container)
    .flatMap((content) => everyNode(parse(content.replace(MOMENT, '时'))))
    .filter(({ kind, text }) => !OURS.has(kind) || (kind === 'command' && !COMMAND_IDS.has(text.slice(1))))
    .map(({ kind, text, children }) => `${kind}: ${text}${shownIn(children)}`);

const momentsIn = (container: Container): number[] =>
  displaysIn(container).flatMap((content) => {
    const [, second] = MOMENT.exec(content) ?? [];
    return second === undefined ? [] : [Number(second)];
  });

const discord: AdapterSubject<Container> = {
  medium: (locale) => mediumFor(locale, COMMAND_IDS),
  render: (message, locale) => render(message, { texts: TEXTS[locale], commandIds: COMMAND_IDS }),
  shownText: ({ components }) => components.flatMap(shownOf).join('\n'),
  quotesIn: (container) => displaysIn(container).flatMap(quotesOf),
  pressables: pressablesIn,
  violations: violationsIn,
  effects: effectsIn,
  momentsIn,
  shown: (text) => text.replace(/\r\n?/g, '\n'),
  form: (given) => {
    const modal = modalFor(given);
    const [{ label, description, component }] = modal.components;
    const inspection = new Inspection();
    inspectModal(inspection, '', modal);
    const body = { type: 9, data: modal };
    const findings = [
      ...inspection.findings,
      ...inspectSchema('POST', '/interactions/{interaction_id}/{interaction_token}/callback', body),
    ];
    return {
      data: modal.custom_id,
      title: modal.title,
      label,
      hint: description,
      maxLength: component.max_length,
      violations: findings.map(({ path, message }) => `${path}: ${message}`),
    };
  },
};

describeAdapter('Discord', discord);
