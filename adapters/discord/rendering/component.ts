// Discord's components as the REST interface takes them, as far as they are used here.
// https://docs.discord.com/developers/components/reference

export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textDisplay: 10,
  separator: 14,
  container: 17,
} as const;

export interface TextDisplay {
  type: typeof COMPONENT.textDisplay;
  content: string;
}

export interface ActionRow {
  type: typeof COMPONENT.actionRow;
  components: (ButtonComponent | StringSelect)[];
}

export interface ButtonComponent {
  type: typeof COMPONENT.button;
  style: number;
  label: string;
  custom_id: string;
}

export interface StringSelect {
  type: typeof COMPONENT.stringSelect;
  custom_id: string;
  placeholder: string;
  options: { label: string; value: string; description?: string }[];
}

/** A thin line with some room around it. */
export interface Separator {
  type: typeof COMPONENT.separator;
  divider: boolean;
}

export type Child = TextDisplay | ActionRow | Separator;

export interface Container {
  type: typeof COMPONENT.container;
  components: Child[];
}

/** Buttons beside each other, and options of one choice, by the reference above. */
export const BUTTONS_PER_ROW = 5;
export const OPTIONS_PER_SELECT = 25;
export const SECONDARY_STYLE = 2;

/** Lengths in characters, by the reference above. */
export const MAX_BUTTON_LABEL = 80;
export const MAX_OPTION_LABEL = 100;
export const MAX_PLACEHOLDER = 150;

/** Something that leaves a trace of ink. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A label that fits: a longer one ends with an ellipsis, never inside a character. Only for labels, never for quotes. */
export function label(text: string, most: number): string {
  const plain = VISIBLE.test(text) ? text.replace(/\s+/g, ' ').trim() : '…';
  if (plain.length <= most) return plain;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(plain)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
