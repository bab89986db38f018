// Buttons and choices as Discord's action rows. Pure.
import type { Button, ChoiceOption } from '#core';
import {
  type ActionRow,
  BUTTONS_PER_ROW,
  type Child,
  COMPONENT,
  label,
  MAX_BUTTON_LABEL,
  MAX_OPTION_LABEL,
  MAX_PLACEHOLDER,
  OPTIONS_PER_SELECT,
  SECONDARY_STYLE,
  type StringSelect,
} from './component.ts';

const row = (components: ActionRow['components']): ActionRow => ({ type: COMPONENT.actionRow, components });

export const buttonRows = (buttons: Button[]): ActionRow[] =>
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

export const selectRows = (prompt: string, options: ChoiceOption[]): ActionRow[] =>
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

/** Each action once; options with the same label and description are numbered. */
function distinct(options: ChoiceOption[]): StringSelect['options'] {
  const unique = [...new Map(options.map((option) => [option.action, option])).values()];
  const rendered = unique.map(({ label: words, action, description = '' }) => ({
    label: label(words, MAX_OPTION_LABEL),
    value: action,
    ...(description.trim() ? { description: label(description, MAX_OPTION_LABEL) } : {}),
  }));
  const appearances = new Set(rendered.map((option) => `${option.label}\n${option.description}`));
  if (appearances.size === rendered.length) return rendered;
  return rendered.map((option, i) => ({
    ...option,
    label: label(`${i + 1}. ${unique[i].label}`, MAX_OPTION_LABEL),
  }));
}

function inChunks<Item>(items: Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

/** Custom ids must be unique within a message: select menus are numbered, repeated buttons are left out. */
export function withUniqueIds(children: Child[]): Child[] {
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
