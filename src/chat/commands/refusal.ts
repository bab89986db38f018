// A command that cannot be done as it was given: said to whoever used it, and to nobody else.
import type { Said, Scene } from '../command.ts';

export const refusal = (text: string, { locale }: Pick<Scene, 'locale'>): Said => ({
  message: [{ type: 'paragraph', text }],
  locale,
  forAsker: true,
});
