// Discord's limits by its documentation. Lengths are in UTF-16 units, the stricter way to count.

export const MESSAGE = { content: 2000, embeds: 10, nonce: 25 };
export const EMBED = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** All texts of all embeds of one message together. */
  together: 6000,
};
export const COMPONENTS = {
  rows: 5,
  buttonsInRow: 5,
  /** With components v2, nested ones included. */
  all: 40,
  /** Text displays of one message together; stated by JDA, not by Discord's documentation. */
  text: 4000,
  textsInSection: 3,
  customId: 100,
  label: 80,
  url: 512,
  options: 25,
  optionText: 100,
  placeholder: 150,
};
export const MODAL = { title: 45, components: 5, label: 45, description: 100, placeholder: 100, value: 4000 };
export const CHOICES = { count: 25, text: 100 };
export const COMMANDS = {
  /** By kind of command: chat input, on a person, on a message. */
  count: { 1: 100, 2: 15, 3: 15 } as Record<number, number>,
  name: 32,
  description: 100,
  options: 25,
  characters: 8000,
};
/** How soon an interaction wants its first answer, and how long its token is good. */
export const RESPONSE_DEADLINE_MS = 3000;
export const TOKEN_LIFETIME_MS = 15 * 60_000;
/** "The past few minutes" in which a nonce is not used again. */
export const NONCE_LIFETIME_MS = 5 * 60_000;
/** Follow-ups of an app that only the person has installed. */
export const USER_INSTALL_FOLLOW_UPS = 5;
