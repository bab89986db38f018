// The parts of Discord's JSON that the stand-in reads. Everything is optional: it comes from the client.

export type Json = Record<string, unknown>;

interface SelectOption {
  label?: string;
  value?: string;
  description?: string | null;
  default?: boolean;
}

/** Any component of a message or a modal. */
export interface Component {
  type?: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string;
  url?: string;
  sku_id?: string;
  emoji?: unknown;
  disabled?: boolean;
  required?: boolean;
  content?: string;
  value?: string;
  placeholder?: string;
  min_length?: number;
  max_length?: number;
  min_values?: number;
  max_values?: number;
  options?: SelectOption[];
  components?: Component[];
  component?: Component;
  accessory?: Component;
}

export interface Embed {
  title?: string;
  description?: string;
  url?: string;
  footer?: { text?: string };
  author?: { name?: string };
  image?: unknown;
  thumbnail?: unknown;
  fields?: { name?: string; value?: string }[];
}

export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  flags?: number | null;
  allowed_mentions?: { parse?: string[]; replied_user?: boolean } | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean;
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean } | null;
  attachments?: unknown[] | null;
  sticker_ids?: string[] | null;
  poll?: unknown;
  tts?: boolean;
}

export interface Choice {
  name: string;
  value: string | number;
  name_localizations?: Record<string, string> | null;
}

export interface Modal {
  custom_id: string;
  title: string;
  components: Component[];
}

export interface CallbackBody {
  type?: number;
  data?: (MessageBody & Partial<Modal> & { choices?: Choice[] }) | null;
}

export interface CommandOption {
  type?: number;
  name?: string;
  name_localizations?: Record<string, string> | null;
  description?: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: Choice[];
  options?: CommandOption[];
  min_length?: number;
  max_length?: number;
}

export interface Command extends CommandOption {
  id?: string;
  default_member_permissions?: string | number | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
}

/** A component and all that are in it, outermost first. */
export function* nested(component: Component): Generator<Component> {
  yield component;
  for (const child of component.components ?? []) yield* nested(child);
  if (component.accessory) yield* nested(component.accessory);
  if (component.component) yield* nested(component.component);
}

export const allNested = (components: readonly Component[]): Component[] =>
  components.flatMap((component) => [...nested(component)]);
