// The used ones of Discord's components, in their REST form.
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

interface ButtonComponent {
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

/** A thin line. */
export interface Separator {
  type: typeof COMPONENT.separator;
  divider: boolean;
}

export type Child = TextDisplay | ActionRow | Separator;

export interface Container {
  type: typeof COMPONENT.container;
  components: Child[];
}

/** By the reference above. */
export const BUTTONS_PER_ROW = 5;
export const OPTIONS_PER_SELECT = 25;
export const SECONDARY_STYLE = 2;

/** In characters, by the reference above. */
export const MAX_BUTTON_LABEL = 80;
export const MAX_OPTION_LABEL = 100;
export const MAX_PLACEHOLDER = 150;

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Cuts a label to a length, between characters, with an ellipsis; one without visible characters becomes
 * that.
 */
export function label(text: string, maxLength: number): string {
  const plain = VISIBLE.test(text) ? text.replace(/\s+/g, ' ').trim() : '…';
  if (plain.length <= maxLength) return plain;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(plain)) {
    if (cut.length + segment.length > maxLength - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}
